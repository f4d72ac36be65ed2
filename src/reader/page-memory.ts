import { read } from '../article/readerable/unclobbered.ts';
import type { Extraction } from '../messages.ts';
import type { PageOptions } from './page-extraction.ts';
import { extractFromPage } from './page-extraction.ts';
import { findObstacle } from './page-limits.ts';

/** Pages with more characters of markup are read anew each time, rather than held in memory twice. */
const mostRemembered = 2_000_000;

/**
 * Reads a page, and gives the same answer again for as long as nothing in it has changed: the popup has often read it a
 * moment before the reader does, and a reader is closed and opened again.
 */
export function createPageMemory(document: Document): (options: PageOptions) => Extraction {
  const last: { look?: string | undefined; extraction?: Extraction } = {};
  return (options) => {
    const look = lookAt(document, options);
    if (last.extraction?.kind === 'article' && look !== undefined && look === last.look) return last.extraction;
    last.extraction = extractFromPage(document, options);
    last.look = look;
    return last.extraction;
  };
}

/** All that an extraction goes by: the address, the markup, and how many style sheets have come, since they say what is bold. */
function lookAt(document: Document, { url, force, siteRules }: PageOptions): string | undefined {
  if (findObstacle(document) !== undefined) return undefined; // to write out the markup of such a page can break the tab
  const root = read<Element | null>(document, 'documentElement');
  const markup = root === null ? '' : read<string>(root, 'outerHTML');
  if (markup.length > mostRemembered) return undefined;
  return JSON.stringify([url, force, siteRules, read<StyleSheetList>(document, 'styleSheets').length]) + markup;
}
