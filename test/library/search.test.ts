// @vitest-environment node
import { beforeEach, describe, expect, test, vi } from 'vitest';
import browser from 'webextension-polyfill';
import { letGo, moveToBin, removeForGood } from '../../src/library/bin.ts';
import { saveArticle } from '../../src/library/library.ts';
import { changeMarks } from '../../src/library/marks.ts';
import { readRows } from '../../src/library/rows.ts';
import type { SearchHit } from '../../src/library/search.ts';
import { createSearcher } from '../../src/library/search.ts';
import { toStoredKey } from '../../src/library/stored-key.ts';
import type { FakeStorageArea } from '../fake-browser.ts';
import { FakeLocks } from '../fake-browser.ts';
import { makeArticle } from './articles.ts';
import type { createFakeTextStore } from './fake-text-store.ts';

// Every step of the store waits a turn, and these libraries have many.
vi.setConfig({ testTimeout: 30_000 });

const store = vi.hoisted(() => ({ fake: undefined as unknown }));

vi.mock('webextension-polyfill', async () => ({ default: (await import('../fake-browser.ts')).createFakeBrowser() }));
vi.mock('../../src/library/text-store.ts', async () => {
  store.fake = (await import('./fake-text-store.ts')).createFakeTextStore();
  return store.fake;
});

const area = browser.storage.local as unknown as FakeStorageArea;
const textStore = store.fake as ReturnType<typeof createFakeTextStore>;

beforeEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
  area.stored.clear();
  textStore.empty();
  textStore.state.broken = false;
  area.fault = () => undefined;
  vi.stubGlobal('navigator', { locks: new FakeLocks() });
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
});

async function search(query: string, signal = new AbortController().signal, searcher = createSearcher()): Promise<SearchHit[]> {
  const hits: SearchHit[] = [];
  for await (const found of searcher.search(query, signal)) hits.push(...found);
  return hits.sort((a, b) => b.score - a.score || b.entry.savedAt - a.entry.savedAt);
}

async function titlesOf(query: string): Promise<string[]> {
  return (await search(query)).map(({ entry }) => entry.title);
}

async function save(name: string, fields: Parameters<typeof makeArticle>[0] = {}): Promise<string> {
  const outcome = await saveArticle(makeArticle({ url: `https://${name}.example.com/`, title: name, ...fields }));
  if (outcome.kind !== 'saved') throw new Error(outcome.reason);
  return outcome.id;
}

async function hitsIn(textContent: string, query: string): Promise<SearchHit[]> {
  await saveArticle(makeArticle({ textContent }));
  return search(query);
}

