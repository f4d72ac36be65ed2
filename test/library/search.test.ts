import { beforeEach, describe, expect, test, vi } from 'vitest';
import browser from 'webextension-polyfill';
import { saveArticle, searchSaved } from '../../src/library/library.ts';
import type { SearchHit } from '../../src/library/search.ts';
import type { FakeStorageArea } from '../fake-browser.ts';
import { FakeLocks } from '../fake-browser.ts';
import { makeArticle } from './articles.ts';

vi.mock('webextension-polyfill', async () => ({ default: (await import('../fake-browser.ts')).createFakeBrowser() }));

const area = browser.storage.local as unknown as FakeStorageArea;

beforeEach(() => {
  vi.restoreAllMocks();
  area.stored.clear();
  area.fault = () => undefined;
  vi.stubGlobal('navigator', { locks: new FakeLocks() });
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
});

async function search(query: string, signal = new AbortController().signal): Promise<SearchHit[]> {
  const hits: SearchHit[] = [];
  for await (const hit of searchSaved(query, signal)) hits.push(hit);
  return hits;
}

/** The snippet with its hits in brackets. */
function marked({ snippet, ranges }: SearchHit): string {
  return [...ranges].reverse().reduce((text, [start, end]) => `${text.slice(0, start)}[${text.slice(start, end)}]${text.slice(end)}`, snippet);
}

async function markedHits(textContent: string, query: string): Promise<string[]> {
  await saveArticle(makeArticle({ textContent }));
  return (await search(query)).map(marked);
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
    expect(await markedHits(text, query)).toHaveLength(1);
  });

  test('all words must be there, wherever, in title or text', async () => {
    await saveArticle(makeArticle());
    expect(await search('空驶率　利润')).toHaveLength(1);
    expect(await search('物流 利润')).toHaveLength(1);
    expect(await search('利润 芯片')).toHaveLength(0);
  });

  test('no word spans title and text', async () => {
    await saveArticle(makeArticle({ title: '下半', textContent: '场内。' }));
    expect(await search('半场')).toHaveLength(0);
  });

  test('an empty query finds nothing', async () => {
    await saveArticle(makeArticle());
    expect(await search(' 　')).toEqual([]);
  });

  test('signs of a pattern are plain text', async () => {
    expect(await markedHits('占比(a+b)*。', '(a+b)*')).toEqual(['占比[(a+b)*]。']);
    expect(await search('.*')).toEqual([]);
  });

  test('hits come newest first', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    for (let index = 0; index < 45; index += 1) {
      vi.setSystemTime(1000 + index);
      await saveArticle(makeArticle({ url: `https://example.com/${index}`, title: `${index}` }));
    }
    vi.useRealTimers();
    expect((await search('利润')).map(({ entry }) => Number(entry.title))).toEqual(Array.from({ length: 45 }, (_, index) => 44 - index));
  });

  test('a broken article is passed over', async () => {
    await saveArticle(makeArticle());
    await saveArticle(makeArticle({ url: 'https://example.com/2' }));
    const [first] = [...area.stored.keys()].filter((key) => key.startsWith('article:'));
    area.stored.set(first ?? '', '{}');
    expect(await search('利润')).toHaveLength(1);
  });
});

describe('the snippet', () => {
  test('is the sentence of the first hit, with every hit in it', async () => {
    expect(await markedHits('第一句没有。冷库的毛利，靠毛利和周转。毛利再说。', '毛利 周转')).toEqual(['冷库的[毛利]，靠[毛利]和[周转]。']);
  });

  test('joins hits that overlap', async () => {
    expect(await markedHits('毛利率回升。', '毛利 利率')).toEqual(['[毛利率]回升。']);
  });

  test('marks the original, however folding changed its length', async () => {
    expect(await markedHits('前㎡㎡后，ＧＭＶ与cafe\u0301店。', 'gmv caf\u00e9')).toEqual(['前㎡㎡后，[ＧＭＶ]与[cafe\u0301]店。']);
    expect(await markedHits('每㎡的租金。', 'm')).toEqual(['每[㎡]的租金。']);
  });

  test('is shortened round the hit in a long sentence', async () => {
    const [hit] = await markedHits(`${'长'.repeat(300)}毛利${'尾'.repeat(300)}。`, '毛利');
    expect(hit).toBe(`…${'长'.repeat(30)}[毛利]${'尾'.repeat(88)}…`);
  });

  test('does not cut a character in half', async () => {
    const [hit] = await markedHits(`${'𠮷'.repeat(100)}长毛利${'𠮷'.repeat(100)}。`, '毛利');
    expect(hit).not.toMatch(/\p{Surrogate}/u);
  });

  test('is the excerpt when only the title has the word', async () => {
    await saveArticle(makeArticle());
    expect((await search('下半场')).map(marked)).toEqual(['仓库建好之后，真正的成本才开始显现。']);
  });
});

describe('a search that is given up', () => {
  test('reads no further', async () => {
    for (let index = 0; index < 60; index += 1) await saveArticle(makeArticle({ url: `https://example.com/${index}` }));
    const stop = new AbortController();
    const hits: SearchHit[] = [];
    const reads = vi.spyOn(area, 'get');
    for await (const hit of searchSaved('利润', stop.signal)) {
      hits.push(hit);
      stop.abort();
    }
    expect(hits).toHaveLength(1);
    expect(reads.mock.calls.filter(([keys]) => String(keys).startsWith('article:'))).toHaveLength(1);
  });

  test('before it began reads no article at all', async () => {
    await saveArticle(makeArticle());
    const reads = vi.spyOn(area, 'get');
    expect(await search('利润', AbortSignal.abort())).toEqual([]);
    expect(reads.mock.calls.filter(([keys]) => String(keys).startsWith('article:'))).toEqual([]);
  });
});
