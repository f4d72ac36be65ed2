import { render } from 'preact';
import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import { afterEach, expect, test, vi } from 'vitest';
import { Panel } from '../../src/reader/panel.tsx';
import { useOutsidePress } from '../../src/reader/tools/use-outside-press.ts';

vi.mock('webextension-polyfill', async () => ({ default: (await import('../ui/chinese-browser.ts')).createChineseBrowser() }));

afterEach(() => {
  render(null, document.body);
  document.body.replaceChildren();
});

function Box({ onPress }: { onPress: () => void }): JSX.Element {
  const box = useRef<HTMLDivElement>(null);
  useOutsidePress(box, onPress);
  return <div ref={box}>里面</div>;
}

test.each([
  ['a panel', (onPress: () => void) => <Panel name="card" title="字号" onClose={onPress}>里面</Panel>],
  ['a box', (onPress: () => void) => <Box onPress={onPress} />],
])('%s that has just been drawn hears a press outside of it at once, and none inside', (_what, drawn) => {
  const pressed = vi.fn();
  // Without waiting for what runs after the paint.
  render(drawn(pressed), document.body);
  const press = (target: Element): boolean => target.dispatchEvent(new Event('pointerdown', { bubbles: true }));
  press(document.body.firstElementChild as Element);
  expect(pressed).not.toHaveBeenCalled();
  press(document.body);
  expect(pressed).toHaveBeenCalledTimes(1);
});
