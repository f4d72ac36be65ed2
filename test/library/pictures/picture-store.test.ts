// @vitest-environment node
import { expect, test, vi } from 'vitest';
import { findPicture, pictureBytes, readPicture } from '../../../src/library/pictures/picture-store.ts';

test('where no database opens, files go out without pictures, and none are counted', async () => {
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  vi.stubGlobal('indexedDB', { open: () => { throw new DOMException('a database that does not allow mutations', 'InvalidStateError'); } });
  expect(await findPicture('https://p.example/1.png')).toBeUndefined();
  expect(await readPicture({ id: 'a', address: 'https://p.example/1.png', hash: 'x', size: 1 })).toBeUndefined();
  expect(await pictureBytes()).toBe(0);
});
