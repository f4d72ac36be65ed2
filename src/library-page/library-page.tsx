import type { JSX } from 'preact';
import { useCallback, useMemo, useRef, useState } from 'preact/hooks';
import { t } from '../i18n.ts';
import { isKept } from '../library/marks.ts';
import { BackupReminder, useBackupState } from '../ui/backup-reminder.tsx';
import { useKeptFocus } from '../ui/kept-focus.ts';
import { useKeys } from '../ui/list/use-keys.ts';
import { SortMenu } from '../ui/list/arrangement-bar.tsx';
import { placeOfHit } from '../ui/list/place-of-hit.ts';
import { SearchField } from '../ui/list/search-field.tsx';
import { SearchLine } from '../ui/list/search-line.tsx';
import { UndoBar } from '../ui/list/undo-bar.tsx';
import { BinNote } from './bin-note.tsx';
import { BrokenArticles } from './broken-articles.tsx';
import type { LibraryHost } from './library-host.ts';
import { LibrarySide } from './library-side.tsx';
import { LostArticles } from './lost-articles.tsx';
import { RoomPanel } from './room-panel.tsx';
import { SelectionBar } from './selection-bar.tsx';
import { ShelfList } from './shelf-list.tsx';
import { useAudit } from './use-audit.ts';
import { useShelf } from './use-shelf.ts';

/** Behind the page's address: opens it where room can be made. */
const roomHash = '#room';

/** The whole library on a page of its own: what there is, narrowed, ordered, searched, and worked on. */
export function LibraryPage({ host }: { host: LibraryHost }): JSX.Element {
  const page = useRef<HTMLElement>(null);
  const shelf = useShelf(host.library);
  const { saved, arrangement, arrangeBy, search, facets, selection, undo } = shelf;
  // Of all articles, not of those that the list is narrowed to.
  const tags = useMemo(() => [...new Set((saved.rows ?? []).flatMap((row) => row.tags))].sort(), [saved.rows]);
  const backup = useBackupState(host.library.backup, saved.revision);
  const [roomOpen, setRoomOpen] = useState(location.hash === roomHash);
  const audit = useAudit(host.care, saved);
  const focusOn = (testId: string): void => page.current?.querySelector<HTMLElement>(`[data-testid=${testId}]`)?.focus();
  const open = (id: string): void => void placeOfHit(host.library, id, shelf.terms).then((place) => host.openSaved(id, place));
  useKeptFocus(page);
  useKeys({
    '/': () => focusOn('search'),
    Escape: selection.clear,
    Delete: () => shelf.actions.remove(selection.rows.filter(isKept)),
    'Ctrl+a': selection.all,
    'Ctrl+z': () => void undo.undo(),
  });

  const toggleRoom = useCallback(() => setRoomOpen((open) => !open), []);
  // What stands beside the list does not change with each key, and would take longer to draw than the hits.
  const side = useMemo(
    () => <LibrarySide host={host} facets={facets} arrangement={arrangement} onArrange={arrangeBy} revision={saved.revision} backup={backup} audit={audit} onRoom={toggleRoom} />,
    [host, facets, arrangement, arrangeBy, saved.revision, backup, audit],
  );

  return (
    <main class="library" ref={page}>
      <header class="library-head">
        <h1>{t('library')}</h1>
        <SearchField query={shelf.query} onQuery={shelf.setQuery} search={search} />
        {search === undefined && <SortMenu sort={arrangement.sort} onSort={(sort) => arrangeBy({ ...arrangement, sort })} />}
      </header>
      {side}
      <section class="library-list" aria-label={t('library')}>
        <BackupReminder state={backup} care={host.library.backup} />
        {roomOpen && saved.complete && <RoomPanel care={host.care} rows={saved.rows ?? []} actions={shelf.actions} onClose={() => setRoomOpen(false)} />}
        <LostArticles losses={audit.losses} onAccept={audit.accept} />
        <BrokenArticles broken={saved.broken} library={host.library} care={host.care} />
        {saved.failed && <p class="failure" role="alert">{t('libraryUnreadable')}</p>}
        {shelf.failed && <p class="failure" role="alert">{t('libraryFailed')}</p>}
        {selection.rows.length > 0 && (
          <SelectionBar rows={selection.rows} tags={tags} actions={shelf.actions} onAll={selection.all} onClear={selection.clear} />
        )}
        <SearchLine query={shelf.query} search={search} />
        {arrangement.state === 'bin' && search === undefined && <BinNote rows={shelf.shown} actions={shelf.actions} />}
        <ShelfList shelf={shelf} library={host.library} onOpen={open} onTag={() => requestAnimationFrame(() => focusOn('tag-input'))} />
        <UndoBar undo={undo} />
      </section>
    </main>
  );
}
