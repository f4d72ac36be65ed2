// @vitest-environment node
import { expect, test } from 'vitest';
import { languageOf } from '../../src/article/language.ts';

const chinese = '工厂把排产的周期从一个月缩短到一周，AI 让库存随之降了三成。';

test.each([
  ['what the page declares', 'zh-TW', chinese, 'zh-TW'],
  ['Chinese, though the template says English', 'en', chinese, 'zh'],
  ['Chinese, though nothing says so', '', chinese, 'zh'],
  ['Japanese that is declared', 'ja', '東京証券取引所で日経平均株価が上昇した。', 'ja'],
  ['not Chinese for its Chinese letters alone', '', '東京証券取引所では、日経平均株価がさらに上昇した。', ''],
  ['not Chinese for a few quoted words', 'en', `The word 内卷 means ${'involution '.repeat(9)}`, 'en'],
])('is %s', (_, declared, text, language) => {
  expect(languageOf(declared, text)).toBe(language);
});
