import { read, select } from '../article/readerable/unclobbered.ts';
import type { Article } from '../article/article.ts';
import { readPagePicture } from '../library/pictures/page-picture.ts';
import type { SentPicture } from '../library/pictures/picture.ts';
import type { Reprint } from '../library/reprints/reprint.ts';
import type { Extraction, ReaderState } from '../messages.ts';
import type { Settings } from '../settings.ts';
import { hostTag } from './layer.ts';
import { drawFailure, openNotice } from './notice.tsx';
import { openOverlay } from './overlay.tsx';
import type { Overlay } from './overlay.tsx';
import { followArticles } from './follow-articles.ts';
import { extractFromPage } from './page-extraction.ts';
import { createPageMemory } from './page-memory.ts';
import { drawReprint } from './reprint-notice.tsx';
import type { ReaderHost } from './reader-host.ts';
import { readNextPage } from './tools/next-page/read-next-page.ts';

type ToggleInput = { force?: boolean; sectionId?: string; byItself?: boolean };
type PageHost = Omit<ReaderHost, 'close' | 'onKeyDown' | 'onKept' | 'settings' | 'extractAnew' | 'readOn'>;

interface PageOptions {
  host: PageHost;
  loadSettings: () => Promise<Settings>;
  /** Says that another article stands in the page, over which the reader may be wanted. */
  announce: () => void;
}

interface PageReader {
  extract(input: { force?: boolean }): Extraction;
  toggleReader(input: ToggleInput): Promise<ReaderState>;
  readPicture(input: { address: string }): Promise<SentPicture>;
  noteKept(input: { url: string }): void;
  tellReprint(input: { id: string; reprint: Reprint }): Promise<void>;
}

/** Whether the document is built of HTML elements, as the browser's view of a plain text is too. */
function isOfHtml(document: Document): boolean {
  return read<Element | null>(document, 'documentElement')?.namespaceURI === 'http://www.w3.org/1999/xhtml';
}

/** The reader of one page: reads it, and opens and closes the view over it. */
export function createPageReader(document: Document, { host, loadSettings, announce }: PageOptions): PageReader {
  const open: { overlay?: Overlay; closeNotice?: () => void; at?: string } = {};
  const kept = new EventTarget();
  const onKept: ReaderHost['onKept'] = (callback, signal) => kept.addEventListener('kept', (event) => callback((event as CustomEvent<string>).detail), { signal });
  removeRemains(document);

  const readPage = createPageMemory(document);
  const follow = followArticles(window, { read: () => readPage({ url: document.URL }), onArticle: announce });
  const extractAnew = (): Article | undefined => {
    const extraction = extractFromPage(document, { url: document.URL, siteRules: false, force: true });
    return extraction.kind === 'article' ? extraction.article : undefined;
  };
  // The page is read while the settings are on their way.
  const show = async (input: ToggleInput, coming: Promise<Settings>): Promise<ReaderState> => {
    open.closeNotice?.();
    open.at = document.URL;
    const extraction = readPage({ url: document.URL, force: input.force });
    const settings = await coming;
    if (extraction.kind === 'article') {
      open.overlay = openOverlay(document, { article: extraction.article, host: { ...host, onKept, readOn: (article) => readNextPage(article, document), settings, extractAnew }, destination: destinationOf(input) });
      if (input.byItself) follow(extraction.article);
      return { open: true };
    }
    const reason = extraction.kind === 'failed' ? extraction.reason : extraction.kind;
    if (input.byItself) return { open: false, failure: reason };
    // A drawing has no place for a notice: whoever asked must say it.
    if (reason === 'unsupported-document' && !isOfHtml(document)) return { open: false, failure: reason };
    const mayTry = reason === 'not-an-article' && !input.force;
    open.closeNotice = openNotice(document, { theme: settings.theme, draw: drawFailure({ reason, onTry: mayTry ? () => void show({ ...input, force: true }, coming) : undefined }) });
    return { open: false, failure: reason };
  };

  const toggle = async (input: ToggleInput): Promise<ReaderState> => {
    const isOpen = open.overlay?.closed.aborted === false;
    // Whoever closed it once does not want it again on the same page.
    if (input.byItself && (isOpen || open.at === document.URL)) return { open: isOpen };
    if (open.overlay === undefined || !isOpen) return show(input, loadSettings());
    const destination = destinationOf(input);
    if (destination === undefined) open.overlay.close();
    else open.overlay.goTo(destination);
    return { open: destination !== undefined };
  };

  return {
    extract: ({ force }) => readPage({ url: document.URL, force }),
    toggleReader: inTurn(toggle),
    noteKept: ({ url }) => void kept.dispatchEvent(new CustomEvent('kept', { detail: url })),
    readPicture: ({ address }) => readPagePicture(address, document),
    tellReprint: async (found) => {
      const { theme } = await loadSettings();
      const overlay = open.overlay?.closed.aborted === false ? open.overlay : undefined;
      open.closeNotice?.();
      open.closeNotice = openNotice(document, { theme, draw: drawReprint(found, host), place: overlay?.dialog });
    },
  };
}

/** The reader of an extension that was updated while it was open: it sees that it is gone, and lets go of the page. */
function removeRemains(document: Document): void {
  for (const remains of select(document, hostTag)) remains.remove();
}

function destinationOf({ sectionId }: ToggleInput): { sectionId: string } | undefined {
  return sectionId === undefined ? undefined : { sectionId };
}

/** One call after the other: a key pressed twice opens and closes, it does not open two. */
function inTurn<I, O>(run: (input: I) => Promise<O>): (input: I) => Promise<O> {
  const queue: { last: Promise<unknown> } = { last: Promise.resolve() };
  return (input) => {
    const turn = queue.last.then(() => run(input));
    queue.last = turn.catch(() => undefined);
    return turn;
  };
}