describe('what is found', () => {
  test.each([
    ['as written', '毛利率回升。', '毛利率'],
    ['without the case', 'OpenAI 的账单。', 'openai'],
    ['full width for half width', 'ＧＭＶ增长。', 'gmv'],
    ['half width for full width', 'GMV增长。', 'ＧＭＶ'],
    ['a ligature', '仓储㎡成本。', 'm2'],
    ['composed for decomposed', 'cafe\u0301 经济。', 'caf\u00e9'],
    ['beside a two-unit character', '𠮷野家的成本。', '𠮷野家'],
  ])('%s', async (_how, text, query) => {
    expect(await hitsIn(text, query)).toHaveLength(1);
  });

  test('all words must be there, wherever, in title or text', async () => {
    await saveArticle(makeArticle());
    for (const query of ['空驶率　利润', '物流 利润']) expect(await search(query)).toHaveLength(1);
    expect(await search('利润 芯片')).toHaveLength(0);
  });

  test.each([['a word that spans title and text', '半场'], ['a phrase whose words stand in another order', '"空驶率 利润"'], ['white space', ' 　']])('not %s', async (_what, query) => {
    await saveArticle(makeArticle({ title: '下半', textContent: '场内。利润 空驶率。' }));
    expect(await search(query)).toEqual([]);
  });

  test('signs of a pattern are plain text', async () => {
    expect(await hitsIn('占比(a+b)*。', '(a+b)*')).toHaveLength(1);
    expect(await search('.*')).toEqual([]);
  });

  test.each([
    ['traditional for simplified', '倉庫建好之後，真正的成本纔開始顯現。', '仓库'],
    ['simplified for traditional', '仓库建好之后，真正的成本才开始显现。', '倉庫建好之後'],
    ['a phrase in quotes', '空驶率 决定 利润。', '"空驶率 决定"'],
    ['a phrase in Chinese quotes', '空驶率 决定 利润。', '“决定 利润”'],
  ])('%s', async (_how, text, query) => {
    expect(await hitsIn(text, query)).toHaveLength(1);
  });

  test('a word in the title comes before many in the text, and those before one', async () => {
    await save('甲', { textContent: '利润。' });
    await save('乙', { textContent: '利润，利润，还是利润。' });
    await save('利润', { textContent: '没有。' });
    expect(await titlesOf('利润')).toEqual(['利润', '乙', '甲']);
  });

  test('a note is found too', async () => {
    const id = await save('甲');
    await area.set({ [toStoredKey(`annotations:${id}`)]: { schema: 1, items: [annotation('要和去年的那篇对照')] } });
    expect(await titlesOf('去年 利润')).toEqual(['甲']);
    expect(await titlesOf('去年 芯片')).toEqual([]);
    expect(await titlesOf('去年')).toEqual(['甲']);
    textStore.pack();
    expect(await titlesOf('去年 利润')).toEqual(['甲']);
  });

  test('fields narrow what the words find, and find by themselves', async () => {
    await save('乙', { publishedTime: '2024-03-18' });
    await save('甲', { publishedTime: '2023-12-31' });
    expect(await Promise.all(['利润 after:2024', 'before:2024', 'site：別處 利润', '没有的词 after:2023'].map(titlesOf))).toEqual([['乙'], ['甲'], [], []]);
  });

  test('a word in a note counts as one in the text, beside what the others count there', async () => {
    await save('甲', { textContent: '利润，利润。' });
    const noted = await save('乙', { textContent: '芯片，芯片。' });
    await save('丙', { textContent: `利润。${'别的话。'.repeat(40)}芯片。` });
    await area.set({ [toStoredKey(`annotations:${noted}`)]: { schema: 1, items: [annotation('利润呢')] } });
    expect(await titlesOf('利润 芯片')).toEqual(['乙', '丙']);
  });

  test('a passage that was marked is found where the text has lost it since', async () => {
    const id = await save('甲');
    await area.set({ [toStoredKey(`annotations:${id}`)]: { schema: 1, items: [{ ...annotation(''), exact: '当时写着去年' }] } });
    expect(await titlesOf('当时写着')).toEqual(['甲']);
  });

  test('what is archived is found, and what lies in the bin, until it waits for the sweep', async () => {
    const [binned, archived, doomed] = [await save('甲'), await save('乙'), await save('丙')];
    await moveToBin([binned, doomed]);
    await letGo([doomed]);
    await changeMarks([archived], (marks) => ({ ...marks, archived: true }));
    expect((await titlesOf('利润')).sort()).toEqual(['乙', '甲']);
  });
});

