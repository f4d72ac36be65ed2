import { expect, test } from 'vitest';
import { parseArguments } from '../../scripts/extract/arguments.mjs';

test('an address belongs to the next file alone', () => {
  expect(parseArguments(['a.html', '--url', 'https://example.com/b', 'b.html', 'c.html'])).toEqual({
    siteRules: true,
    files: [
      { file: 'a.html', url: undefined },
      { file: 'b.html', url: 'https://example.com/b' },
      { file: 'c.html', url: undefined },
    ],
  });
});

test('site rules can be left out', () => {
  expect(parseArguments(['--no-site-rules', '--url=https://example.com/', 'a.html'])).toEqual({
    siteRules: false,
    files: [{ file: 'a.html', url: 'https://example.com/' }],
  });
});

test.each([[[]], [['--url']], [['--url', 'https://example.com/']], [['a.html', '--url', 'https://example.com/']], [['--fast', 'a.html']]])(
  '%j is not understood',
  (words) => {
    expect(parseArguments(words)).toBeUndefined();
  },
);
