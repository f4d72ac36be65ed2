import { beforeEach, expect, test, vi } from 'vitest';
import browser from 'webextension-polyfill';
import type { ExportedFile, ExportJob } from '../../../src/library/export/export-file.ts';
import { exportFile } from '../../../src/library/export/export-file.ts';
import { saveArticle } from '../../../src/library/library.ts';
import { toStoredKey } from '../../../src/library/stored-key.ts';
import type { FakeStorageArea } from '../../fake-browser.ts';
import { FakeLocks } from '../../fake-browser.ts';
import { makeArticle } from '../articles.ts';
import { unzip } from './zip-reader.ts';

vi.mock('webextension-polyfill', async () => ({ default: (await import('../../fake-browser.ts')).createFakeBrowser() }));

const area = browser.storage.local as unknown as FakeStorageArea;
const ids: string[] = [];

beforeEach(async () => {
  vi.restoreAllMocks();
  area.stored.clear();
  area.fault = () => undefined;
  vi.stubGlobal('navigator', { locks: new FakeLocks() });
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  ids.length = 0;
  for (const title of ['同名', '同名', '异名']) {
    const outcome = await saveArticle(makeArticle({ title, url: `https://example.com/${ids.length}` }));
    if (outcome.kind === 'saved') ids.push(outcome.id);
  }
});

function make(fields: Partial<ExportJob> = {}): Promise<ExportedFile> {
  return exportFile({
    format: 'markdown', ids, book: { title: '文库', language: 'zh-CN', contentsTitle: '目录' }, findPicture: () => Promise.resolve(undefined),
    document, signal: new AbortController().signal, onProgress: () => undefined, ...fields,
  });
}

test('several articles come as an archive in the order asked for, no name twice', async () => {
  const file = await make({ ids: [...ids].reverse() });
  expect(file).toMatchObject({ type: 'application/zip', written: 3, left: 0 });
  expect(unzip(file.pieces as Uint8Array[]).map(({ path }) => path)).toEqual(['异名.md', '同名.md', '同名 2.md']);
});

test('one article comes as its file', async () => {
  expect(await make({ ids: ids.slice(2) })).toMatchObject({ name: '异名.md', type: 'text/markdown', written: 1 });
  expect(await make({ ids: ids.slice(2), format: 'html' })).toMatchObject({ name: '异名.html', type: 'text/html' });
  expect(await make({ ids: ids.slice(2), format: 'epub' })).toMatchObject({ name: '异名.epub', type: 'application/epub+zip' });
});

test.each(['markdown', 'html', 'epub', 'csv', 'backup'] as const)('%s: what cannot be read stays behind, and is counted', async (format) => {
  area.stored.set(toStoredKey(`article:${ids[1]}`), '"broken"');
  if (format === 'csv') area.stored.delete(toStoredKey(`meta:${ids[1]}`));
  expect(await make({ format })).toMatchObject({ written: 2, left: 1 });
});

test.each(['markdown', 'epub', 'csv'] as const)('%s: nothing comes of articles none of which can be read', async (format) => {
  await expect(make({ format, ids: ['f'.repeat(32)] })).rejects.toThrow('none of the articles');
});

test.each(['markdown', 'html', 'epub', 'backup'] as const)('%s: it tells how far it is, and stops when told to', async (format) => {
  const stop = new AbortController();
  const told: [number, number][] = [];
  const made = make({ format, signal: stop.signal, onProgress: (done, total) => { told.push([done, total]); } });
  await made;
  expect(told).toEqual([[3, 3]]);
  stop.abort();
  await expect(make({ format, signal: stop.signal })).rejects.toBe(stop.signal.reason);
});
