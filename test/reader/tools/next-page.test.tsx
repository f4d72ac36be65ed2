import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Article } from '../../../src/article/article.ts';
import { Reader } from '../../../src/reader/reader.tsx';
import { decode, readNextPage } from '../../../src/reader/tools/next-page/read-next-page.ts';
import type { Screen } from '../../ui/mount.ts';
import { mount } from '../../ui/mount.ts';
import { sampleArticle } from '../../ui/sample-article.ts';
import { createFakeHost } from '../fake-host.ts';
import { installMissingParts } from '../missing-in-jsdom.ts';

vi.mock('webextension-polyfill', async () => ({ default: (await import('../../ui/chinese-browser.ts')).createChineseBrowser() }));

const held: { screen?: Screen } = {};
const first = sampleArticle({ nextPage: 'https://example.com/post/1_2' });

async function open(article: Article, readOn?: (article: Article) => Promise<Article>): Promise<Screen> {
  const { host } = createFakeHost();
  held.screen = await mount(<Reader article={article} host={readOn ? { ...host, readOn } : host} />);
  return held.screen;
}

beforeEach(() => void installMissingParts());
afterEach(async () => {
  await held.screen?.unmount();
  delete held.screen;
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

describe('the end of a page that is not the last', () => {
  test('offers to read on, and joins the next page', async () => {
    const readOn = vi.fn(async (article: Article) => ({ ...article, contentHtml: `${article.contentHtml}<p>第二页</p>`, nextPage: '' }));
    const screen = await open(first, readOn);
    await screen.click('read-on');
    expect(readOn).toHaveBeenCalledWith(first);
    expect(screen.get('body').textContent).toContain('第二页');
    expect(screen.find('next-page')).toBeNull();
  });

  test('says so when it fails, with the way to the site', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const screen = await open(first, () => Promise.reject(new Error('offline')));
    await screen.click('read-on');
    expect(screen.get('next-page').textContent).toBe('下一页没有取到在原网站打开下一页');
    expect(screen.get('next-page').querySelector('a')?.href).toBe('https://example.com/post/1_2');
  });

  test('is a plain link where there is no page under the reader', async () => {
    const screen = await open(first);
    expect(screen.find('read-on')).toBeNull();
    expect(screen.get('next-page').querySelector('a')?.href).toBe('https://example.com/post/1_2');
  });

  test('is nothing on the last page, and no address of another kind becomes a link', async () => {
    expect((await open(sampleArticle())).find('next-page')).toBeNull();
    await held.screen?.unmount();
    expect((await open(sampleArticle({ nextPage: 'javascript:x()' }))).find('next-page')).toBeNull();
  });
});

describe('fetching', () => {
  test('never goes to another site', async () => {
    const fetched = vi.fn();
    vi.stubGlobal('fetch', fetched);
    await expect(readNextPage(sampleArticle({ nextPage: 'https://elsewhere.example/2' }), document)).rejects.toThrow('another site');
    expect(fetched).not.toHaveBeenCalled();
  });

  test.each([
    ['the header', 'text/html; charset=GBK', ''],
    ['the page', 'text/html', '<meta charset="gb2312">'],
  ])('reads the encoding that %s names', (_, type, head) => {
    const bytes = Uint8Array.from([...new TextEncoder().encode(head), 0xd5, 0xcb]).buffer;
    expect(decode(bytes, type)).toBe(`${head}账`);
  });

  test('an encoding that nobody knows is read as UTF-8', () => {
    vi.spyOn(console, 'info').mockImplementation(() => undefined);
    expect(decode(new TextEncoder().encode('账').buffer as ArrayBuffer, 'text/html; charset=martian')).toBe('账');
  });
});
