import { render } from 'preact';
import { afterEach, expect, test, vi } from 'vitest';
import { Panel } from '../../src/reader/panel.tsx';

vi.mock('webextension-polyfill', async () => ({ default: (await import('../ui/chinese-browser.ts')).createChineseBrowser() }));

afterEach(() => {
  render(null, document.body);
  document.body.replaceChildren();
});

test('a panel that has just been drawn hears a press outside of it at once, and none inside', () => {
  const pressed = vi.fn();
  // Without waiting for what runs after the paint.
  render(<Panel name="card" title="字号" onClose={pressed}>里面</Panel>, document.body);
  const press = (target: Element): boolean => target.dispatchEvent(new Event('pointerdown', { bubbles: true }));
  press(document.body.firstElementChild as Element);
  expect(pressed).not.toHaveBeenCalled();
  press(document.body);
  expect(pressed).toHaveBeenCalledTimes(1);
});
