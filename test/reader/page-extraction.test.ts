import { beforeEach, describe, expect, test, vi } from 'vitest';
import { extract } from '../../src/article/extract.ts';
import { isReaderable } from '../../src/article/readerable.ts';
import { OutOfTime } from '../../src/article/time-limit.ts';
import { extractFromPage } from '../../src/reader/page-extraction.ts';
import { sampleArticle } from '../ui/sample-article.ts';

vi.mock('../../src/article/extract.ts', () => ({ extract: vi.fn() }));
vi.mock('../../src/article/readerable.ts', () => ({ isReaderable: vi.fn() }));

const url = 'https://example.com/post/1';
const page = (body = '<p>字</p>'): Document => new DOMParser().parseFromString(`<!doctype html><body>${body}`, 'text/html');

beforeEach(() => {
  vi.mocked(extract).mockReset().mockReturnValue(sampleArticle());
  vi.mocked(isReaderable).mockReset().mockReturnValue(true);
});

test('an article comes with the time that it took', () => {
  const extraction = extractFromPage(page(), { url });
  expect(extraction.kind === 'article' && extraction.article.title).toBe('一笔账的来去');
  expect(extraction.kind === 'article' && extraction.milliseconds >= 0).toBe(true);
});

describe('a page that looks like no article', () => {
  beforeEach(() => void vi.mocked(isReaderable).mockReturnValue(false));

  test('is not even parsed', () => {
    expect(extractFromPage(page(), { url })).toEqual({ kind: 'not-an-article' });
    expect(extract).not.toHaveBeenCalled();
  });

  test('is read all the same when a person insists', () => {
    expect(extractFromPage(page(), { url, force: true }).kind).toBe('article');
  });

  test('is no article when insisting does not help either', () => {
    vi.mocked(extract).mockReturnValue(undefined);
    expect(extractFromPage(page(), { url, force: true })).toEqual({ kind: 'not-an-article' });
  });
});

describe('a page that would freeze the tab, or is none', () => {
  test.each(['image/svg+xml', 'text/xml', 'application/xml'] as const)('%s is refused', (type) => {
    const document = new DOMParser().parseFromString('<svg xmlns="http://www.w3.org/2000/svg"/>', type);
    expect(extractFromPage(document, { url, force: true })).toEqual({ kind: 'failed', reason: 'unsupported-document' });
  });

  test('XHTML is a page', () => {
    const xhtml = '<html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head><body><p>字</p></body></html>';
    expect(extractFromPage(new DOMParser().parseFromString(xhtml, 'application/xhtml+xml'), { url }).kind).toBe('article');
  });

  test('a page without a body is handed on, not tripped over', () => {
    const document = page();
    document.body.remove();
    vi.mocked(isReaderable).mockReturnValue(false);
    expect(extractFromPage(document, { url })).toEqual({ kind: 'not-an-article' });
  });
});

describe('an extraction that does not come to its end', () => {
  test('is given a limit, and one that has taken too long says so', () => {
    vi.mocked(extract).mockImplementation((_document, { checkTime }) => {
      expect(checkTime).toBeDefined();
      throw new OutOfTime('not done');
    });
    expect(extractFromPage(page(), { url })).toEqual({ kind: 'failed', reason: 'timeout' });
  });

  test('by a fault of ours is no timeout', () => {
    vi.mocked(extract).mockImplementation(() => { throw new RangeError('stack'); });
    expect(() => extractFromPage(page(), { url })).toThrow(RangeError);
  });
});
