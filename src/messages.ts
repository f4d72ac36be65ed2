import browser from 'webextension-polyfill';
import type { Runtime } from 'webextension-polyfill';
import type { Article, RemovalGroup } from './article/article.ts';
import type { Annotation } from './library/annotation.ts';
import type { KindChoice } from './library/kept-kinds.ts';
import type { PictureTally, SentPicture } from './library/pictures/picture.ts';
import type { ReadingPlace } from './library/reading-place.ts';
import type { ReprintPair } from './library/reprints/replace-reprint.ts';
import type { Reprint } from './library/reprints/reprint.ts';
import type { SaveOutcome } from './library/saved-article.ts';
import type { Check } from './shape.ts';
import { isBoolean, isNumber, isPlainData, isRecord, isString, optional, shapeOf, textUpTo } from './shape.ts';

/** What a page can answer when it is asked for its article. */
export type Extraction =
  | { kind: 'article'; article: Article; milliseconds: number }
  | { kind: 'not-an-article' }
  | { kind: 'failed'; reason: FailureReason };

export type FailureReason = 'too-large' | 'too-deep' | 'timeout' | 'unsupported-document' | 'internal';

export type ReaderState = { open: boolean; failure?: FailureReason | 'not-an-article' };

/** `forbidden` on pages that no extension may touch, and on PDF documents. */
export type Injection = 'ready' | 'forbidden';

/** From any part to the background. */
export interface BackgroundProtocol {
  /** The detector's verdict on the sender's page; sent for a change only, never for a page that is no article from the start. */
  pageDetected(input: { readerable: boolean }): void;
  /** Puts the reader's script into a tab, so that `sendToPage` finds it there; once or many times. */
  injectReader(input: { tabId: number }): Injection;
  /** Keeps the article in the library; the answer comes after the store has been read back. The reader in the named tab hears of it. */
  saveArticle(input: { article: Article; tabId?: number }): SaveOutcome;
  /** Keeps the pictures of the saved article at an address, as far as the page has them: the sender's own, else that of the named tab. */
  keepPictures(input: { url: string; tabId?: number }): PictureTally;
  /** Whether the library has the article of an address; pages ask here, because those without https cannot work out an id. */
  isSaved(input: { url: string }): boolean;
  /** The highlights and notes of the article at an address. */
  annotationsAt(input: { url: string }): Annotation[];
  /** Keeps a highlight with its note, in place of the one with its id. */
  keepAnnotation(input: { url: string; annotation: Annotation }): void;
  dropAnnotation(input: { url: string; id: string }): void;
  /** The kinds of blocks that a person wants to see on a site, by its host name. */
  keptKinds(input: { site: string }): RemovalGroup[];
  /** Remembers or forgets such a kind. */
  keepKind(input: KindChoice): void;
  /** How far the article at an address was read; none for one that was never read here. */
  readingPlace(input: { url: string }): ReadingPlace | undefined;
  keepReadingPlace(input: ReadingPlace & { url: string }): void;
  /** The article, saved before from another address, of which a saved one is a reprint. */
  findReprint(input: { id: string }): Reprint | undefined;
  /** Opens the article that was there before; only of two that say the same, because pages' scripts may ask for it. */
  openReprint(input: ReprintPair): void;
  /** Puts the article that was there before into the bin, and what was said about it on the other one. */
  replaceReprint(input: ReprintPair): void;
  /** Opens the saved article in the extension's own page, at a section, at a highlight, or at words, where they first stand or in a sentence. */
  openSaved(input: { id: string; sectionId?: string; words?: string; sentence?: string; annotationId?: string }): void;
}

/** From background and popup to the injected reader of one tab. */
export interface PageProtocol {
  /** Extracts the article and leaves the page as it is. */
  extract(input: { force?: boolean }): Extraction;
  /** Opens or closes the reader view over the page. `force` tries even a page that looks like no article; `sectionId` opens it there and never closes. `byItself` opens it where nobody has opened it before, and says nothing where it cannot. */
  toggleReader(input: { force?: boolean; sectionId?: string; byItself?: boolean }): ReaderState;
  /** The article at an address was saved, not by the reader itself. */
  noteKept(input: { url: string }): void;
  /** A picture that the page has loaded. */
  readPicture(input: { address: string }): SentPicture;
  /** Says over the page that the article just saved from it, without the popup or the reader, was saved before from another address. */
  tellReprint(input: { id: string; reprint: Reprint }): void;
}