describe('a searcher', () => {
  test('follows what is saved, updated and removed', async () => {
    const searcher = createSearcher();
    const go = async (query: string): Promise<string[]> => (await search(query, undefined, searcher)).map(({ entry }) => entry.title);
    const id = await save('甲', { textContent: '旧词。' });
    expect(await go('旧词')).toEqual(['甲']);
    await save('甲', { textContent: '新词。' });
    const other = await save('乙', { textContent: '新词。' });
    searcher.forget([id, other]);
    expect((await go('新词')).sort()).toEqual(['乙', '甲']);
    expect(await go('旧词')).toEqual([]);
    await removeForGood([other]);
    searcher.forget([other]);
    expect(await go('新词')).toEqual(['甲']);
  });

  test('reads the store once, however many searches there are', async () => {
    for (let index = 0; index < 80; index += 1) await save(`n${index}`);
    const searcher = createSearcher();
    expect(await search('利润', undefined, searcher)).toHaveLength(80);
    const reads = vi.spyOn(area, 'get');
    expect(await search('空驶率', undefined, searcher)).toHaveLength(80);
    expect(reads).not.toHaveBeenCalled();
  });

  test('two searches at once share one reading and find the same', async () => {
    for (let index = 0; index < 80; index += 1) await save(`n${index}`);
    const searcher = createSearcher();
    const both = await Promise.all([search('利润', undefined, searcher), search('利润', undefined, searcher)]);
    expect(both.map(({ length }) => length)).toEqual([80, 80]);
  });

  test.each([
    ['missing', () => textStore.empty()],
    ['packed', () => textStore.pack()],
    ['missing among the packed', () => { textStore.pack(); void textStore.removeTexts(textStore.all().slice(20, 40)); }],
    ['stale', () => { for (const [id, text] of textStore.texts) textStore.texts.set(id, { ...text, revision: 1, text: '别的' }); }],
    ['stale and packed', () => { for (const [id, text] of textStore.texts) textStore.texts.set(id, { ...text, revision: 1, text: '别的' }); textStore.pack(); }],
    ['out of reach', () => { textStore.state.broken = true; }],
  ])('texts that are %s are made from the articles', async (_how, damage) => {
    for (let index = 0; index < 80; index += 1) await save(`n${index}`);
    damage();
    expect(await search('利润')).toHaveLength(80);
    expect(await search('别的')).toEqual([]);
  });

  test('texts made anew are kept', async () => {
    await save('甲');
    textStore.empty();
    await search('利润');
    expect([...textStore.texts.values()]).toMatchObject([{ title: '甲' }]);
  });

  test.each(['loose', 'packed'])('%s texts of articles that are gone are forgotten', async (how) => {
    const [gone, other] = [await save('甲'), await save('乙')];
    if (how === 'packed') textStore.pack();
    area.stored.delete(toStoredKey(`article:${gone}`));
    expect(await titlesOf('利润')).toEqual(['乙']);
    expect(textStore.all()).toEqual([other]);
  });

  test('a text that is loose and packed at once is one hit', async () => {
    await save('甲');
    const texts = [...textStore.texts];
    textStore.pack();
    for (const [id, text] of texts) textStore.texts.set(id, text);
    expect(await titlesOf('利润')).toEqual(['甲']);
  });

  test('rows that somebody has read are not read again', async () => {
    for (let index = 0; index < 80; index += 1) await save(`n${index}`);
    const searcher = createSearcher();
    searcher.know((await readRows()).rows);
    const reads = vi.spyOn(area, 'get');
    expect(await search('利润', undefined, searcher)).toHaveLength(80);
    expect(reads.mock.calls.flatMap(([keys]) => keys).filter((key) => String(key).startsWith('i:'))).toEqual([]);
  });

  test('rows that changed before they were made known are read again', async () => {
    const id = await save('甲');
    const searcher = createSearcher();
    const { rows } = await readRows();
    await changeMarks([id], (marks) => ({ ...marks, tags: ['冷链'] }));
    searcher.forget([id]);
    searcher.know(rows);
    expect(await search('tag:冷链', undefined, searcher)).toHaveLength(1);
  });

  test('what was saved while the texts were read is found by the next search', async () => {
    await save('甲');
    const searcher = createSearcher();
    const going = search('利润', undefined, searcher);
    const id = await save('乙');
    searcher.forget([id]);
    await going;
    expect((await search('利润', undefined, searcher)).map(({ entry }) => entry.title).sort()).toEqual(['乙', '甲']);
  });

  test('a search beside another one waits for what that one reads anew', async () => {
    const searcher = createSearcher();
    await save('甲');
    await search('利润', undefined, searcher);
    searcher.forget([await save('乙')]);
    const both = await Promise.all([search('利', undefined, searcher), search('利润', undefined, searcher)]);
    expect(both.map(({ length }) => length)).toEqual([2, 2]);
  });

  test('a broken article is passed over', async () => {
    await saveArticle(makeArticle());
    await saveArticle(makeArticle({ url: 'https://example.com/2' }));
    const [first] = [...area.stored.keys()].filter((key) => key.startsWith('a:'));
    area.stored.set(first ?? '', '{}');
    textStore.empty();
    expect(await search('利润')).toHaveLength(1);
  });
});

describe('a search that is given up', () => {
  test('before it began reads no article at all', async () => {
    await save('甲');
    const reads = vi.spyOn(area, 'get');
    expect(await search('利润', AbortSignal.abort())).toEqual([]);
    expect(reads).not.toHaveBeenCalled();
  });

  test('says no more, though more would be found', async () => {
    for (let index = 0; index < 80; index += 1) await save(`n${index}`);
    textStore.pack();
    const stop = new AbortController();
    let heard = 0;
    for await (const found of createSearcher().search('利润', stop.signal)) {
      heard += found.length;
      stop.abort();
    }
    expect(heard).toBeGreaterThan(0);
    expect(heard).toBeLessThan(80);
  });
});

function annotation(note: string) {
  return { id: 'n1', exact: '利润', prefix: '', suffix: '', start: 0, end: 2, colour: 'yellow', note, createdAt: 1 };
}
