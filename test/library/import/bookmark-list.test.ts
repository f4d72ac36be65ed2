import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Bookmark } from '../../../src/library/import/bookmark.ts';
import { readBookmarkList } from '../../../src/library/import/bookmark-list.ts';
import { readCsv } from '../../../src/library/import/csv-rows.ts';

vi.mock('webextension-polyfill', async () => ({ default: (await import('../../fake-browser.ts')).createFakeBrowser() }));

beforeEach(() => {
  vi.restoreAllMocks();
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
});

async function rows(text: string): Promise<Partial<Bookmark>[] | undefined> {
  const list = await readBookmarkList(text);
  return list?.map(({ url, title, addedAt, tags, source }) => ({ url, title, addedAt, tags, source }));
}

/** What a list says of each article besides: whether it was read, and what was marked. */
async function saidOf(text: string, highlights?: Map<string, string>): Promise<unknown[] | undefined> {
  return (await readBookmarkList(text, highlights))?.map(({ url, read = false, quotes = [] }) => [url.slice('https://example.com/'.length), read, quotes.map(({ exact, note }) => [exact, note])]);
}

test('Pocket’s page', async () => {
  const page = `<!DOCTYPE html><html><head><title>Pocket Export</title></head><body><h1>Unread</h1><ul>
    <li><a href="https://example.com/1?utm_source=x" time_added="1700000000" tags="冷链,成本">冷链 &amp; 成本</a></li>
    <li><a href="https://example.com/1" time_added="1700000001" tags="">同一篇</a></li>
    <li><a href="javascript:alert(1)" time_added="1700000001" tags="">坏</a></li></ul><script>alert(1)</script></body></html>`;
  expect(await rows(page)).toEqual([{ url: 'https://example.com/1?utm_source=x', title: '冷链 & 成本', addedAt: 1_700_000_000_000, tags: ['冷链', '成本'], source: 'pocket' }]);
});

test('of Pocket’s page only the links are parsed', async () => {
  const parse = vi.spyOn(DOMParser.prototype, 'parseFromString');
  const link = '<a href="https://example.com/1" time_added="1700000000" tags="">冷链</a>';
  expect(await rows(`<!doctype html>${'<b>x '.repeat(100)}<a <a ${link}<a href="https://example.com/2">`)).toHaveLength(1);
  expect(parse.mock.calls.map(([markup]) => markup)).toEqual([link]);
});

test('Pocket’s table', async () => {
  const table = 'title,url,time_added,tags,status\n"冷链, ""下半场""",https://example.com/1,1700000000,甲|乙,unread\nhttps://example.com/2,https://example.com/2,x,,archive\n';
  expect(await rows(table)).toEqual([
    { url: 'https://example.com/1', title: '冷链, "下半场"', addedAt: 1_700_000_000_000, tags: ['甲', '乙'], source: 'pocket' },
    { url: 'https://example.com/2', title: '', addedAt: 0, tags: [], source: 'pocket' },
  ]);
});

test('Instapaper’s table', async () => {
  const table = '\ufeffURL,Title,Selection,Folder,Timestamp,Tags\r\nhttps://example.com/1,冷链,"一段\n两行",物流,1700000000,"[""甲"",""乙""]"\r\nhttps://example.com/2,成本,,Unread,1700000000,[]\r\n';
  expect(await rows(table)).toEqual([
    { url: 'https://example.com/1', title: '冷链', addedAt: 1_700_000_000_000, tags: ['物流', '甲', '乙'], source: 'instapaper' },
    { url: 'https://example.com/2', title: '成本', addedAt: 1_700_000_000_000, tags: [], source: 'instapaper' },
  ]);
});

test('Omnivore’s list', async () => {
  const list = JSON.stringify([{ id: '1', slug: 's', title: '冷链', url: 'https://example.com/1', state: 'Active', labels: ['甲', 7], savedAt: '2023-11-14T22:13:20.000Z' }, { title: 'x' }]);
  expect(await rows(list)).toEqual([{ url: 'https://example.com/1', title: '冷链', addedAt: 1_700_000_000_000, tags: ['甲'], source: 'omnivore' }]);
});

test('what was read in Pocket, in its page and in its table', async () => {
  const link = (name: string): string => `<li><a href="https://example.com/${name}" time_added="1700000000" tags="">${name}</a></li>`;
  expect(await saidOf(`<!DOCTYPE html>\n<h1>Unread</h1>\n<ul>${link('a')}</ul>\n<h1>Read Archive</h1><ul>${link('b')}</ul></html>`)).toEqual([['a', false, []], ['b', true, []]]);
  const table = 'title,url,time_added,cursor,tags,status\r\na,https://example.com/a,1700000000,7,,unread\r\nb,https://example.com/b,1700000000,8,,archive\r\n';
  expect(await saidOf(table)).toEqual([['a', false, []], ['b', true, []]]);
});

