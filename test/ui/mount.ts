import { render } from 'preact';
import type { VNode } from 'preact';
import { act } from 'preact/test-utils';

// What jsdom lacks because it lays nothing out.
globalThis.ResizeObserver ??= class {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
};
Element.prototype.scrollIntoView ??= () => undefined;
HTMLElement.prototype.hidePopover ??= () => undefined;

/** A component on the screen of a test, and the few things a person does with it. */
export interface Screen {
  root: HTMLElement;
  /** The first element of that `data-testid`; fails when there is none. */
  get(testId: string): HTMLElement;
  find(testId: string): HTMLElement | null;
  all(testId: string): HTMLElement[];
  click(testId: string): Promise<void>;
  rerender(vnode: VNode): Promise<void>;
  unmount(): Promise<void>;
}

/** Puts a component into the document, with its effects run. */
export async function mount(vnode: VNode): Promise<Screen> {
  const root = document.body.appendChild(document.createElement('div'));
  const find = (testId: string): HTMLElement | null => root.querySelector<HTMLElement>(`[data-testid="${testId}"]`);
  const get = (testId: string): HTMLElement => {
    const element = find(testId);
    if (element === null) throw new Error(`nothing on the screen is ${testId}`);
    return element;
  };
  const screen: Screen = {
    root, find, get,
    all: (testId) => Array.from(root.querySelectorAll<HTMLElement>(`[data-testid="${testId}"]`)),
    click: (testId) => settle(() => get(testId).click()),
    rerender: (next) => settle(() => render(next, root)),
    unmount: async () => {
      await settle(() => render(null, root));
      root.remove();
    },
  };
  await screen.rerender(vnode);
  return screen;
}

/** Does something and waits until the promises that were ready, the renders they led to and the effects of those have run. */
export async function settle(action: () => void = () => undefined): Promise<void> {
  await act(action);
  for (let round = 0; round < 3; round += 1) {
    await act(async () => {
      for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
    });
  }
}

/** A key as a person presses it on an element. */
export async function press(target: EventTarget, key: string, init: KeyboardEventInit = {}): Promise<KeyboardEvent> {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, composed: true, ...init });
  await settle(() => target.dispatchEvent(event));
  return event;
}
