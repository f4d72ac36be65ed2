/** The element under `<html>` in whose shadow root a layer stands. */
export const hostTag = 'jingdu-reader';

/** What lies on the document, not in the shadow root: while printing, only the reader is on the paper. */
const whilePrinting = '@page { size: A4; margin: 18mm 20mm 20mm; @bottom-center { content: counter(page) " / " counter(pages); font: 9pt sans-serif; color: #575d66 } } @media print { html { height: auto !important; overflow: visible !important } body { display: none !important } }';

/**
 * A closed shadow root of our own over the page; whoever opens it removes its host again. Styles come
 * as constructed sheets, which no content security policy of the page can refuse.
 */
export function openLayer(document: Document, css: string): ShadowRoot {
  const host = document.createElement(hostTag);
  // Inline and important: no rule of the page comes after it. `all` does not cover direction.
  host.style.cssText = 'all: initial !important; direction: ltr !important; display: block !important; position: fixed !important; inset: 0 auto auto 0 !important; width: 0 !important; height: 0 !important;';
  // A page that enlarges its root element would enlarge the reader beyond the view.
  const { currentCSSZoom = 1 } = document.documentElement;
  host.style.setProperty('zoom', `${1 / currentCSSZoom}`, 'important');
  const root = host.attachShadow({ mode: 'closed' });
  root.adoptedStyleSheets = [sheetOf(css)];
  document.documentElement.append(host);
  return root;
}

/** Lets only the reader be printed, until the signal is aborted. */
export function printOnlyTheReader(document: Document, signal: AbortSignal): void {
  adoptOnDocument(document, whilePrinting, signal);
}

/** Adds rules to the page without touching one of its nodes, until the signal is aborted. */
export function adoptOnDocument(document: Document, css: string, signal: AbortSignal): void {
  const sheet = sheetOf(css);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  signal.addEventListener('abort', () => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet);
  });
}

/** A style sheet of this text, which no content security policy can refuse. */
export function sheetOf(css: string): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  return sheet;
}
