import { extractFromPage } from '../../../src/reader/page-extraction.ts';
import { pageWith } from './article-page.ts';

/** How a name is put before a property: by the document's own named elements, or by the inputs of a form round the text. */
export type Shape = 'beside' | 'around';

export interface Comparison {
  name: string;
  isSame: boolean;
  /** What was thrown, or empty. */
  error: string;
  milliseconds: number;
}

const nobody = 'x-nobody';

const shapes: Record<Shape, (name: string) => string> = {
  beside: (name) => pageWith(`<form><input name="${name}"></form><img name="${name}" alt=""><form name="${name}"></form><object id="${name}"></object><embed name="${name}"><iframe name="${name}"></iframe><a id="${name}"></a>`),
  around: (name) => pageWith('').replace('<article>', `<form><input type="hidden" name="${name}"><article>`).replace('</article>', '</article></form>'),
};

/** Every property that code can read from a document, an element or a form. */
export function readableNames(): string[] {
  const prototypes = [Document, HTMLDocument, Element, HTMLElement, HTMLFormElement, Node, EventTarget, Object].map((type) => type.prototype as object);
  return [...new Set(prototypes.flatMap((prototype) => Object.getOwnPropertyNames(prototype)))].filter((name) => name !== '').sort();
}

/** Extracts a page in which one name after the other is taken, and compares each article with that of a name which nobody asks for. */
export async function compare(shape: Shape, names: readonly string[]): Promise<Comparison[]> {
  const { page, remove } = await showInFrame(shapes[shape](nobody));
  const takers = page.querySelectorAll(`[name=${nobody}], [id=${nobody}]`);
  const clean = extractFrom(page);
  const comparisons = names.map((name) => {
    // Named anew where they stand: a page with frames of its own is slow to make.
    for (const taker of takers) taker.setAttribute(taker.hasAttribute('id') ? 'id' : 'name', name);
    const { article, error, milliseconds } = extractFrom(page);
    return { name, isSame: article !== '' && article === clean.article, error, milliseconds };
  });
  remove();
  return comparisons;
}

/** Only a document that is shown has named elements in front of its properties. */
async function showInFrame(html: string): Promise<{ page: Document; remove: () => void }> {
  const frame = document.createElement('iframe');
  frame.srcdoc = html;
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve));
  document.body.append(frame);
  await loaded;
  return { page: frame.contentDocument as Document, remove: () => frame.remove() };
}

function extractFrom(page: Document): { article: string; error: string; milliseconds: number } {
  const started = performance.now();
  try {
    const extraction = extractFromPage(page, { url: 'https://example.com/article' });
    const milliseconds = performance.now() - started;
    return { article: extraction.kind === 'article' ? JSON.stringify(extraction.article) : '', error: '', milliseconds };
  } catch (error) {
    return { article: '', error: String(error), milliseconds: performance.now() - started };
  }
}
