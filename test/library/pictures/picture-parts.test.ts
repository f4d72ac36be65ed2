// @vitest-environment node
import { expect, test, vi } from 'vitest';
import { hasAccess } from '../../../src/library/pictures/host-access.ts';
import { pictureAddresses } from '../../../src/library/pictures/picture-addresses.ts';
import { pictureTypeOf } from '../../../src/library/pictures/picture-type.ts';
import { readUpTo } from '../../../src/library/pictures/read-up-to.ts';

const origins = vi.hoisted(() => ({ granted: [] as string[] }));
vi.mock('webextension-polyfill', () => ({ default: { permissions: { getAll: async () => ({ origins: origins.granted }) } } }));

test.each([
  ['https://img.example/a.png?w=1&amp;h=2', ['https://img.example/a.png?w=1&h=2']],
  ['http://img.example/a.png', ['http://img.example/a.png']],
  ['data:image/png;base64,AAAA', []],
  ['blob:https://img.example/1', []],
  ['javascript:alert(1)', []],
  ['https://', []],
  ['', []],
])('of the address %s in a text are had %j', (address, expected) => {
  expect(pictureAddresses(`<p>甲</p><img alt="a &gt; b > c" src="${address}">`)).toEqual(expected);
});

test('each address is had once, in the order of the text', () => {
  expect(pictureAddresses('<img src="https://b.example/2"><p>src="https://c.example/no"</p><img class="x" src="https://a.example/1"><img src="https://b.example/2">')).toEqual(['https://b.example/2', 'https://a.example/1']);
});

test.each([
  ['image/png', '\x89PNG\r\n\x1a\n…'], ['image/jpeg', '\xff\xd8\xff\xe0…'], ['image/gif', 'GIF89a…'], ['image/gif', 'GIF87a…'],
  ['image/webp', 'RIFF\n\0\r\0WEBPVP8 '], ['image/avif', '\0\0\0\x1cftypavif…'], [undefined, '<svg xmlns="…"/>'], [undefined, '<!doctype html>'],
  [undefined, 'GIF90a'], [undefined, '\x89PN'], [undefined, ''], [undefined, ' \x89PNG\r\n\x1a\n'],
])('%s begins with its own bytes alone', (type, start) => {
  expect(pictureTypeOf(Uint8Array.from(start, (letter) => letter.charCodeAt(0)))).toBe(type);
});

test('a body is read up to its limit, and given up at the first byte beyond', async () => {
  const cancel = vi.fn();
  const body = (pieces: number[]): Response => ({
    body: new ReadableStream<Uint8Array>({ pull: (controller) => { const size = pieces.shift(); if (size === undefined) controller.close(); else controller.enqueue(new Uint8Array(size).fill(7)); }, cancel }, { highWaterMark: 0 }),
  }) as Response;
  expect((await readUpTo(body([4, 6]), 10))?.length).toBe(10);
  expect(cancel).not.toHaveBeenCalled();
  expect(await readUpTo(body([4, 7, 1_000_000]), 10)).toBeUndefined();
  expect(cancel).toHaveBeenCalledTimes(1);
});

test.each([
  [['<all_urls>'], true], [['https://*/*'], true], [['*://*.example.com/*'], true], [['https://img.example.com/*'], true], [['*://*/*'], true],
  [['http://*/*'], false], [['https://example.com/*'], false], [['https://*.other.com/*'], false], [[], false],
])('what %j grants covers the site: %s', async (granted, covered) => {
  origins.granted = granted;
  expect(await hasAccess(['https://img.example.com'])).toBe(covered);
});
