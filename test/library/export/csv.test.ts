// @vitest-environment node
import { expect, test } from 'vitest';
import type { CsvRow } from '../../../src/library/export/csv.ts';
import { toCsv } from '../../../src/library/export/csv.ts';

function entry(fields: Partial<CsvRow> = {}): CsvRow {
  return { url: 'https://e.com/1', title: '题', byline: '', siteName: '', publishedTime: '', excerpt: '', length: 7, savedAt: 0, tags: [], ...fields };
}

function titleCell(title: string): string {
  return toCsv([entry({ title })]).split('\r\n')[1]?.split(',https:')[0]?.slice(0, -2) ?? '';
}

test('a head and a row, in UTF-8 that spreadsheets recognise', () => {
  expect(toCsv([entry({ byline: '何田', tags: ['冷链', '物流'] })])).toBe(
    '\ufefftitle,author,site,url,published,saved,characters,tags,excerpt\r\n题,何田,,https://e.com/1,,1970-01-01T00:00:00.000Z,7,冷链; 物流,\r\n',
  );
});

test.each([
  ['a,b', '"a,b"'],
  ['说“好”', '说“好”'],
  ['say "so"', '"say ""so"""'],
  ['甲\n乙', '"甲\n乙"'],
  ['=1+1', "'=1+1"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['-2', "'-2"],
  ['+86', "'+86"],
  [' =HYPERLINK("x")', '"\' =HYPERLINK(""x"")"'],
  ['＝1', "'＝1"],
  ['\t=1', "'\t=1"],
])('%j is written %j', (title, cell) => {
  expect(titleCell(title)).toBe(cell);
});
