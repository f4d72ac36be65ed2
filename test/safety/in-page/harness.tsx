import { render } from 'preact';
import type { Article } from '../../../src/article/article.ts';
import { extract } from '../../../src/article/extract.ts';
import { sanitizeToFragment } from '../../../src/article/sanitize.ts';
import type { LibraryAccess } from '../../../src/library/library-access.ts';
import { metaRecord } from '../../../src/library/library-index.ts';
import { PageArticleView } from '../../../src/popup/page-article-view.tsx';
import type { PopupHost } from '../../../src/popup/popup-host.ts';
import { SavedRow } from '../../../src/popup/saved-row.tsx';
import { openOverlay } from '../../../src/reader/overlay.tsx';
import type { ReaderHost } from '../../../src/reader/reader-host.ts';
import { SavedPage } from '../../../src/reader/saved-page.tsx';
import { defaultSettings } from '../../../src/settings.ts';
import { sampleArticle } from '../../ui/sample-article.ts';
import { fields } from '../vectors/fields.ts';
import { vectors } from '../vectors/all.ts';
import { after, before, pageWith } from './article-page.ts';
import { wordsExpectedOf } from './expected-words.ts';
import { residueOf, residueOfView } from './residue.ts';
import { watchShadowRoots } from './surroundings.ts';

const unasked = (): never => {
  throw new Error('nothing is asked of the browser here');
};
const popupHost = {
  isSaved: () => Promise.resolve(false),
  opensByItself: () => Promise.resolve(false),
  shortcut: () => Promise.resolve('Alt+Shift+Y'),
  save: unasked, findReprint: unasked, openReprint: unasked, replaceReprint: unasked, readPage: unasked, openReader: unasked, openByItself: unasked,
  openSaved: unasked, openLibrary: unasked, openShortcutSettings: unasked,
  library: {} as LibraryAccess, // rows without words to look for ask it nothing
} satisfies PopupHost;

/** What became of one vector on one way. */
export interface Verdict {
  name: string;
  residue: string[];
  /** Benign words that should be there and are not. */
  lost: string[];
}

const openedRoots = watchShadowRoots();
const probeOf = (index: number, origin: string) => ({ js: `canary(${index})`, url: `${origin}/hit/${index}` });

const host: Omit<ReaderHost, 'close'> = {
  settings: { ...defaultSettings, theme: 'paper' },
  isSaved: () => Promise.resolve(false),
  save: () => Promise.resolve({ kind: 'failed', reason: 'internal' }),
  annotations: () => Promise.resolve([]),
  keepAnnotation: () => Promise.resolve(),
  dropAnnotation: () => Promise.resolve(),
  readingPlace: () => Promise.resolve(undefined),
  keepReadingPlace: () => Promise.resolve(),
  keptKinds: () => Promise.resolve([]),
  keepKind: () => Promise.resolve(),
  saveSettings: () => Promise.resolve(),
  onSettingsChange: () => undefined,
  onKeyDown: () => undefined,
};

/** The ways by which a vector can come to be shown. */
export type Way = 'throughPage' | 'throughStore' | 'throughField';

