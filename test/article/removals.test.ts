import { expect, test } from 'vitest';
import { extract } from '../../src/article/extract.ts';
import { openFixture, readGolden } from './golden.ts';

test('the pictures of what was removed have addresses under which they can be found again', () => {
  const { url } = readGolden('sample');
  const html = extract(openFixture('sample', url), { url })?.removals.map((removal) => removal.html).join('') ?? '';
  expect(html).toMatch(/<img[^>]+src="https?:\/\/[^"]+reward-code\.svg"/);
});
