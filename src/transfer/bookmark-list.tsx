import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { t } from '../i18n.ts';
import type { Bookmark } from '../library/import/bookmark.ts';
import { formatMoment } from '../ui/dates.ts';
import { DeleteIcon } from '../ui/icons.tsx';
import { afterPause } from './after-pause.ts';
import type { TransferHost } from './transfer-host.ts';

/** So many rows are drawn at once; thousands would hold up the page. */
const step = 100;

/** What another service's list brought: addresses whose articles are still to be saved. Absent when there are none. */
export function BookmarkList({ host }: { host: TransferHost }): JSX.Element | null {
  const [bookmarks, setBookmarks] = useState<Bookmark[]>([]);
  const [shown, setShown] = useState(step);
  useEffect(() => {
    const life = new AbortController();
    const read = async (): Promise<void> => {
      const found = await host.bookmarks();
      if (!life.signal.aborted) setBookmarks(found);
    };
    host.onChange(afterPause(() => void read(), life.signal), life.signal);
    void read();
    return () => life.abort();
  }, [host]);
  if (bookmarks.length === 0) return null;
  const rest = bookmarks.length - shown;
  return (
    <section aria-labelledby="bookmarks-title" data-testid="bookmarks">
      <h2 id="bookmarks-title">{t('bookmarksTitle')}<span class="count">{t('bookmarksCount', bookmarks.length)}</span></h2>
      <p class="help">{t('bookmarksHelp')}</p>
      <ul class="bookmarks">
        {bookmarks.slice(0, shown).map((bookmark) => <BookmarkRow key={bookmark.id} bookmark={bookmark} onRemove={(id) => void host.removeBookmark(id)} />)}
      </ul>
      {rest > 0 && <button type="button" class="button" data-testid="bookmarks-more" onClick={() => setShown(shown + step)}>{t('bookmarksMore', Math.min(rest, step))}</button>}
    </section>
  );
}

function BookmarkRow({ bookmark: { id, url, title, tags, addedAt, read }, onRemove }: { bookmark: Bookmark; onRemove: (id: string) => void }): JSX.Element {
  const name = title || url;
  const facts = [new URL(url).hostname, addedAt > 0 ? formatMoment(addedAt, Date.now()) : '', read ? t('bookmarkRead') : '', ...tags];
  return (
    <li data-testid="bookmark">
      <a href={url} target="_blank" rel="noopener noreferrer" dir="auto">{name}</a>
      <small dir="auto">{facts.filter((fact) => fact !== '').join(' · ')}</small>
      <button type="button" class="icon-button" data-testid="bookmark-remove" aria-label={t('bookmarkRemove', name)} onClick={() => onRemove(id)}><DeleteIcon /></button>
    </li>
  );
}
