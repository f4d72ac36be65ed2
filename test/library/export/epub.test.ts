import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createEpub } from '../../../src/library/export/epub.ts';
import type { ExportItem } from '../../../src/library/export/export-item.ts';
import type { PictureFinder } from '../../../src/library/export/pictures.ts';
import { makeItem } from './items.ts';
import { unzip } from './zip-reader.ts';

const info = { title: '我的文库', language: 'zh-CN', contentsTitle: '目录' };
const gif = Uint8Array.from(atob('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7'), (unit) => unit.charCodeAt(0));
const findGif: PictureFinder = (address) => Promise.resolve(address.endsWith('.gif') ? { bytes: gif, type: 'image/gif' } : undefined);

async function bookOf(...items: ExportItem[]): Promise<Uint8Array[]> {
  const epub = await createEpub(info, findGif, document);
  for (const item of items) await epub.add(item);
  return epub.finish();
}

async function chapterOf(contentHtml: string): Promise<Document> {
  const file = unzip(await bookOf(makeItem({ contentHtml }))).find(({ path }) => path === 'book/text/0001.xhtml');
  const page = new DOMParser().parseFromString(file?.bytes.toString() ?? '', 'application/xhtml+xml');
  if (page.querySelector('parsererror')) throw new Error(page.querySelector('parsererror')?.textContent ?? '');
  return page;
}

/** Markup as pages have it: forgiven by browsers, refused by e-readers. */
const wild = `
  <p>甲<br>乙&nbsp;&lt;丙&gt; &amp; \u0001<a href="https://e.com/?a=1&b=[2]|3">链</a><a href="#fn1">[1]</a><a href="mailto:a b">信</a></p>
  <h2 id="jd-section-1">一</h2><h3 id="jd-section-2">（一）<br>续</h3><h2 id="jd-section-1">一</h2>
  <ul><li>子</li><ul><li>丑</li></ul>寅<p>卯</p></ul><ol start="x" reversed></ol>
  <span><p>块在行里</p><table><tr><td>格</td></tr></table></span>
  <table><caption>表</caption><colgroup><col span="2"></colgroup><tr><td colspan="0" rowspan="2">a</td><td><ul><li>b</li></ul></td></tr><tr></tr></table>
  <figure><figcaption>图一</figcaption><img src="https://e.com/a.gif" srcset="https://e.com/b.gif 2x" width="100%"><figcaption>图二</figcaption></figure>
  <figure data-video="https://v.e.com/1"></figure><figcaption>散</figcaption><li>散项</li>
  <picture><source srcset="https://e.com/c.webp"><img src="https://e.com/c.png"></picture>
  <dl><dd>义</dd><p>段</p></dl><dl>只有字</dl><dl></dl><ruby>净<rt>jing</rt></ruby><ruby>读</ruby><rt>散注</rt><ruby><rt>先</rt>字</ruby><ruby>汉<rp>（</rp><rt>hàn</rt><rp>）</rp>字<rt>zì</rt></ruby><dfn>词<dfn>义</dfn></dfn>
  <table><tbody><tr><td>身</td></tr></tbody><tfoot><tr><td>脚</td></tr></tfoot><tbody><tr><td>腰</td></tr></tbody><thead><tr><td>头</td></tr></thead></table>
  <time datetime="昨天">昨天</time><time>夜里<b>三点</b></time><blockquote cite="https://e.com/">引</blockquote><pre><code>a &lt; b</code></pre><pre><p>c</p></pre><hr>
  <a href="https://e.com/1"><p>块链</p></a><q cite="x">q</q><p lang="不是语言" dir="rtl" translate="no" title="t">尾</p>`;

const twoSections = [{ id: 'jd-section-1', text: '一', depth: 1 }, { id: 'jd-section-2', text: '（一）', depth: 2 }, { id: 'jd-section-9', text: '无', depth: 1 }];

test('the files are those of a book, the type first and plain', async () => {
  const files = unzip(await bookOf(makeItem(), makeItem()));
  expect(files.map(({ path }) => path)).toEqual([
    'mimetype', 'META-INF/container.xml', 'book/style.css', 'book/text/0001.xhtml', 'book/text/0002.xhtml', 'book/nav.xhtml', 'book/book.opf',
  ]);
  expect(files[0]).toMatchObject({ stored: true, bytes: Buffer.from('application/epub+zip') });
});

test('the same articles give the same book', async () => {
  const [one, two] = await Promise.all([bookOf(makeItem()), bookOf(makeItem())]);
  expect(Buffer.concat(one).equals(Buffer.concat(two))).toBe(true);
});