type Input<P, K extends keyof P> = P[K] extends (input: infer I) => unknown ? I : never;
type Output<P, K extends keyof P> = P[K] extends (input: never) => infer O ? Awaited<O> : never;
type Handlers<P> = {
  [K in keyof P]: (input: Input<P, K>, sender: Runtime.MessageSender) => Output<P, K> | Promise<Output<P, K>>;
};

type Party = 'own-page' | 'content-script';
/** Who may send a message, and what it must look like: a page's process may be broken into, and then speaks as our content script. */
type Border<P> = { readonly [K in keyof P]: { from: readonly Party[]; input: Check } };

/** No address of an article is longer, and neither are the other texts: names, first words, words looked for. Articles have the browser's own bound for a message. */
const isAddress = textUpTo(100_000);
const isName = textUpTo(1_000);

const backgroundBorder: Border<BackgroundProtocol> = {
  pageDetected: { from: ['content-script'], input: shapeOf<{ readerable: boolean }>({ readerable: isBoolean }) },
  injectReader: { from: ['own-page'], input: shapeOf<{ tabId: number }>({ tabId: isNumber }) },
  // The library checks the article itself, field by field, and answers `invalid`.
  saveArticle: { from: ['own-page', 'content-script'], input: shapeOf<Input<BackgroundProtocol, 'saveArticle'>>({ article: isRecord, tabId: optional(isNumber) }) },
  keepPictures: { from: ['own-page', 'content-script'], input: shapeOf<Input<BackgroundProtocol, 'keepPictures'>>({ url: isAddress, tabId: optional(isNumber) }) },
  isSaved: { from: ['own-page', 'content-script'], input: shapeOf<{ url: string }>({ url: isAddress }) },
  annotationsAt: { from: ['own-page', 'content-script'], input: shapeOf<{ url: string }>({ url: isAddress }) },
  // The library checks the annotation itself, field by field.
  keepAnnotation: {
    from: ['own-page', 'content-script'],
    input: shapeOf<Input<BackgroundProtocol, 'keepAnnotation'>>({ url: isAddress, annotation: isRecord }),
  },
  dropAnnotation: { from: ['own-page', 'content-script'], input: shapeOf<Input<BackgroundProtocol, 'dropAnnotation'>>({ url: isAddress, id: isName }) },
  keptKinds: { from: ['own-page', 'content-script'], input: shapeOf<{ site: string }>({ site: isName }) },
  keepKind: {
    from: ['own-page', 'content-script'],
    input: shapeOf<KindChoice>({ site: isName, group: isName, keep: isBoolean }),
  },
  readingPlace: { from: ['own-page', 'content-script'], input: shapeOf<{ url: string }>({ url: isAddress }) },
  keepReadingPlace: {
    from: ['own-page', 'content-script'],
    input: shapeOf<ReadingPlace & { url: string }>({ url: isAddress, fraction: isNumber, anchorText: isName }),
  },
  findReprint: { from: ['own-page', 'content-script'], input: shapeOf<{ id: string }>({ id: isName }) },
  openReprint: { from: ['own-page', 'content-script'], input: shapeOf<ReprintPair>({ old: isName, fresh: isName }) },
  replaceReprint: { from: ['own-page', 'content-script'], input: shapeOf<ReprintPair>({ old: isName, fresh: isName }) },
  openSaved: {
    from: ['own-page'],
    input: shapeOf<Input<BackgroundProtocol, 'openSaved'>>({ id: isName, sectionId: optional(isName), words: optional(isName), sentence: optional(isName), annotationId: optional(isName) }),
  },
};

const pageBorder: Border<PageProtocol> = {
  extract: { from: ['own-page'], input: shapeOf<Input<PageProtocol, 'extract'>>({ force: optional(isBoolean) }) },
  toggleReader: {
    from: ['own-page'],
    input: shapeOf<Input<PageProtocol, 'toggleReader'>>({ force: optional(isBoolean), sectionId: optional(isName), byItself: optional(isBoolean) }),
  },
  noteKept: { from: ['own-page'], input: shapeOf<{ url: string }>({ url: isAddress }) },
  readPicture: { from: ['own-page'], input: shapeOf<{ address: string }>({ address: isAddress }) },
  tellReprint: {
    from: ['own-page'],
    input: shapeOf<Input<PageProtocol, 'tellReprint'>>({ id: isName, reprint: shapeOf<Reprint>({ id: isName, title: isAddress, siteName: isAddress, url: isAddress, savedAt: isNumber, likeness: isNumber }) }),
  },
};

type Envelope = { to: 'background' | 'page'; type: string; input: unknown };
type Reply = { ok: true; output: unknown } | { ok: false; error: string };

