import { render } from 'preact';
import type { Article } from '../article/article.ts';
import latinFaces from '../ui/latin-faces.css?inline';
import { closeOnLeaving, isBackKey } from './leave.ts';
import { adoptOnDocument, openLayer, printOnlyTheReader } from './layer.ts';
import overlayCss from './overlay.css?inline';
import { Reader } from './reader.tsx';
import { readerStyles } from './reader-styles.ts';
import type { Destination, ReaderHost } from './reader-host.ts';
import { lockScroll } from './scroll-lock.ts';
import { shieldFromPage } from './shield.ts';
import { stayOnTop } from './stay-on-top.ts';

/** The styles of everything that is shown over a page. */
export const overlayStyles = `${readerStyles}\n${overlayCss}`;

/** The reader over a page, while it is open. */
export interface Overlay {
  close(): void;
  /** Goes to a section of the article that is open. */
  goTo(destination: Destination): void;
  /** What stands in here is within reach; all else on the page is not. */
  dialog: HTMLElement;
  /** Aborted once it is closed, whoever closed it. */
  closed: AbortSignal;
}

interface OverlayOptions {
  article: Article;
  host: Omit<ReaderHost, 'close' | 'onKeyDown'>;
  destination?: Destination | undefined;
}

/** Opens the reader over the page: in the top layer, the page inert and still behind it, and not one of its nodes changed. */
export function openOverlay(document: Document, { article, host, destination }: OverlayOptions): Overlay {
  const life = new AbortController();
  const keys = new EventTarget();
  const root = openLayer(document, overlayStyles);
  const dialog = appendDialog(root, life);
  closeTopmost(dialog, { signal: life.signal, onEscape: (event) => void keys.dispatchEvent(new CustomEvent('key', { detail: event })) });
  const close = (): void => life.abort();
  const fullHost: ReaderHost = { ...host, close, onKeyDown: (callback, signal) => listenForKeys(keys, callback, signal) };
  const show = (place: Destination | undefined): void => render(<Reader article={article} host={fullHost} destination={place} />, dialog);

  lockScroll(document, life.signal);
  printOnlyTheReader(document, life.signal);
  // A shadow root cannot name faces of its own.
  adoptOnDocument(document, latinFaces, life.signal);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!isBackKey(event)) return void keys.dispatchEvent(new CustomEvent('key', { detail: event }));
    event.preventDefault();
    close();
  };
  shieldFromPage(root, { signal: life.signal, onKeyDown });
  closeOnLeaving(window, { url: document.URL, close, signal: life.signal });
  closeWhenTornOut(document, root, life);
  stayOnTop(dialog, root.host, life.signal);
  dialog.showModal();
  show(destination);
  return { close, goTo: show, dialog, closed: life.signal };
}

/** A modal dialog makes the page inert and gives the focus back by itself, with no attribute on the page. */
function appendDialog(root: ShadowRoot, life: AbortController): HTMLDialogElement {
  const dialog = root.ownerDocument.createElement('dialog');
  dialog.setAttribute('aria-labelledby', 'reader-title');
  root.append(dialog);
  life.signal.addEventListener('abort', () => {
    // Closed before it is taken out: only a dialog that closes gives the focus back.
    dialog.close();
    render(null, dialog);
    root.host.remove();
  });
  return dialog;
}

/** The browser itself asks a dialog to close where the page kept Esc from us, and on the Back gesture of a phone: that takes what lies topmost, as Esc does. */
function closeTopmost(dialog: HTMLDialogElement, { onEscape, signal }: { onEscape: (event: KeyboardEvent) => void; signal: AbortSignal }): void {
  const press = (): void => onEscape(new KeyboardEvent('keydown', { key: 'Escape', cancelable: true }));
  dialog.addEventListener('cancel', (event) => {
    if (!event.cancelable || event.target !== dialog) return;
    event.preventDefault();
    press();
  }, { signal });
  // Asked a second time, a browser closes it at once.
  dialog.addEventListener('close', (event) => {
    // Opened again since, it only changed its place.
    if (event.target !== dialog || dialog.open) return;
    press();
    if (!signal.aborted) dialog.showModal();
  }, { signal });
}

function listenForKeys(keys: EventTarget, callback: (event: KeyboardEvent) => void, signal: AbortSignal): void {
  keys.addEventListener('key', (event) => callback((event as CustomEvent<KeyboardEvent>).detail), { signal });
}

/** A page that replaces its whole document takes the reader with it; what the reader holds must be let go then. */
function closeWhenTornOut(document: Document, root: ShadowRoot, life: AbortController): void {
  const observer = new MutationObserver(() => {
    if (!root.host.isConnected) life.abort();
  });
  observer.observe(document, { childList: true });
  observer.observe(document.documentElement, { childList: true });
  life.signal.addEventListener('abort', () => observer.disconnect());
}
