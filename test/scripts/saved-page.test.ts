import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readSavedPage } from '../../scripts/extract/saved-page.mjs';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jingdu-saved-page-'));
});

afterEach(() => rmSync(folder, { recursive: true }));

function write(name: string, content: string | Buffer): string {
  const file = join(folder, name);
  writeFileSync(file, content);
  return file;
}

test('the page gives its own address', async () => {
  const both = '<meta property="og:url" content="https://example.com/og"><link href="https://example.com/c?a=1&amp;b=2" rel=canonical>';
  expect((await readSavedPage(write('a.html', both))).url).toBe('https://example.com/c?a=1&b=2');
  expect((await readSavedPage(write('b.html', '<meta content=\'https://example.com/og\' property=og:url>'))).url).toBe('https://example.com/og');
});

test('an address that is asked for goes before the page’s own', async () => {
  const file = write('a.html', '<link rel="canonical" href="https://example.com/c">');
  expect((await readSavedPage(file, 'https://example.org/x')).url).toBe('https://example.org/x');
});

test('a page without an absolute address gets one on localhost', async () => {
  expect((await readSavedPage(write('文 章.html', '<link rel=canonical href="/relative">'))).url).toBe(`http://localhost/${encodeURIComponent('文 章.html')}`);
});

test('an address of another kind is refused', async () => {
  await expect(readSavedPage(write('a.html', ''), 'file:///etc/passwd')).rejects.toThrow('no http or https address');
});

test('the page’s own charset has the say; UTF-8 is told where nothing is said', async () => {
  const gbk = Buffer.from('c4e3bac3', 'hex');
  expect((await readSavedPage(write('a.html', Buffer.concat([Buffer.from('<meta charset=gbk>'), gbk])))).contentType).toBe('text/html');
  expect((await readSavedPage(write('b.html', gbk))).contentType).toBe('text/html');
  expect((await readSavedPage(write('c.html', '<p>你好'))).contentType).toBe('text/html; charset=utf-8');
  expect((await readSavedPage(write('d.xhtml', '<p>你好</p>'))).contentType).toBe('application/xhtml+xml; charset=utf-8');
});

test('a file that is not there is an error', async () => {
  await expect(readSavedPage(join(folder, 'none.html'))).rejects.toThrow('ENOENT');
});
