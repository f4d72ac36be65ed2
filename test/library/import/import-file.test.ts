import { Blob } from 'node:buffer';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { createZip } from '../../../src/library/export/zip.ts';
import { readImportFile } from '../../../src/library/import/import-file.ts';

vi.mock('webextension-polyfill', async () => ({ default: (await import('../../fake-browser.ts')).createFakeBrowser() }));

beforeEach(() => {
  vi.restoreAllMocks();
  // jsdom's own cannot be read in parts.
  vi.stubGlobal('Blob', Blob);
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
});

async function archive(files: Record<string, string>): Promise<Uint8Array<ArrayBuffer>> {
  const zip = createZip();
  for (const [path, text] of Object.entries(files)) await zip.add(path, text);
  return new Uint8Array(await new Blob(zip.finish()).arrayBuffer());
}

async function read(bytes: Uint8Array<ArrayBuffer>): Promise<string[] | string> {
  const reading = await readImportFile(new Blob([bytes]) as globalThis.Blob, document);
  return reading.kind === 'plan' ? reading.plan.bookmarks.map(({ title }) => title) : reading.reason;
}

const omnivore = (...titles: string[]): string => JSON.stringify(titles.map((title) => ({ title, url: `https://example.com/${encodeURIComponent(title)}`, labels: [], savedAt: '2023-11-14T22:13:20.000Z' })));

describe('an archive', () => {
  test('of Omnivore: its lists in their order, an address once, and none of the articles that it brings', async () => {
    const bytes = await archive({
      'content/a.html': '<!doctype html><a href="https://example.com/no" time_added="1">不在清单里</a>', 'metadata_20_to_40.json': omnivore('丙', '甲'),
      'metadata_0_to_20.json': omnivore('甲', '乙'), 'highlights/a.md': '# x',
    });
    expect(await read(bytes)).toEqual(['甲', '乙', '丙']);
  });

  test('of Pocket: the tables in a folder, beside collections that are no list', async () => {
    const bytes = await archive({ 'pocket/part_000000.csv': `title,url,time_added,tags,status\n${'冷链,https://example.com/1,1700000000,,unread\n'.repeat(40)}`, 'pocket/collections.json': '{"title":"x","items":[]}' });
    expect(await read(bytes)).toEqual(['冷链']);
  });

  test('with nothing of the kind in it is foreign', async () => {
    expect(await read(await archive({ 'photo.json': '{"a":1}', 'a.txt': 'x' }))).toBe('foreign');
  });

  test('is refused wherever it is cut off, and whichever part of it is changed', async () => {
    const bytes = await archive({ 'list.json': omnivore(...Array.from({ length: 60 }, (_, index) => `第 ${index} 篇`)) });
    expect(await read(bytes)).toHaveLength(60);
    for (const part of [0.1, 0.5, 0.9, 0.99]) expect(await read(bytes.slice(0, bytes.length * part))).toBe('damaged');
    for (const place of [45, 100, Math.floor(bytes.length / 2)]) {
      const changed = Uint8Array.from(bytes, (byte, index) => (index === place ? byte ^ 0xff : byte));
      expect(await read(changed)).toBe('damaged');
    }
  });

  test('that unpacks to more than lists take is refused before all of it has come', async () => {
    expect(await read(await archive({ 'list.csv': `title,url,time_added\n${' '.repeat(60_000_000)}` }))).toBe('damaged');
  });
});

test.each([['a list', '[', 50_000_001], ['a backup', '\n{', 1_000_000_001]])('%s larger than any is refused unread', async (_name, head, size) => {
  const file = { size, slice: () => new Blob([head]), text: () => Promise.reject(new Error('all of it was read')) };
  expect(await readImportFile(file as unknown as globalThis.Blob, document)).toEqual({ kind: 'refused', reason: 'large' });
});

test('a file that comes empty though it is not is too large for a text', async () => {
  const file = { size: 600_000_000, slice: () => new Blob(['{']), text: () => Promise.resolve('') };
  expect(await readImportFile(file as unknown as globalThis.Blob, document)).toEqual({ kind: 'refused', reason: 'large' });
});
