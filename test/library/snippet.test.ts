// @vitest-environment node
import { expect, test } from 'vitest';
import { parseQuery } from '../../src/library/search-query.ts';
import { findNote, findSnippet } from '../../src/library/snippet.ts';

/** The sentence in which a query is found, with what was found in brackets. */
function markedIn(text: string, query: string): string | undefined {
  const found = findSnippet(text, parseQuery(query).terms);
  return found && [...found.ranges].reverse().reduce((shown, [start, end]) => `${shown.slice(0, start)}[${shown.slice(start, end)}]${shown.slice(end)}`, found.snippet);
}

test('is the sentence of the first hit, with every hit in it', () => {
  expect(markedIn('第一句没有。冷库的毛利，靠毛利和周转。毛利再说。', '毛利 周转')).toBe('冷库的[毛利]，靠[毛利]和[周转]。');
});

test('of several words is the first that has the most of them', () => {
  expect(markedIn('冷库的毛利。门店的毛利与租金。周转也看毛利与租金！再说毛利。', '毛利 租金 周转')).toBe('[周转]也看[毛利]与[租金]！');
  expect(markedIn('冷库的毛利。门店看租金。', '毛利 租金')).toBe('冷库的[毛利]。');
});

test('is the paragraph where a phrase reaches over two sentences', () => {
  expect(markedIn('第一段没有。\n货卖出去了！钱呢？还没有。', '"去了！钱"')).toBe('货卖出[去了！钱]呢？还没有。');
});

test('is not there where nothing was found', () => {
  expect(markedIn('第一句没有。', '毛利')).toBeUndefined();
});

test('joins hits that overlap', () => {
  expect(markedIn('毛利率回升。', '毛利 利率')).toBe('[毛利率]回升。');
});

test('marks the original, however folding changed its length', () => {
  expect(markedIn('前㎡㎡后，ＧＭＶ与cafe\u0301店。', 'gmv caf\u00e9')).toBe('前㎡㎡后，[ＧＭＶ]与[cafe\u0301]店。');
  expect(markedIn('每㎡的租金。', 'm')).toBe('每[㎡]的租金。');
});

test('marks no more than what was found, though quotation marks and spaces stand in it and round it', () => {
  expect(markedIn('再传“中国 芯”喜讯，用 GPT 4 答。', '中国芯 用gpt4')).toBe('再传“[中国 芯]”喜讯，[用 GPT 4] 答。');
  expect(markedIn('「内卷」的账 还没算。', '“卷的账还”')).toBe('「内[卷」的账 还]没算。');
  expect(markedIn('ｶﾞｽの値段、한\u1100\u116e국。', 'ガス')).toBe('[ｶﾞｽ]の値段、한\u1100\u116e국。');
});

test('is shortened round the hit in a long sentence', () => {
  expect(markedIn(`${'长'.repeat(300)}毛利${'尾'.repeat(300)}。`, '毛利')).toBe(`…${'长'.repeat(30)}[毛利]${'尾'.repeat(88)}…`);
});

test('does not cut a character in half', () => {
  const shown = markedIn(`${'𠮷'.repeat(100)}长毛利${'𠮷'.repeat(100)}。`, '毛利');
  expect(shown).toContain('[毛利]');
  expect(shown).not.toMatch(/\p{Surrogate}/u);
});

test('of notes is the first that has a word, and of marked passages those whose note has none', () => {
  const annotation = { prefix: '', suffix: '', start: 0, end: 2, colour: 'yellow' as const, createdAt: 1 };
  const annotations = [{ ...annotation, id: 'a', exact: '库存', note: '' }, { ...annotation, id: 'b', exact: '周转天数', note: '毛利另说。周转要对照去年。' }];
  expect(findNote(annotations, ['周转'])).toEqual({ snippet: '周转要对照去年。', ranges: [[0, 2]], annotationId: 'b' });
  expect(findNote(annotations, ['天数'])).toMatchObject({ snippet: '周转天数', annotationId: 'b' });
  expect(findNote(annotations, ['没有'])).toBeUndefined();
});
