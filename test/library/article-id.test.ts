// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { articleId, canonicalUrl } from '../../src/library/article-id.ts';

describe('canonicalUrl', () => {
  test.each([
    ['the hash goes', 'https://example.com/a#part-2', 'https://example.com/a'],
    ['http counts as https', 'http://example.com/a', 'https://example.com/a'],
    ['another port stays', 'http://localhost:8080/a', 'https://localhost:8080/a'],
    ['utm_* goes', 'https://example.com/a?utm_source=x&utm_medium=y&id=3', 'https://example.com/a?id=3'],
    ['capitals do not hide tracking', 'https://example.com/a?UTM_Source=x&FBCLID=y', 'https://example.com/a'],
    ['spm, from and share marks go', 'https://example.com/a?spm=1.2&from=timeline&share_token=z&isappinstalled=0', 'https://example.com/a'],
    ['parameters are sorted', 'https://example.com/a?b=2&a=1&b=1', 'https://example.com/a?a=1&b=1&b=2'],
    ['a name and password go', 'https://me:secret@example.com/a', 'https://example.com/a'],
    ['WeChat names an article by four parameters', 'https://mp.weixin.qq.com/s?sn=d&__biz=a&mid=2&idx=1&scene=21&chksm=f#rd', 'https://mp.weixin.qq.com/s?__biz=a&idx=1&mid=2&sn=d'],
  ])('%s', (_rule, address, canonical) => {
    expect(canonicalUrl(address)).toBe(canonical);
    expect(canonicalUrl(canonical)).toBe(canonical);
  });

  test.each([
    ['a route in the hash', 'https://example.com/#/article/1', 'https://example.com/#/article/2'],
    ['an old-style route in the hash', 'https://example.com/#!article/1', 'https://example.com/#!article/2'],
    ['m. and www.', 'https://m.example.com/a', 'https://www.example.com/a'],
    ['another page number', 'https://example.com/a?page=1', 'https://example.com/a?page=2'],
    ['a slash at the end', 'https://example.com/a', 'https://example.com/a/'],
    ['capitals in the path', 'https://example.com/a', 'https://example.com/A'],
  ])('%s makes another article', (_what, one, other) => {
    expect(canonicalUrl(one)).not.toBe(canonicalUrl(other));
  });

  test.each(['', 'not an address', 'javascript:alert(1)', 'data:text/html,x', 'about:blank', 'blob:https://example.com/1'])('%j is no page', (address) => {
    expect(canonicalUrl(address)).toBeUndefined();
  });
});

describe('articleId', () => {
  test('is the same today as when the first article was saved', async () => {
    expect(await articleId('http://example.com/post/1?utm_source=feed#top')).toBe('f2eb6b089d1f6d8ad3b825285bbac77e');
  });

  test('differs from address to address', async () => {
    expect(await articleId('https://example.com/1')).not.toBe(await articleId('https://example.com/2'));
  });

  test('is undefined where there is no address', async () => {
    expect(await articleId('about:blank')).toBeUndefined();
  });
});
