import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { t } from '../i18n.ts';
import { beforeLastTag, tagsIn } from '../library/marks.ts';
import type { LibraryRow } from '../library/rows.ts';
import type { RowActions } from './row-actions.ts';

/** The tags of the chosen articles, to take away, and a field that gives them all some more; it completes each of them from the tags there are. */
export function TagEditor({ rows, tags, actions }: { rows: readonly LibraryRow[]; tags: readonly string[]; actions: RowActions }): JSX.Element {
  const [typed, setTyped] = useState('');
  const before = beforeLastTag(typed);
  const theirs = [...new Set(rows.flatMap((row) => row.tags))];
  const add = (event: Event): void => {
    event.preventDefault();
    const fresh = tagsIn(typed);
    if (fresh.length === 0) return;
    actions.addTags(rows, fresh);
    setTyped('');
  };
  return (
    <form class="tag-editor" onSubmit={add}>
      {theirs.map((tag) => (
        <button key={tag} type="button" class="row-tag" data-testid="remove-tag" aria-label={t('removeTag', tag)} title={t('removeTag', tag)} onClick={() => actions.removeTag(rows, tag)}>
          {tag}<span aria-hidden="true"> ×</span>
        </button>
      ))}
      <input
        data-testid="tag-input" list="known-tags" aria-label={t('addTag')} placeholder={t('addTag')} value={typed}
        autocomplete="off" maxLength={200} onInput={(event) => setTyped(event.currentTarget.value)}
      />
      <datalist id="known-tags">{tags.filter((tag) => !theirs.includes(tag) && !tagsIn(before).includes(tag)).map((tag) => <option key={tag} value={before + tag} />)}</datalist>
    </form>
  );
}
