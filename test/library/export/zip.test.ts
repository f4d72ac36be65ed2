// @vitest-environment node
import { expect, test } from 'vitest';
import { crc32 } from '../../../src/library/export/crc32.ts';
import { createZip } from '../../../src/library/export/zip.ts';
import { unzip } from './zip-reader.ts';

const text = '冷链物流的下半场。'.repeat(500);

async function archive(): Promise<Uint8Array[]> {
  const zip = createZip();
  await zip.add('mimetype', 'application/epub+zip', { store: true });
  await zip.add('文章/题 一.md', text);
  await zip.add('short', 'a');
  await zip.add('empty', '');
  return zip.finish();
}

test('what was put in comes out, by name', async () => {
  const files = unzip(await archive());
  expect(files.map(({ path, stored, bytes }) => [path, stored, bytes.toString()])).toEqual([
    ['mimetype', true, 'application/epub+zip'], ['文章/题 一.md', false, text], ['short', true, 'a'], ['empty', true, ''],
  ]);
});

test('text is compressed', async () => {
  expect(Buffer.concat(await archive()).length).toBeLessThan(Buffer.byteLength(text) / 10);
});

test('the same files give the same bytes', async () => {
  expect(Buffer.concat(await archive()).equals(Buffer.concat(await archive()))).toBe(true);
});

test('the first file’s content begins at byte 38, where readers of books look for it', async () => {
  expect(Buffer.concat(await archive()).toString('latin1', 30, 58)).toBe('mimetypeapplication/epub+zip');
});

test.each([['', 0], ['a', 3904355907], [text, 426562764]])('the checksum is the one that all zip tools count', (content, sum) => {
  expect(crc32(new TextEncoder().encode(content))).toBe(sum);
});
