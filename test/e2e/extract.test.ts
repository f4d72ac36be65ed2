import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest';
import { extractFiles } from '../../scripts/extract/extract-files.mjs';
import { openPageHost } from '../../scripts/extract/page-host.mjs';
import { temporaryFolder } from './browser.ts';
import { articlePage, plainPage } from './site.ts';

const folder = temporaryFolder();
let host: Awaited<ReturnType<typeof openPageHost>>;

beforeEach(async () => {
  host = await openPageHost();
});

afterEach(() => host.close());
afterAll(() => folder.remove());

function write(name: string, content: string | Buffer): string {
  const file = join(folder.path, name);
  writeFileSync(file, content);
  return file;
}

test('each file has its result in order, and one that is missing stops nobody', async () => {
  const files = [write('a.html', articlePage('渠道商搬家以后')), join(folder.path, 'none.html'), write('b.html', plainPage)];
  const results = [];
  for await (const result of extractFiles(files)) results.push(result);
  expect(results).toEqual([
    expect.objectContaining({ file: files[0], readerable: true, article: expect.objectContaining({ title: '渠道商搬家以后' }) as unknown }),
    { file: files[1], error: expect.stringContaining('ENOENT') as string },
    expect.objectContaining({ file: files[2], readerable: false, article: null }),
  ]);
});

test('a page is read under its address and in its own encoding, without its scripts', async () => {
  const bytes = Buffer.concat([Buffer.from('<meta charset=gb2312><title>'), Buffer.from('c4e3bac3', 'hex'), Buffer.from('</title><script>document.title = "run"</script><img src=x onerror="document.title = 1">')]);
  await host.show({ url: 'https://example.com/a#part', bytes, contentType: 'text/html' });
  expect(await host.evaluate('', '[document.title, location.href]', 5000)).toEqual(['你好', 'https://example.com/a#part']);
});

test('two pages of one address are two pages', async () => {
  for (const word of ['first', 'second']) {
    await host.show({ url: `https://example.com/#${word}`, bytes: Buffer.from(`<title>${word}</title>`), contentType: 'text/html' });
    expect(await host.evaluate('', 'document.title', 5000)).toBe(word);
  }
});

test('what takes too long is given up, and the next page is read', async () => {
  const page = { url: 'https://example.com/', bytes: Buffer.from('<title>still here</title>'), contentType: 'text/html' };
  await host.show(page);
  await expect(host.evaluate('', 'for (;;) {}', 500)).rejects.toThrow('took longer');
  await host.show(page);
  expect(await host.evaluate('', 'document.title', 5000)).toBe('still here');
});

test('what throws says why', async () => {
  await host.show({ url: 'https://example.com/', bytes: Buffer.from(''), contentType: 'text/html' });
  await expect(host.evaluate('', '(() => { throw new TypeError("no such thing"); })()', 5000)).rejects.toThrow('no such thing');
});
