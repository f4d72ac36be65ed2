import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Reader } from '../../../src/reader/reader.tsx';
import type { Destination } from '../../../src/reader/reader-host.ts';
import { findMatches } from '../../../src/reader/tools/find/find-matches.ts';
import type { Screen } from '../../ui/mount.ts';
import { mount, settle } from '../../ui/mount.ts';
import { sampleArticle } from '../../ui/sample-article.ts';
import { createFakeHost } from '../fake-host.ts';
import { installMissingParts } from '../missing-in-jsdom.ts';

vi.mock('webextension-polyfill', async () => ({ default: (await import('../../ui/chinese-browser.ts')).createChineseBrowser() }));

const contentHtml = '<p>运价涨，<b>运</b>价跌。</p><p>运价平。GPU 与 ＧＰＵ</p>';
const held: { screen?: Screen } = {};

async function open(destination?: Destination) {
  const fake = createFakeHost();
  const screen = await mount(<Reader article={sampleArticle({ contentHtml, outline: [] })} host={fake.host} destination={destination} />);
  held.screen = screen;
  const press = (key: string, init: KeyboardEventInit = {}): Promise<void> => settle(() => void fake.press(key, init));
  const type = (words: string): Promise<void> => settle(() => {
    const field = screen.get('find-words') as HTMLInputElement;
    field.value = words;
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  });
  const found = (): [string[], string] => [
    Array.from(screen.get('body').querySelectorAll('mark'), (mark) => `${mark.textContent}${mark.hasAttribute('data-current') ? '*' : ''}`),
    screen.get('find-count').textContent ?? '',
  ];
  return { screen, press, type, found, host: fake.host };
}

beforeEach(() => void installMissingParts());
afterEach(async () => {
  await held.screen?.unmount();
  vi.unstubAllGlobals();
});

test('matches are found across elements, whatever the width and the capitals', () => {
  expect(findMatches('运价涨，运价跌', '运价')).toEqual([{ start: 0, end: 2 }, { start: 4, end: 6 }]);
  expect(findMatches('GPU 与 ＧＰＵ', 'gpu')).toEqual([{ start: 0, end: 3 }, { start: 6, end: 9 }]);
  expect(findMatches('㎡和m2', 'm2')).toEqual([{ start: 0, end: 1 }, { start: 2, end: 4 }]);
  expect(findMatches('哈哈哈', '哈哈')).toEqual([{ start: 0, end: 2 }]);
  expect(findMatches('运价', ' ')).toEqual([]);
  expect(findMatches('用 GPT\u00a0\n 4 做“客\u200b服”', 'gpt4做客服')).toEqual([{ start: 2, end: 15 }]);
  expect(findMatches('a is made\n  in', 'made in')).toEqual([{ start: 5, end: 14 }]);
  expect(findMatches('a is made', 'ai')).toEqual([]);
});

test('/ opens the box; all matches are marked, and Enter goes from one to the next and round', async () => {
  const { screen, press, type, found } = await open();
  await press('/');
  expect(document.activeElement).toBe(screen.get('find-words'));
  await type('运价');
  expect(found()).toEqual([['运价*', '运', '价', '运价'], '1 / 3']);
  await press('Enter');
  expect(found()).toEqual([['运价', '运*', '价*', '运价'], '2 / 3']);
  await press('Enter', { shiftKey: true });
  await press('Enter', { shiftKey: true });
  expect(found()).toEqual([['运价', '运', '价', '运价*'], '3 / 3']);
});

test('words that are meant in one sentence are shown there first; where it is gone, where they first stand', async () => {
  const { type, found } = await open({ words: '运价', sentence: '运价平。' });
  expect(found()).toEqual([['运价', '运', '价', '运价*'], '3 / 3']);
  await type('价');
  expect(found()[1]).toBe('1 / 3');
  await held.screen?.unmount();
  const { found: spaced } = await open({ words: '运价', sentence: '运 价 平。GPU 与' });
  expect(spaced()[1]).toBe('3 / 3');
  await held.screen?.unmount();
  const { found: elsewhere } = await open({ words: '运价', sentence: '运价不再变了。' });
  expect(elsewhere()[1]).toBe('1 / 3');
});

test('Enter that ends a composition goes nowhere', async () => {
  const { press, type, found } = await open();
  await press('/');
  await type('运价');
  await press('Enter', { isComposing: true });
  expect(found()[1]).toBe('1 / 3');
});

test('what is not there is said', async () => {
  const { press, type, found } = await open();
  await press('/');
  await type('仓库');
  expect(found()).toEqual([[], '没有找到']);
});

test('Esc closes the box alone, and leaves the text as it was', async () => {
  const { screen, press, type, host } = await open();
  await press('/');
  await type('运价');
  await press('Escape');
  expect(screen.find('find')).toBeNull();
  expect(screen.get('body').innerHTML).toBe(contentHtml);
  expect(host.close).not.toHaveBeenCalled();
});

test('the article is copied as Markdown, with its head', async () => {
  const writeText = vi.fn<(text: string) => Promise<void>>(async () => undefined);
  vi.stubGlobal('navigator', Object.assign(Object.create(navigator) as object, { clipboard: { writeText } }));
  const { screen } = await open();
  await screen.click('more-tools');
  await screen.click('menu-markdown');
  const [text = ''] = writeText.mock.calls[0] ?? [];
  expect(text).toMatch(/^---\ntitle: "一笔账的来去"\nauthor: "林述"/);
  expect(text).toContain('运价平。');
  expect(screen.get('said').textContent).toBe('已复制为 Markdown');
});
