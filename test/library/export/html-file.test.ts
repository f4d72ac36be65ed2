import { expect, test } from 'vitest';
import { toHtmlFile } from '../../../src/library/export/html-file.ts';
import type { PictureFinder } from '../../../src/library/export/pictures.ts';
import { makeItem } from './items.ts';

const dot = new Uint8Array([71, 73, 70, 56, 57, 97]);
const noPicture: PictureFinder = () => Promise.resolve(undefined);

async function pageOf(item: ReturnType<typeof makeItem>, find = noPicture): Promise<Document> {
  return new DOMParser().parseFromString(await toHtmlFile(item, find, document), 'text/html');
}

test('the file has the title, who wrote it, the body and the way to the original', async () => {
  const page = await pageOf(makeItem({ contentHtml: '<p>甲</p><h2 id="jd-section-1">乙</h2>', provenance: [{ kind: 'source', text: '来源：产业手记' }] }));
  expect(page.title).toBe('冷链物流的下半场');
  expect([...page.body.children].map((block) => block.textContent?.trim())).toEqual(['冷链物流的下半场', '何田 · 产业手记 · 2024-03-18', '甲', '乙', '来源：产业手记https://example.com/post/1']);
});

test('nothing in the file runs or leaves it', async () => {
  const page = await pageOf(makeItem({
    title: '</title><script>alert(1)</script>', lang: '"><script>', byline: '<img src=x onerror=alert(1)>', url: 'javascript:alert(1)',
    provenance: [{ kind: 'source', text: '<iframe src="https://e.com">' }],
    contentHtml: '<p onclick="x()">甲</p><script>alert(2)</script><iframe src="https://e.com"></iframe><a href="javascript:x()">乙</a><img src="https://e.com/a.png" alt="图">',
  }));
  expect(page.querySelectorAll('script, iframe, img, object, link, [onclick], [onerror]')).toHaveLength(0);
  expect([...page.querySelectorAll('[href]')].map((link) => link.getAttribute('href'))).toEqual(['https://e.com/a.png']);
  expect(page.querySelector('meta[http-equiv]')?.getAttribute('content')).toMatch(/^default-src 'none'; img-src data:;/);
  expect(page.title).toBe('</title><script>alert(1)</script>');
});

test('a kept picture is inside, another one is a link', async () => {
  const find: PictureFinder = (address) => Promise.resolve(address.endsWith('a.gif') ? { bytes: dot, type: 'image/gif' } : undefined);
  const html = '<figure><img src="https://e.com/a.gif" srcset="https://e.com/b.gif 2x"></figure><figure><img src="https://e.com/c.gif" alt="丙"></figure>';
  const page = await pageOf(makeItem({ contentHtml: html }), find);
  expect([...page.querySelectorAll('img')].map((image) => [image.getAttribute('src'), image.getAttribute('srcset')])).toEqual([[`data:image/gif;base64,${btoa('GIF89a')}`, null]]);
  expect(page.querySelector('figure a')?.outerHTML).toBe('<a href="https://e.com/c.gif" rel="noopener noreferrer">丙</a>');
});

test('a link to a place that did not come along is only its words', async () => {
  const page = await pageOf(makeItem({ contentHtml: '<p><a href="#jd-note-1">一</a><a href="#_&quot;2\n">二</a></p><ol><li id="jd-note-1">注</li></ol>' }));
  expect([...page.querySelectorAll('a[href^="#"]')].map((link) => link.textContent)).toEqual(['一']);
  expect(page.querySelector('p:not(.meta)')?.textContent).toBe('一二');
});

test('a kept picture that could run is not taken in', async () => {
  const page = await pageOf(makeItem({ contentHtml: '<p>甲<img src="https://e.com/a.svg"></p>' }), () => Promise.resolve({ bytes: dot, type: 'image/svg+xml' }));
  expect(page.querySelectorAll('img')).toHaveLength(0);
});

test('highlights and notes stand in the text, the lost ones at the end', async () => {
  const highlights = [{ exact: '乙', prefix: '', suffix: '', start: 0, note: '<b>注</b>' }, { exact: '无', prefix: '', suffix: '', start: 0, note: '' }];
  const page = await pageOf(makeItem({ contentHtml: '<p>甲乙丙</p>' }, { highlights }));
  expect(page.querySelector('p:not(.meta)')?.innerHTML).toBe('甲<mark>乙</mark><small class="note">（&lt;b&gt;注&lt;/b&gt;）</small>丙');
  expect(page.querySelector('blockquote')?.textContent).toBe('无');
});
