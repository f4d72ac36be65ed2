import { vi } from 'vitest';

type Observed = { callback: IntersectionObserverCallback; options: IntersectionObserverInit | undefined; targets: Element[] };

/** What jsdom lacks and the reader needs, each doing the least that the platform promises. */
export function installMissingParts() {
  const observers: Observed[] = [];
  vi.stubGlobal('IntersectionObserver', class {
    readonly #own: Observed;
    constructor(callback: IntersectionObserverCallback, options?: IntersectionObserverInit) {
      this.#own = { callback, options, targets: [] };
      observers.push(this.#own);
    }
    observe(target: Element): void { this.#own.targets.push(target); }
    disconnect(): void { this.#own.targets.length = 0; }
  });
  vi.stubGlobal('CSSStyleSheet', class {
    text = '';
    replaceSync(text: string): void { this.text = text; }
  });
  const sheets = new WeakMap<object, unknown[]>();
  for (const kind of [Document, ShadowRoot]) {
    Object.defineProperty(kind.prototype, 'adoptedStyleSheets', {
      configurable: true,
      get(this: object) { return sheets.get(this) ?? []; },
      set(this: object, value: unknown[]) { sheets.set(this, value); },
    });
  }
  const scrolledTo: Element[] = [];
  Element.prototype.scrollIntoView = function (this: Element): void { scrolledTo.push(this); };
  installDialog();
  HTMLElement.prototype.showPopover = () => undefined;
  return { observers, scrolledTo };
}

/** A modal dialog gives the focus back to where it was when it closes. */
function installDialog(): void {
  const focusBefore = new WeakMap<HTMLDialogElement, Element | null>();
  HTMLDialogElement.prototype.showModal = function (this: HTMLDialogElement): void {
    focusBefore.set(this, document.activeElement);
    this.open = true;
  };
  HTMLDialogElement.prototype.close = function (this: HTMLDialogElement): void {
    if (!this.open) return;
    this.open = false;
    const before = focusBefore.get(this);
    if (before instanceof HTMLElement) before.focus();
  };
}

/** The closed shadow roots that are opened from now on, newest last. */
export function watchShadowRoots(): ShadowRoot[] {
  const roots: ShadowRoot[] = [];
  const attach = Element.prototype.attachShadow;
  vi.spyOn(Element.prototype, 'attachShadow').mockImplementation(function (this: Element, init) {
    const root = attach.call(this, init);
    roots.push(root);
    return root;
  });
  return roots;
}
