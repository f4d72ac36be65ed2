import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { t } from '../../i18n.ts';
import type { LibraryAccess } from '../../library/library-access.ts';
import type { LibraryRow } from '../../library/rows.ts';
import { savedQuery } from '../../library/saved-address.ts';
import type { Snippet } from '../../library/snippet.ts';
import { findRanges } from '../../library/snippet.ts';
import { Marked } from './marked.tsx';
import { placeIn } from './place-of-hit.ts';
import { RowFacts } from './row-facts.tsx';

interface RowLinkProps {
  row: LibraryRow;
  /** The folded words that were looked for; none in a plain list. */
  terms: readonly string[];
  library: LibraryAccess;
  /** With author and day. */
  full?: boolean;
  onOpen: () => void;
}

/**
 * What a row says of an article, title, facts, and its excerpt or the sentence in which it was found; a press opens it. As any
 * link it can be opened beside the list, too.
 */
export function RowLink({ row, terms, library, full = false, onOpen }: RowLinkProps): JSX.Element {
  const title = row.title || t('untitled');
  const found = useSnippet({ row, terms, library });
  const { snippet, ranges, annotationId } = found;
  const press = (event: MouseEvent): void => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    onOpen();
  };
  return (
    <a class="saved-open" data-testid="saved-open" href={`../reader/index.html${savedQuery(row.id, placeIn(found))}`} onClick={press}>
      <span class="saved-title" dir="auto"><Marked text={title} ranges={findRanges(title, terms)} /></span>
      <RowFacts row={row} full={full} />
      {snippet !== '' && <span class="saved-snippet" dir="auto">{annotationId !== undefined && <span class="saved-note">{t('note')}</span>}<Marked text={snippet} ranges={ranges} /></span>}
    </a>
  );
}

/** The excerpt, until the sentence is found; only rows in view ask for theirs. */
function useSnippet({ row, terms, library }: Omit<RowLinkProps, 'onOpen'>): Snippet {
  const excerpt: Snippet = { snippet: row.excerpt, ranges: [] };
  const [found, setFound] = useState<{ of: string; snippet: Snippet | undefined }>();
  const wanted = terms.length === 0 ? '' : `${row.id} ${terms.join(' ')}`;
  useEffect(() => {
    if (wanted === '') return undefined;
    const life = new AbortController();
    void library.snippet(row.id, terms).then(
      (snippet) => { if (!life.signal.aborted) setFound({ of: wanted, snippet }); },
      (error: unknown) => console.warn('the sentence of a hit could not be read', error),
    );
    return () => life.abort();
  }, [wanted, row.updatedAt, library]);
  return (found?.of === wanted ? found.snippet : undefined) ?? excerpt;
}