test('what was marked in Pocket', async () => {
  const list = [{ url: 'https://example.com/a', title: 'a', highlights: [{ quote: '空驶率 ', created_at: 1_700_000_000 }, { quote: '' }, 7] }];
  expect(await saidOf(JSON.stringify(list))).toEqual([['a', false, [['空驶率', '']]]]);
});

test('what Instapaper has in its archive and what was selected there; its tags may be written as numbers of letters', async () => {
  const table = 'URL,Title,Selection,Folder,Timestamp,Tags\nhttps://example.com/a,a,"一段\n两行",Archive,1700000000,"[""\\u7532""]"\n';
  expect(await saidOf(table)).toEqual([['a', true, [['一段\n两行', '']]]]);
  expect((await rows(table))?.[0]?.tags).toEqual(['甲']);
});

test('Instapaper’s page, its folders as tags', async () => {
  const page = '<html><head><title>Instapaper: Export</title></head><body><h1>Unread</h1><ol><li><a href="https://example.com/a">甲</a></li></ol><h1>物流</h1><ol><li><a href="https://example.com/b">乙</a></li></ol><h1>Archive</h1><ol><li><a href="https://example.com/c">丙</a></li></ol></body></html>';
  expect((await rows(page))?.map(({ title, tags, source }) => [title, tags, source])).toEqual([['甲', [], 'instapaper'], ['乙', ['物流'], 'instapaper'], ['丙', [], 'instapaper']]);
  expect(await saidOf(page)).toEqual([['a', false, []], ['b', false, []], ['c', true, []]]);
});

test('what Omnivore had in its archive, its labels, what was marked there and noted on it', async () => {
  const item = { slug: 's', title: 'a', url: 'https://example.com/a', state: 'Archived', labels: ['甲', { name: '乙' }], savedAt: '2023-11-14T22:13:20.000Z' };
  const highlights = new Map([['s', '> 第一段\n> \n第二段 \n\n#标签 #又一\n\n我的话\n\n再一句\n\n> 没有话的']]);
  expect(await saidOf(JSON.stringify([item]), highlights)).toEqual([['a', true, [['第一段\n\n第二段', '我的话\n再一句'], ['没有话的', '']]]]);
  expect((await rows(JSON.stringify([item])))?.[0]?.tags).toEqual(['甲', '乙']);
});

test('an address that stands twice is one, with what either row says', async () => {
  const table = 'title,url,time_added,tags,status\n,https://example.com/a?utm_source=x,,甲,unread\n冷链,https://example.com/a,1700000000,乙,archive\n';
  expect(await rows(table)).toEqual([{ url: 'https://example.com/a?utm_source=x', title: '冷链', addedAt: 1_700_000_000_000, tags: ['甲', '乙'], source: 'pocket' }]);
  expect(await saidOf(table)).toEqual([['a?utm_source=x', true, []]]);
});

test.each([[';'], ['\t']])('a table that a spreadsheet wrote anew, its cells parted by %j', async (sign) => {
  const table = ['"Title";URL;time_added;tags;status', '"冷链; 成本";https://example.com/1;1700000000;甲,乙;unread'].map((row) => row.replaceAll(/;(?! )/g, sign)).join('\r\n');
  expect(await rows(table)).toEqual([{ url: 'https://example.com/1', title: '冷链; 成本', addedAt: 1_700_000_000_000, tags: ['甲', '乙'], source: 'pocket' }]);
});

test.each([['nothing', ''], ['prose', '一篇文章'], ['another table', 'a,b\n1,2\n'], ['another page', '<!doctype html><a href="https://e.com">x</a>'], ['a broken list', '[{"url":'], ['a list of numbers', '[1,2]']])(
  '%s is no list',
  async (_name, text) => {
    expect(await readBookmarkList(text)).toBeUndefined();
  },
);

test('a title without end and tags without number are cut', async () => {
  const [row] = (await rows(JSON.stringify([{ title: '长'.repeat(5000), url: 'https://example.com/1', labels: Array.from({ length: 500 }, (_, n) => `t${n}`) }]))) ?? [];
  expect([row?.title?.length, row?.tags?.length]).toEqual([300, 20]);
});

describe('CSV', () => {
  test.each([
    ['a\n1', [{ a: '1' }]],
    ['a,b\r\n1,\r\n', [{ a: '1', b: '' }]],
    ['A , b\n"x""y","1\n2"', [{ a: 'x"y', b: '1\n2' }]],
    ['a,b\n1', [{ a: '1', b: '' }]],
    ['a\n"open', [{ a: 'open' }]],
    ['a', []],
    ['a,b\nsaid "hi",1\nnext,2', [{ a: 'said "hi"', b: '1' }, { a: 'next', b: '2' }]],
    ['a,b\n"x"y,1\nnext,2', [{ a: 'x', b: '1' }, { a: 'next', b: '2' }]],
  ])('%j', (text, expected) => {
    expect(readCsv(text)).toEqual(expected);
  });

  test('a hundred thousand open quotes are read, not pondered', () => {
    expect(readCsv(`a\n${'"'.repeat(100_000)}`).length).toBeLessThan(3);
  });
});
