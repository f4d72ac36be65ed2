// @vitest-environment node
import { expect, test } from 'vitest';
import { toFileName, uniqueNames } from '../../../src/library/export/file-name.ts';

test.each([
  ['冷链：“下半场”', '冷链：“下半场”'],
  ['a/b\\c:d*e?f"g<h>i|j', 'a b c d e f g h i j'],
  ['../../etc/passwd', 'etc passwd'],
  ['  .. ', '_'],
  ['CON', '_CON'],
  ['nul.txt', '_nul.txt'],
  ['题\u202egpj.exe', '题gpj.exe'],
  ['行\n行\u0000', '行行'],
  ['冷'.repeat(200), '冷'.repeat(80)],
  ['𠮷'.repeat(200), '𠮷'.repeat(60)],
  ['LPT²', '_LPT²'],
])('%j becomes %j', (title, name) => {
  expect(toFileName(title)).toBe(name);
});

test('no name is given twice, whatever the case', () => {
  const name = uniqueNames();
  expect(['题', '题', 'A', 'a', '题 2'].map(name)).toEqual(['题', '题 2', 'A', 'a 2', '题 2 2']);
});
