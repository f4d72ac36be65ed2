import type { JSX } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { t } from '../i18n.ts';
import type { Arrangement } from '../library/arrange.ts';
import { arrange, plainArrangement } from '../library/arrange.ts';
import { isKept } from '../library/marks.ts';
import { parseQuery } from '../library/search-query.ts';
import { BackupReminder, useBackupState } from '../ui/backup-reminder.tsx';
import { BookmarkIcon, BooksIcon } from '../ui/icons.tsx';
import { ArrangementBar } from '../ui/list/arrangement-bar.tsx';
import { emptyWords } from '../ui/list/empty-words.ts';
import { placeOfHit } from '../ui/list/place-of-hit.ts';
import { NothingFound } from '../ui/list/nothing-found.tsx';
import { SearchField } from '../ui/list/search-field.tsx';
import { SearchLine } from '../ui/list/search-line.tsx';
import type { SearchState } from '../ui/list/use-search.ts';
import { UndoBar } from '../ui/list/undo-bar.tsx';
import type { Rows } from '../ui/list/use-rows.ts';
import { useKeys } from '../ui/list/use-keys.ts';
import { useNarrowed, useSearch } from '../ui/list/use-search.ts';
import { putBack, removeToBin, useUndo } from '../ui/list/use-undo.ts';
import { VirtualList } from '../ui/list/virtual-list.tsx';
import { Message } from '../ui/message.tsx';
import { TransferLink } from '../ui/transfer-link.tsx';
import type { PopupHost } from './popup-host.ts';
import { SavedRow } from './saved-row.tsx';

/** The height of a row with a title of one line and an excerpt of two, in px. */
const usualRow = 106;

/** What was saved: the list, the search over it, and a way back from a deletion. */
export function SavedTab({ host, saved }: { host: PopupHost; saved: Rows }): JSX.Element {
  const [query, setQuery] = useState('');
  const [arrangement, setArrangement] = useState<Arrangement>(plainArrangement);
  const search = useNarrowed(useSearch(host.library, query, saved.revision), isKept);
  const undo = useUndo();
  const arranged = useMemo(() => arrange(saved.rows ?? [], arrangement), [saved.rows, arrangement]);
  const rows = search?.hits.map(({ entry }) => entry) ?? arranged;
  const terms = useMemo(() => parseQuery(search?.query ?? '').terms, [search?.query]);
  const open = (id: string): void => void placeOfHit(host.library, id, terms).then((place) => host.openSaved(id, place));
  const remove = (id: string, title: string): void => void removeToBin(undo, host.library, { ids: [id], title });
  const backup = useBackupState(host.library.backup, saved.revision);
  useKeys({ 'Ctrl+z': () => void undo.undo() });
  // Where the list is empty, the archive and the bin may not be.
  useEffect(() => { if (saved.rows?.length === 0) saved.readAll(); }, [saved.rows, saved.readAll]);
  const isEmpty = saved.complete && saved.rows?.length === 0 && undo.last === undefined;

  return (
    <>
      {isEmpty
        ? <Message icon={<BookmarkIcon filled={false} size={40} />} title={t('savedEmpty')} text={t('savedEmptyHelp')}><TransferLink /></Message>
        : (
          <>
            <div class="search">
              <SearchField query={query} onQuery={setQuery} search={search} />
              <button type="button" class="icon-button" data-testid="open-library" title={t('libraryOpen')} onClick={() => host.openLibrary()}><BooksIcon /></button>
              <TransferLink look="icon" />
            </div>
            <BackupReminder state={backup} care={host.library.backup} />
            {saved.failed && <p class="failure" role="alert">{t('libraryUnreadable')}</p>}
            <SearchLine query={query} search={search} />
            {search === undefined && <ArrangementBar saved={saved} arrangement={arrangement} onArrange={setArrangement} />}
            {rows.length === 0 && (search === undefined ? saved.complete : search.done)
              ? <NothingThere search={search} arrangement={arrangement} />
              : (
                <div class="saved-list">
                  <VirtualList
                    key={JSON.stringify([search?.query, arrangement])} items={rows} keyOf={({ id }) => id} estimate={usualRow} label={t('saved')} rowClass={() => 'saved-row'}
                    onEnd={search === undefined && !saved.complete && rows.length < saved.total ? saved.readAll : undefined}
                  >
                    {(row) => <SavedRow row={row} terms={terms} library={host.library} onOpen={open} onDelete={remove} onRestore={(id, title) => void putBack(undo, host.library, { ids: [id], title })} />}
                  </VirtualList>
                </div>
              )}
          </>
        )}
      <UndoBar undo={undo} />
    </>
  );
}

function NothingThere({ search, arrangement }: { search: SearchState | undefined; arrangement: Arrangement }): JSX.Element {
  if (search) return <NothingFound search={search} />;
  const [title, text] = emptyWords(arrangement);
  return <Message icon={<BookmarkIcon filled={false} size={40} />} title={title} text={text} />;
}
