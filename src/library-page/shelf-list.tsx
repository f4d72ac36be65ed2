import type { JSX } from 'preact';
import { t } from '../i18n.ts';
import type { LibraryAccess } from '../library/library-access.ts';
import { BookmarkIcon } from '../ui/icons.tsx';
import { emptyWords } from '../ui/list/empty-words.ts';
import { NothingFound } from '../ui/list/nothing-found.tsx';
import { rowOf } from '../ui/list/row-focus.ts';
import { VirtualList } from '../ui/list/virtual-list.tsx';
import { Message } from '../ui/message.tsx';
import { keepTop, topOf } from './kept-top.ts';
import { LibraryRowView } from './library-row.tsx';
import { pressRowKey } from './row-keys.ts';
import type { Shelf } from './use-shelf.ts';

/** The height of a row with a title of one line and an excerpt of one, in px. */
const usualRow = 92;

/** The rows of the library's page, with their keys; or a word about why there are none. */
export function ShelfList({ shelf, library, onOpen, onTag }: { shelf: Shelf; library: LibraryAccess; onOpen: (id: string) => void; onTag: () => void }): JSX.Element | null {
  const { saved, shown, selection, actions, search } = shelf;
  if (shown.length === 0) return <NothingThere shelf={shelf} />;
  const view = viewOf(shelf);
  const press = (event: KeyboardEvent): void => {
    const id = rowOf(event.target);
    pressRowKey(event, { row: shown.find((one) => one.id === id), selection, actions, onTag });
  };
  return (
    <div class="shelf-list" onKeyDown={press} aria-busy={!(saved.complete || saved.failed) || search?.done === false}>
      <VirtualList
        key={view} items={shown} keyOf={({ id }) => id} estimate={usualRow} label={t('library')} start={topOf(view)} onRest={(row) => keepTop(view, row)}
        rowClass={({ id }) => (selection.ids.has(id) ? 'saved-row chosen' : 'saved-row')}
      >
        {(row) => (
          <LibraryRowView
            row={row} terms={shelf.terms} library={library} chosen={selection.ids.has(row.id)} actions={actions}
            onChoose={(range) => selection.toggle(row.id, range)} onOpen={() => onOpen(row.id)}
          />
        )}
      </VirtualList>
    </div>
  );
}

/** What the list is asked to show: the answer to something else is read from its top. */
function viewOf({ search, arrangement }: Shelf): string {
  return JSON.stringify([search?.query, arrangement]);
}

function NothingThere({ shelf: { saved, search, arrangement } }: { shelf: Shelf }): JSX.Element | null {
  if (search) return <NothingFound search={search} />;
  if (!saved.complete) return null;
  const [title, text] = saved.rows?.length === 0 ? [t('savedEmpty'), t('savedEmptyHelp')] : emptyWords(arrangement);
  return <Message icon={<BookmarkIcon filled={false} size={40} />} title={title} text={text} />;
}
