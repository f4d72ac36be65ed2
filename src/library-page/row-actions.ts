import type { MessageKey } from '../i18n.ts';
import { t } from '../i18n.ts';
import type { LibraryAccess } from '../library/library-access.ts';
import type { Marks } from '../library/marks.ts';
import type { LibraryRow } from '../library/rows.ts';
import type { WayBack } from '../library/way-back.ts';
import type { Undo } from '../ui/list/use-undo.ts';
import { putBack, removeToBin } from '../ui/list/use-undo.ts';

/** What can be done with one row, or with all chosen ones; each toggles by what the first of them is. */
export interface RowActions {
  star(rows: readonly LibraryRow[]): void;
  archive(rows: readonly LibraryRow[]): void;
  markRead(rows: readonly LibraryRow[]): void;
  remove(rows: readonly LibraryRow[]): void;
  putBack(rows: readonly LibraryRow[]): void;
  /** Removes what lies in the bin for good, as soon as the time for second thoughts is over. */
  letGo(rows: readonly LibraryRow[]): void;
  /** At once, to make room. */
  removeForGood(rows: readonly LibraryRow[]): void;
  addTags(rows: readonly LibraryRow[], tags: readonly string[]): void;
  removeTag(rows: readonly LibraryRow[], tag: string): void;
}

/** Wires the actions to a library, each with its way back; what fails is told through `onFailure`. */
export function createRowActions(library: LibraryAccess, undo: Pick<Undo, 'keep' | 'tell'>, onFailure: (error: unknown) => void): RowActions {
  const run = (deed: Promise<void>): void => void deed.catch(onFailure);
  const keep = (word: string, deed: Promise<WayBack>): void => run(undo.keep(word, deed));
  const mark = (word: string, rows: readonly LibraryRow[], change: (marks: Marks) => Marks): void => keep(word, library.mark(idsOf(rows), change));
  return {
    star: (rows) => {
      const star = rows[0]?.star !== true;
      mark(said(star ? 'didStar' : 'didUnstar', rows), rows, (marks) => ({ ...marks, star }));
    },
    archive: (rows) => {
      const archived = rows[0]?.archived !== true;
      mark(said(archived ? 'didArchive' : 'didUnarchive', rows), rows, (marks) => ({ ...marks, archived }));
    },
    markRead: (rows) => {
      const read = (rows[0]?.fraction ?? 0) < 1;
      keep(said(read ? 'didRead' : 'didUnread', rows), library.setRead(idsOf(rows), read));
    },
    remove: (rows) => {
      if (rows.length > 0) void removeToBin(undo, library, { ids: idsOf(rows), title: titleOf(rows) });
    },
    putBack: (rows) => void putBack(undo, library, { ids: idsOf(rows), title: titleOf(rows) }),
    // A page that is closed before that leaves it to the next sweep.
    letGo: (rows) => run(undo.keep(said('didLetGo', rows), library.letGo(idsOf(rows)), () => run(library.sweep()))),
    removeForGood: (rows) => run(library.removeForGood(idsOf(rows))),
    addTags: (rows, tags) => mark(t('didTag', tags.join(' · ')), rows, (marks) => ({ ...marks, tags: [...marks.tags, ...tags] })),
    removeTag: (rows, tag) => mark(t('didUntag', tag), rows, (marks) => ({ ...marks, tags: marks.tags.filter((other) => other !== tag) })),
  };
}

/** What was done, and with which article or with how many. */
function said(deed: MessageKey, rows: readonly LibraryRow[]): string {
  return t(deed, rows.length === 1 ? titleOf(rows) : t('articleCount', rows.length));
}

function titleOf([first]: readonly LibraryRow[]): string {
  return first?.title || t('untitled');
}

function idsOf(rows: readonly LibraryRow[]): string[] {
  return rows.map(({ id }) => id);
}