/** Whether the extension was updated or removed under this script, which then reaches nobody any more. */
export function isLeftBehind(): boolean {
  return (browser.runtime as Partial<Runtime.Static> | undefined)?.id === undefined;
}

/** Calls the background; once more where it ended before it had answered, for every message may come twice. Rejects with the handler's own message when it throws. */
export async function sendToBackground<K extends keyof BackgroundProtocol>(
  type: K,
  input: Input<BackgroundProtocol, K>,
): Promise<Output<BackgroundProtocol, K>> {
  const envelope: Envelope = { to: 'background', type, input };
  const reply = await browser.runtime.sendMessage(envelope).catch(noReply);
  return unwrap(reply ?? (await browser.runtime.sendMessage(envelope))) as Output<BackgroundProtocol, K>;
}

/** Browsers end the worker whenever they like, and tell whoever waits for it in various words, or not at all. */
function noReply(error: unknown): undefined {
  console.info('the background ended before it had answered', error);
}

/** No script of ours was there to hear a message. */
export class NobodyThere extends Error {}

/** How browsers say that a page went away after it had heard the message: what it was asked may be done, or half done. */
const wentAway = /closed|destroyed|unloaded/i;

/** Calls the reader injected into the top frame of a tab. Rejects with `NobodyThere` when none is there. */
export async function sendToPage<K extends keyof PageProtocol>(
  tabId: number,
  type: K,
  input: Input<PageProtocol, K>,
): Promise<Output<PageProtocol, K>> {
  const envelope: Envelope = { to: 'page', type, input };
  const reply: unknown = await browser.tabs.sendMessage(tabId, envelope, { frameId: 0 }).catch((cause: unknown) => {
    throw wentAway.test(String(cause)) ? cause : new NobodyThere('nobody heard', { cause });
  });
  return unwrap(reply) as Output<PageProtocol, K>;
}

/** Registers the background's handlers; call it once, at the top level of the worker. */
export function handleInBackground(handlers: Handlers<BackgroundProtocol>): void {
  listen('background', handlers, backgroundBorder);
}

/** Registers the injected reader's handlers; the returned function takes them back. */
export function handleInPage(handlers: Handlers<PageProtocol>): () => void {
  return listen('page', handlers, pageBorder);
}

function listen<P>(to: Envelope['to'], handlers: Handlers<P>, border: Border<P>): () => void {
  const replyTo = (message: unknown, sender: Runtime.MessageSender): Promise<Reply> | undefined => {
    const party = partyOf(sender);
    if (!party || !isEnvelope(message) || message.to !== to || !Object.hasOwn(border, message.type)) return undefined;
    const type = message.type as keyof P;
    if (!border[type].from.includes(party)) return refuse(`${message.type} is not for a ${party} to send`);
    if (!border[type].input(message.input) || !isPlainData(message.input)) return refuse(`${message.type} came with malformed input`);
    return answer(() => handlers[type](message.input as Input<P, typeof type>, sender));
  };
  // Not every browser takes a promise for an answer: all know that `true` says that there will be one.
  const listener = (message: unknown, sender: Runtime.MessageSender, send: (reply: Reply) => void): boolean => {
    const reply = replyTo(message, sender);
    void reply?.then(send);
    return reply !== undefined;
  };
  // The polyfill's type wants an answer to every message; none means that the message was for another listener.
  browser.runtime.onMessage.addListener(listener as Runtime.OnMessageListenerCallback);
  return () => browser.runtime.onMessage.removeListener(listener as Runtime.OnMessageListenerCallback);
}

async function answer(handle: () => unknown): Promise<Reply> {
  try {
    return { ok: true, output: await handle() };
  } catch (error) {
    return { ok: false, error: error instanceof Error ? error.message : String(error) };
  }
}

function refuse(error: string): Promise<Reply> {
  return Promise.resolve({ ok: false, error });
}

/** Our own page or worker, or our script in the top frame of a tab; undefined for all others. */
function partyOf(sender: Runtime.MessageSender): Party | undefined {
  if (sender.id !== browser.runtime.id) return undefined;
  if (!sender.tab || sender.url?.startsWith(browser.runtime.getURL(''))) return 'own-page';
  return sender.frameId === 0 ? 'content-script' : undefined;
}

const isEnvelope = (value: unknown): value is Envelope =>
  isRecord(value) && isString(value['to']) && isString(value['type']) && 'input' in value;

function unwrap(reply: unknown): unknown {
  if (!isRecord(reply) || !isBoolean(reply['ok'])) throw new NobodyThere('nobody answered');
  if (!reply['ok']) throw new Error(String(reply['error']));
  return reply['output'];
}
