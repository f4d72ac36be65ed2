// @vitest-environment node
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { LibraryRow } from '../../src/library/rows.ts';
import { isEmptyQuery, parseQuery } from '../../src/library/search-query.ts';
import { rowOf } from '../ui/list/fake-library.ts';

vi.mock('webextension-polyfill', async () => ({ default: (await import('../fake-browser.ts')).createFakeBrowser() }));

function holds(query: string, fields: Partial<LibraryRow>): boolean {
  return parseQuery(query).conditions.every((condition) => condition(rowOf('a', '甲', 1, fields)));
}

afterEach(() => vi.unstubAllEnvs());

describe('words and phrases', () => {
  test.each([
    ['空驶率　决定', ['空驶率', '决定']],
    ['"空驶率 决定" 利润', ['空驶率决定', '利润']],
    ['＂空驶率 决定＂', ['空驶率决定']],
    ['“空驶率 决定”', ['空驶率决定']],
    ['”空驶率 决定“', ['空驶率决定']],
    ['“空驶率 决定"', ['空驶率决定']],
    ['「空驶率 决定」『利 润』', ['空驶率决定', '利润']],
    ['所谓“内卷”的账', ['所谓', '内卷', '的账']],
    ['"空驶率 决', ['空驶率决']],
    ['空驶率”', ['空驶率']],
    ['空驶率"', ['空驶率']],
    ['""', []],
    ['\u200b ’', []],
    ['供\u200b应链 GPT 4', ['供应链', 'gpt', '4']],
    ['"GPT 4 客服" "made in China"', ['gpt4客服', 'made in china']],
    ['利润 利润 “利润”', ['利润']],
    ['https://example.com', ['https://example.com']],
    ['foo:bar 3:1', ['foo:bar', '3:1']],
    ['"site:"', ['site:']],
  ])('%s looks for %j', (typed, terms) => {
    expect(parseQuery(typed)).toMatchObject({ terms, notDates: [] });
  });
});

describe('fields', () => {
  test.each(['site:', 'site：', ' author: ', 'tag: after:', 'after:""'])('%j asks for nothing yet', (typed) => {
    const query = parseQuery(typed);
    expect([isEmptyQuery(query), query.notDates]).toEqual([true, []]);
  });

  test('a field without a value takes none from the field behind it', () => {
    expect(parseQuery('tag: after:2024 利润')).toMatchObject({ terms: ['利润'], conditions: [expect.any(Function)], notDates: [] });
  });

  test.each([
    ['site: 账本', { siteName: '账本周刊' }],
    ['site:“the ledger”', { siteName: 'The Ledger Weekly' }],
    ['site:https://www.example.com/a/b', { siteName: '', url: 'https://www.example.com/other' }],
    ['tag:#冷链', { tags: ['冷链'] }],
    ['TAG:"供應鏈 成本', { tags: ['供应链 成本'] }],
    ['author:「周 以」', { byline: '周 以' }],
    ['author:周以', { byline: '何田　周 以' }],
  ])('%s holds', (query, fields) => {
    expect(holds(query, fields)).toBe(true);
    expect(holds(query, { siteName: '别处', url: 'https://elsewhere.test/', tags: ['别的'], byline: '别人' })).toBe(false);
  });

  test.each([
    ['2024', true, false], ['2024-05', true, false], ['2024.5', true, false], ['2024/5/16', true, false], ['２０２４年５月', true, false], ['2024年5月16日', true, false], ['2024年', true, false], ['20240516', true, false], ['202405', true, false], ['2024年5月16號', true, false],
    ['2024-05-17', false, true], ['2024年6月', false, true], ['2025', false, true], ['20240517', false, true],
  ])('of %s on, an article of 16 May 2024 is %s, and before that %s', (date, after, before) => {
    const published = { publishedTime: '2024-05-16T23:30:00-05:00' };
    expect([holds(`after:${date}`, published), holds(`before:${date}`, published)]).toEqual([after, before]);
  });

  test('where the day of publishing is not known, the day counts on which it was saved here', () => {
    vi.stubEnv('TZ', 'Asia/Shanghai');
    const early = { publishedTime: '', savedAt: Date.parse('2024-05-01T07:00:00+08:00') };
    expect([holds('after:2024-05-01', early), holds('before:2024-05-01', early)]).toEqual([true, false]);
  });

  test.each(['after:昨天', 'before:2024-13', 'after:2024-05-32', 'after:24-5', 'after:2024-5-6-7', 'after:20245', 'after:2024516', 'after:20241316'])('%s is told from a date, and asks for nothing', (typed) => {
    expect(parseQuery(`利润 ${typed}`)).toEqual({ terms: ['利润'], conditions: [], notDates: [typed.split(':')[0]] });
  });
});
