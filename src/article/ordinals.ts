import type { HeadingRule } from '../rules/heading-rules.ts';

/** The number that a heading carries in its form of numbering, or 0: 3 for 三、 and for 第三，, 1 for 首先. */
export function ordinalOf(rule: HeadingRule, text: string): number {
  const groups = rule.pattern.exec(text)?.slice(1) ?? [];
  const written = groups.find((group) => group !== undefined && group !== '') ?? '';
  if (rule.id === 'first-then') return /^(首先|先)/.test(written) ? 1 : /^最后/.test(written) ? 9 : 2;
  return numberOf(written);
}

const digits = '零一二三四五六七八九';
const formalDigits = '零壹贰叁肆伍陆柒捌玖';
const latinNumbers = ['one', 'two', 'three', 'four', 'five', 'six'];
const romanNumbers = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x'];

function numberOf(written: string): number {
  if (/^\d/.test(written)) return Number(written.split('.').at(-1));
  const circled = written.codePointAt(0) ?? 0;
  if (circled >= 0x2460 && circled <= 0x2473) return circled - 0x2460 + 1;
  const word = written.normalize('NFKC').toLowerCase(); // Ⅲ is iii
  if (latinNumbers.includes(word)) return latinNumbers.indexOf(word) + 1;
  if (romanNumbers.includes(word)) return romanNumbers.indexOf(word) + 1;
  if (formalDigits.includes(written)) return formalDigits.indexOf(written);
  const [tens = '', units = ''] = written.includes('十') ? written.split('十') : ['', written];
  return (written.includes('十') ? 10 * (tens ? digits.indexOf(tens) : 1) : 0) + (units ? digits.indexOf(units) : 0);
}
