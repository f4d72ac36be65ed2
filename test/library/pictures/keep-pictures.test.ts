// @vitest-environment node
import { webcrypto } from 'node:crypto';
import { beforeEach, expect, test, vi } from 'vitest';
import { keepPictures } from '../../../src/library/pictures/keep-pictures.ts';
import type { PictureReading, PictureTally } from '../../../src/library/pictures/picture.ts';
import { articleLimit, pictureLimit } from '../../../src/library/pictures/picture.ts';
import * as store from '../../../src/library/pictures/picture-store.ts';
import type { createFakePictureStore } from './fake-picture-store.ts';

vi.mock('webextension-polyfill', async () => ({ default: (await import('../../fake-browser.ts')).createFakeBrowser() }));
vi.mock('../../../src/library/pictures/picture-store.ts', async () => (await import('./fake-picture-store.ts')).createFakePictureStore());

const { state } = store as unknown as ReturnType<typeof createFakePictureStore>;
vi.stubGlobal('crypto', webcrypto);

beforeEach(() => { state.uses = []; state.fault = undefined; });

/** A picture of that many bytes, and no other one of the same `mark`. */
function picture(size: number, mark: number): PictureReading {
  const bytes = new Uint8Array(size);
  bytes.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, mark]);
  return { kind: 'read', bytes };
}

function keep(readings: Record<string, PictureReading>, told: [number, number][] = []): Promise<PictureTally> {
  return keepPictures({
    id: 'a',
    contentHtml: Object.keys(readings).map((name) => `<p><img src="https://p.example/${name}"></p>`).join(''),
    read: async (address) => readings[address.slice('https://p.example/'.length)] ?? { kind: 'fault', fault: 'unreached' },
    onProgress: (done, total) => told.push([done, total]),
  });
}

const names = (): string[] => state.uses.map(({ address }) => address.slice('https://p.example/'.length));

test('keeps what it can read, one after the other, and counts why not', async () => {
  const told: [number, number][] = [];
  const tally = await keep({ one: picture(50, 1), gone: { kind: 'fault', fault: 'unreached' }, drawing: { kind: 'read', bytes: new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"/>') }, two: picture(60, 2) }, told);
  expect(tally).toEqual({ total: 4, kept: 2, faults: { unreached: 1, unsupported: 1 } });
  expect(told).toEqual([[0, 4], [1, 4], [1, 4], [1, 4]]);
  expect(names()).toEqual(['one', 'two']);
});

test('takes one of the largest size there may be, and none of a byte more', async () => {
  expect(await keep({ most: picture(pictureLimit, 1), more: picture(pictureLimit + 1, 2) })).toEqual({ total: 2, kept: 1, faults: { 'too-large': 1 } });
  expect(names()).toEqual(['most']);
});

test('fills an article up to its limit to the byte; a smaller one still finds room', async () => {
  const rest = articleLimit - 5 * pictureLimit;
  const five = Object.fromEntries([1, 2, 3, 4, 5].map((mark) => [`big${mark}`, picture(pictureLimit, mark)]));
  expect(await keep({ ...five, sixth: picture(rest - 100, 6), over: picture(101, 7), last: picture(100, 8), none: picture(9, 9) })).toEqual({ total: 9, kept: 7, faults: { 'article-full': 2 } });
  expect(names()).toEqual(['big1', 'big2', 'big3', 'big4', 'big5', 'sixth', 'last']);
});

test('does not read again what is kept, lets go of what left the text, and counts what is there against the limit', async () => {
  await keep({ one: picture(50, 1), two: picture(60, 2) });
  const read = vi.fn<() => Promise<PictureReading>>(async () => picture(70, 3));
  const tally = await keepPictures({ id: 'a', contentHtml: '<img src="https://p.example/two"><img src="https://p.example/three">', read });
  expect(tally).toEqual({ total: 2, kept: 2, faults: {} });
  expect(read).toHaveBeenCalledExactlyOnceWith('https://p.example/three');
  expect(names()).toEqual(['two', 'three']);
});

test('reads no further once the disk is full', async () => {
  state.fault = Object.assign(new Error('there is no more room'), { name: 'QuotaExceededError' });
  const read = vi.fn<() => Promise<PictureReading>>(async () => picture(50, 1));
  const tally = await keepPictures({ id: 'a', contentHtml: '<img src="https://p.example/1"><img src="https://p.example/2"><img src="https://p.example/3">', read });
  expect(tally).toEqual({ total: 3, kept: 0, faults: { 'no-room': 3 } });
  expect(read).toHaveBeenCalledTimes(1);
});
