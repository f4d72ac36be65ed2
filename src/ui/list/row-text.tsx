import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { t } from '../../i18n.ts';
import type { LibraryAccess } from '../../library/library-access.ts';
import type { LibraryRow } from '../../library/rows.ts';
import type { Snippet } from '../../library/snippet.ts';
import { findRanges } from '../../library/snippet.ts';
import { Marked } from './marked.tsx';
import { RowFacts } from './row-facts.tsx';

interface RowTextProps {
  row: LibraryRow;
  /** The folded words that were looked for; none in a plain list. */
  terms: readonly string[];
  library: LibraryAccess;
  /** With author and day. */
  full?: boolean;
}

/** What a row says of an article: title, facts, and its excerpt or the sentence in which it was found. */
export function RowText({ row, terms, library, full = false }: RowTextProps): JSX.Element {
  const title = row.title || t('untitled');
  const { snippet, ranges, annotationId } = useSnippet({ row, terms, library });
  return (
    <>
      <span class="saved-title" dir="auto"><Marked text={title} ranges={findRanges(title, terms)} /></span>
      <RowFacts row={row} full={full} />
      {snippet !== '' && <span class="saved-snippet" dir="auto">{annotationId !== undefined && <span class="saved-note">{t('note')}</span>}<Marked text={snippet} ranges={ranges} /></span>}
    </>
  );
}

/** The excerpt, until the sentence is found; only rows in view ask for theirs. */
function useSnippet({ row, terms, library }: RowTextProps): Snippet {
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