test('the table of contents has the articles, and under each the sections that are there', async () => {
  const files = unzip(await bookOf(makeItem({ title: '甲 & 乙', contentHtml: wild, outline: twoSections }), makeItem({ title: '', outline: [] })));
  const nav = new DOMParser().parseFromString(files.find(({ path }) => path === 'book/nav.xhtml')?.bytes.toString() ?? '', 'application/xhtml+xml');
  const links = [...nav.querySelectorAll('a')].map((link) => [link.textContent, link.getAttribute('href')]);
  expect(links).toEqual([
    ['甲 & 乙', 'text/0001.xhtml'], ['一', 'text/0001.xhtml#jd-section-1'], ['（一）', 'text/0001.xhtml#jd-section-2'],
    ['https://example.com/post/1', 'text/0002.xhtml'],
  ]);
  expect(nav.querySelector('li li li a')?.textContent).toBe('（一）');
});

test('wild markup keeps its text and becomes well formed', async () => {
  const page = await chapterOf(wild);
  const text = page.body.textContent?.replace(/\s/g, '') ?? '';
  for (const word of ['甲乙', '<丙>&', '[1]', '丑', '寅', '卯', '块在行里', '格', '图一', '图二', '散项', '义', '段', '只有字', '散注先字汉（hàn）字zì词义', '头身腰脚', '夜里三点', '块链', '尾']) expect(text).toContain(word);
  expect(page.querySelectorAll('ul > :not(li), dl > :not(dt):not(dd), p p, span p, [srcset], [width], [href="#fn1"]')).toHaveLength(0);
  expect(page.querySelectorAll('#jd-section-1')).toHaveLength(1);
  expect(Array.from(page.querySelectorAll('ruby'), (ruby) => ruby.textContent)).toEqual(['净jing', '汉（hàn）字zì']);
});

test('a kept picture is in the book, once named; another one is a link', async () => {
  const files = unzip(await bookOf(makeItem({ contentHtml: wild })));
  expect(files.find(({ path }) => path === 'book/pictures/picture-1.gif')?.bytes.equals(Buffer.from(gif))).toBe(true);
  const page = await chapterOf(wild);
  expect([...page.querySelectorAll('img')].map((image) => image.getAttribute('src'))).toEqual(['../pictures/picture-1.gif']);
  expect(page.querySelector('a[href="https://e.com/c.png"]')).not.toBeNull();
});

/** As a command of its own, or as Debian has it where no wrapper for Java archives is installed. */
const ways: [string, ...string[]][] = [['epubcheck'], ['java', '-jar', '/usr/share/java/epubcheck.jar']];
const checker = ways.find(([command, ...first]) => /EPUBCheck v/.test(String(spawnSync(command, [...first, '--version'], { encoding: 'utf8' }).stdout)));
if (!checker) console.warn('epubcheck is not installed, so no book is checked by it here: apt-get install epubcheck');

describe.runIf(checker)('epubcheck', () => {
  test('finds nothing wrong with a book of wild markup', { timeout: 120_000 }, async () => {
    const hostile = makeItem({ title: ']]><b>&"\u0007', byline: '<i>', lang: 'x"y', url: 'javascript:alert(1)', contentHtml: '<p>甲</p>', outline: [] });
    const marked = makeItem({ contentHtml: '<p>甲<strong>乙丙</strong></p>' }, { highlights: [{ exact: '甲乙', prefix: '', suffix: '', start: 0, note: '注' }, { exact: '无', prefix: '', suffix: '', start: 0, note: '' }] });
    const pieces = await bookOf(makeItem({ contentHtml: wild, outline: twoSections }), hostile, marked);
    expect(check(pieces)).toEqual([]);
  });
});

/** What epubcheck says against a book. */
function check(pieces: readonly Uint8Array[]): string[] {
  const [command, ...first] = checker ?? ['epubcheck'];
  const folder = mkdtempSync(join(tmpdir(), 'jingdu-epub-'));
  try {
    const file = join(folder, 'book.epub');
    writeFileSync(file, Buffer.concat(pieces));
    const { stdout, stderr, status } = spawnSync(command, [...first, file], { encoding: 'utf8' });
    const found = `${stdout}\n${stderr}`.split('\n').filter((line) => /^(FATAL|ERROR|WARNING)/.test(line));
    return status === 0 || found.length > 0 ? found : [`epubcheck ended with ${status}: ${stdout}${stderr}`];
  } finally {
    rmSync(folder, { recursive: true });
  }
}
