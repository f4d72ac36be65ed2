import browser from 'webextension-polyfill';
import type { Runtime } from 'webextension-polyfill';
import type { Article } from './article/article.ts';
import type { SaveOutcome } from './library/saved-article.ts';

/** What a page can answer when it is asked for its article. */
export type Extraction =
  | { kind: 'article'; article: Article; milliseconds: number }
  | { kind: 'not-an-article' }
  | { kind: 'failed'; reason: FailureReason };

export type FailureReason = 'too-large' | 'too-deep' | 'timeout' | 'unsupported-document' | 'internal';

export type ReaderState = { open: boolean; failure?: FailureReason | 'not-an-article' };

/** From any part to the background. */
export interface BackgroundProtocol {
  /** The detector's verdict on the sender's page; sent for a change only, never for a page that is no article from the start. */
  pageDetected(input: { readerable: boolean }): void;
  /** Keeps the article in the library; the answer comes after the store has been read back. */
  saveArticle(input: { article: Article }): SaveOutcome;
  /** Opens the saved article in the extension's own page. */
  openSaved(input: { id: string; sectionId?: string }): void;
}

/** From background and popup to the injected reader of one tab. */
export interface PageProtocol {
  /** Extracts the article and leaves the page as it is. */
  extract(input: { force?: boolean }): Extraction;
  /** Opens or closes the reader view over the page. `force` tries even a page that looks like no article; `sectionId` opens it there and never closes. */
  toggleReader(input: { force?: boolean; sectionId?: string }): ReaderState;
}

type Handler = (input: unknown, sender: Runtime.MessageSender) => unknown;
type Input<P, K extends keyof P> = P[K] extends (input: infer I) => unknown ? I : never;
type Output<P, K extends keyof P> = P[K] extends (input: never) => infer O ? Awaited<O> : never;
type Handlers<P> = {
  [K in keyof P]: (input: Input<P, K>, sender: Runtime.MessageSender) => Output<P, K> | Promise<Output<P, K>>;
};
type Envelope = { to: 'background' | 'page'; type: string; input: unknown };
type Reply = { ok: true; output: unknown } | { ok: false; error: string };

/** Calls the background. Rejects with the handler's own message when it throws. */
export function sendToBackground<K extends keyof BackgroundProtocol>(
  type: K,
  input: Input<BackgroundProtocol, K>,
): Promise<Output<BackgroundProtocol, K>> {
  const envelope: Envelope = { to: 'background', type, input };
  return browser.runtime.sendMessage(envelope).then((reply) => unwrap(reply as Reply)) as never;
}

/** Calls the reader injected into the top frame of a tab. Rejects when none is there. */
export function sendToPage<K extends keyof PageProtocol>(
  tabId: number,
  type: K,
  input: Input<PageProtocol, K>,
): Promise<Output<PageProtocol, K>> {
  const envelope: Envelope = { to: 'page', type, input };
  return browser.tabs.sendMessage(tabId, envelope, { frameId: 0 }).then((reply) => unwrap(reply as Reply)) as never;
}

/** Registers the background's handlers; call it once, at the top level of the worker. */
export function handleInBackground(handlers: Handlers<BackgroundProtocol>): void {
  handle('background', handlers as never);
}

/** Registers the injected reader's handlers; the returned function takes them back. */
export function handleInPage(handlers: Handlers<PageProtocol>): () => void {
  return handle('page', handlers as never);
}

function handle(to: Envelope['to'], handlers: Record<string, Handler>): () => void {
  const listener = (message: unknown, sender: Runtime.MessageSender): Promise<Reply> | undefined => {
    if (!isEnvelope(message) || message.to !== to || sender.id !== browser.runtime.id) return undefined;
    if (!Object.hasOwn(handlers, message.type)) return undefined;
    return Promise.resolve()
      .then(() => handlers[message.type]?.(message.input, sender))
      .then(
        (output) => ({ ok: true, output }),
        (error: unknown) => ({ ok: false, error: error instanceof Error ? error.message : String(error) }),
      );
  };
  browser.runtime.onMessage.addListener(listener as never);
  return () => browser.runtime.onMessage.removeListener(listener as never);
}

function isEnvelope(message: unknown): message is Envelope {
  return typeof message === 'object' && message !== null && 'to' in message && 'type' in message && 'input' in message;
}

function unwrap(reply: Reply | undefined): unknown {
  if (reply === undefined) throw new Error('nobody answered');
  if (!reply.ok) throw new Error(reply.error);
  return reply.output;
}