/** Shows every vector by a way, and takes it away again. */
export async function runAll(way: Way, origin: string): Promise<Verdict[]> {
  const verdicts: Verdict[] = [];
  const run = { throughPage, throughStore, throughField }[way];
  const last = way === 'throughField' ? fields.length : vectors.length;
  for (let index = 0; index < last; index += 1) {
    verdicts.push(...tried(() => run(index, origin), `${way} ${index}`));
    // Pictures that do not load say so later.
    if (index % 20 === 0) await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return verdicts;
}

/** What breaks the view has not been held. */
function tried(run: () => Verdict | Verdict[], name: string): Verdict[] {
  try {
    return [run()].flat();
  } catch (error) {
    return [{ name, residue: [error instanceof Error ? `${error.message}\n${error.stack}` : String(error)], lost: [] }];
  }
}

/** From a page to the reader over it: extracted, through JSON, and mounted. */
export function throughPage(index: number, origin: string): Verdict {
  const { name, make } = vectors[index] ?? fail(index);
  const page = new DOMParser().parseFromString(pageWith(make(probeOf(index, origin))), 'text/html');
  const words = wordsExpectedOf(page);
  const article = extract(page, { url: `${origin}/article` });
  if (!article) return { name, residue: [], lost: words };
  return mountOver(name, JSON.parse(JSON.stringify(article)) as Article, words);
}

/** From the store to the page of a saved article: the markup as it was, as a damaged record or a foreign backup may hold it. */
export function throughStore(index: number, origin: string): Verdict {
  const { name, make } = vectors[index] ?? fail(index);
  const contentHtml = `<p>${before}</p>${make(probeOf(index, origin))}<p>${after}</p>`;
  return mountSaved(name, sampleArticle({ contentHtml, removals: [{ id: 0, step: 'lines', reason: 'x', group: 'ad', text: before, html: make(probeOf(index, origin)) }] }), [before]);
}

/** A stored article whose other fields are hostile: over a page, in its own, and in the popup. */
export function throughField(index: number, origin: string): Verdict[] {
  const { name, change } = fields[index] ?? fail(index);
  const article = { ...sampleArticle({ contentHtml: `<p>${before}</p>` }), ...change(probeOf(index, origin)) };
  return [mountOver(`${name}, over a page`, article, [before]), mountSaved(`${name}, saved`, article, [before]), mountPopup(`${name}, popup`, article)];
}

function mountOver(name: string, article: Article, words: readonly string[]): Verdict {
  const overlay = openOverlay(document, { article, host });
  const [root] = openedRoots();
  if (!root) throw new Error('no reader was opened');
  const verdict = judge({ name, view: root, article, words });
  overlay.close();
  return verdict;
}

function mountSaved(name: string, article: Article, words: readonly string[]): Verdict {
  const place = document.body.appendChild(document.createElement('div'));
  render(<SavedPage loaded={{ kind: 'found', article }} host={{ ...host, pictures: { given: false, give: () => undefined, kept: new Map(), total: 0, keepOthers: () => Promise.resolve('denied') } }} />, place);
  const verdict = judge({ name, view: place, article, words });
  render(null, place);
  place.remove();
  return verdict;
}

/** What the popup says of the page's article, and the row that a saved one has there. */
function mountPopup(name: string, article: Article): Verdict {
  const place = document.body.appendChild(document.createElement('div'));
  const { entry } = metaRecord({ schema: 1, id: 'x', savedAt: 1, updatedAt: 1, article });
  const row = { ...entry, star: false, archived: false, tags: [], deletedAt: 0, fraction: 0 };
  const nothing = (): void => undefined;
  render(<><PageArticleView host={popupHost} page={{ article, forced: false }} onFailure={nothing} /><SavedRow row={row} terms={[]} library={popupHost.library} onOpen={nothing} onDelete={nothing} onRestore={nothing} /></>, place);
  place.querySelector('[data-testid=open-here]')?.remove(); // the one field that the popup itself has
  const opener = place.querySelector('[data-testid=saved-open]');
  const isDrawn = place.querySelector('[data-testid=title]') !== null && opener?.getAttribute('href') === '../reader/index.html?id=x';
  opener?.removeAttribute('href'); // its one link, to a page of its own
  const verdict = { name, residue: residueOfView(place), lost: isDrawn ? [] : ['the popup'] };
  render(null, place);
  place.remove();
  return verdict;
}

function judge({ name, view, article, words }: { name: string; view: ParentNode; article: Article; words: readonly string[] }): Verdict {
  const text = view.querySelector('[data-testid=body]')?.textContent ?? '';
  const residue = [...residueOf(sanitizeToFragment(article.contentHtml, document)), ...residueOfView(view)];
  return { name, residue, lost: words.filter((word) => !text.includes(word)) };
}

function fail(index: number): never {
  throw new Error(`there is no vector ${index}`);
}
