import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { actionOf, keyTable } from '../../src/reader/keys.ts';
import { Reader } from '../../src/reader/reader.tsx';
import type { Screen } from '../ui/mount.ts';
import { mount, settle } from '../ui/mount.ts';
import { sampleArticle } from '../ui/sample-article.ts';
import { createFakeHost } from './fake-host.ts';
import { installMissingParts } from './missing-in-jsdom.ts';

vi.mock('webextension-polyfill', async () => ({ default: (await import('../ui/chinese-browser.ts')).createChineseBrowser() }));

const keyDown = (key: string, init: KeyboardEventInit = {}): KeyboardEvent => new KeyboardEvent('keydown', { key, ...init });
const input = (type: string): HTMLInputElement => Object.assign(document.createElement('input'), { type });

describe('which action a key has', () => {
  test.each(keyTable.flatMap(({ keys, action }) => keys.map((key) => [key, action])))('%s: %s', (key, action) => {
    expect(actionOf(keyDown(key), null)).toBe(action);
  });

  test('capitals count as their letters', () => {
    expect(actionOf(keyDown('J', { shiftKey: true }), null)).toBe('nextSection');
  });

  test('no key has two actions', () => {
    const keys = keyTable.flatMap((binding) => binding.keys);
    expect(new Set(keys).size).toBe(keys.length);
  });

  test.each([{ isComposing: true }, { keyCode: 229 }, { ctrlKey: true }, { altKey: true }, { metaKey: true }])('none with %o', (init) => {
    expect(keyTable.flatMap(({ keys }) => keys).filter((key) => actionOf(keyDown(key, init), null) !== undefined)).toEqual([]);
  });

  test('none but Esc where something is typed, all of them on a slider', () => {
    for (const field of [input('text'), input('search'), document.createElement('textarea')]) {
      expect([actionOf(keyDown('t'), field), actionOf(keyDown('Escape'), field)]).toEqual([undefined, 'close']);
    }
    expect(actionOf(keyDown('t'), input('range'))).toBe('typography');
  });
});

describe('in the reader', () => {
  const held: { parts: ReturnType<typeof installMissingParts>; screen?: Screen } = { parts: { observers: [], scrolledTo: [] } };
  const fake = createFakeHost();
  const press = (key: string): Promise<void> => settle(() => void fake.press(key));
  const jumps = (): string[] => held.parts.scrolledTo.map(({ id }) => id);

  /** How far the headings stand below the top of the view. */
  function layOut(...tops: number[]): void {
    const headings = [...(held.screen?.get('body').querySelectorAll('h2, h3') ?? [])];
    headings.forEach((heading, index) => { heading.getBoundingClientRect = () => new DOMRect(0, tops[index], 10, 10); });
  }

  beforeEach(async () => {
    held.parts = installMissingParts();
    held.screen = await mount(<Reader article={sampleArticle()} host={fake.host} />);
  });
  afterEach(async () => {
    await held.screen?.unmount();
    vi.unstubAllGlobals();
    vi.clearAllMocks();
  });

  test('J and N go to the section that begins below', async () => {
    layOut(-500, 44, 900);
    await press('j');
    layOut(-900, 300, 1500);
    await press('n');
    expect(jumps()).toEqual(['jd-h-3', 'jd-h-2']);
  });

  test('K and P go to the beginning of the section first, then to the one before', async () => {
    layOut(-500, -20, 900);
    await press('k');
    layOut(-480, 44, 920);
    await press('p');
    expect(jumps()).toEqual(['jd-h-2', 'jd-h-1']);
  });

  test('past the ends nothing moves', async () => {
    layOut(-900, -500, 44);
    await press('j');
    layOut(44, 300, 900);
    await press('k');
    expect(jumps()).toEqual([]);
  });

  test('S saves', async () => {
    await press('s');
    expect(fake.host.save).toHaveBeenCalledOnce();
  });

  test('O leads into the outline and back', async () => {
    await press('o');
    expect(held.screen?.root.querySelector('nav')?.contains(document.activeElement)).toBe(true);
    await press('o');
    expect(document.activeElement).toBe(held.screen?.get('reader'));
  });

  test('? lists every key with what it does, and a second ? takes the list away', async () => {
    await press('?');
    const rows = held.screen?.all('key').map((row) => row.textContent) ?? [];
    expect(rows).toHaveLength(keyTable.length);
    expect(rows[0]).toBe('JN下一节');
    expect(rows.filter((row) => row === '' || row?.includes('undefined'))).toEqual([]);
    await press('?');
    expect(held.screen?.find('keys')).toBeNull();
  });

  test('one panel at a time', async () => {
    await press('?');
    await press('t');
    expect([held.screen?.find('keys'), held.screen?.find('typography') === null]).toEqual([null, false]);
  });
});
