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

  test('of Pocket: what was marked comes with the row of the table, whichever stands first', async () => {
    const bytes = await archive({
      'annotations/part_000000.json': JSON.stringify([{ url: 'https://example.com/1', title: '冷链', highlights: [{ quote: '空驶率', created_at: 1_700_000_000 }] }]),
      'part_000000.csv': 'title,url,time_added,tags,status\n冷链,https://example.com/1,1700000000,甲,archive\n',
    });
    const reading = await readImportFile(new Blob([bytes]) as globalThis.Blob, document);
    expect(reading.kind === 'plan' && reading.plan.bookmarks).toMatchObject([{ source: 'pocket', addedAt: 1_700_000_000_000, tags: ['甲'], read: true, quotes: [{ exact: '空驶率', note: '' }] }]);
  });

  test('of Omnivore in a folder: what was marked comes with its article', async () => {
    const list = JSON.stringify([{ slug: 'leng-lian', title: '冷链', url: 'https://example.com/1', labels: [], savedAt: '2023-11-14T22:13:20.000Z' }]);
    const bytes = await archive({ 'omnivore/metadata_0_to_20.json': list, 'omnivore/highlights/leng-lian.md': '> 空驶率\n\n何以？', 'omnivore/content/leng-lian.html': '<p>x</p>' });
    const reading = await readImportFile(new Blob([bytes]) as globalThis.Blob, document);
    expect(reading.kind === 'plan' && reading.plan.bookmarks[0]?.quotes).toEqual([{ exact: '空驶率', note: '何以？' }]);
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

describe('a table that a spreadsheet has written', () => {
  const table = 'title,url,time_added,tags,status\r\n冷链,https://example.com/1,1700000000,,unread\r\n';

  test.each([
    ['with a mark of UTF-8', new TextEncoder().encode(`\ufeff${table}`)],
    ['in UTF-16', new Uint8Array(Buffer.from(`\ufeff${table}`, 'utf16le'))],
    ['in the encoding of the country', new Uint8Array([...Buffer.from('title,url,time_added,tags,status\r\n'), 0xc0, 0xe4, 0xc1, 0xb4, ...Buffer.from(',https://example.com/1,1700000000,,unread\r\n')])],
  ])('%s', async (_name, bytes) => {
    expect(await read(new Uint8Array(bytes))).toEqual(['冷链']);
  });

  test('in Taiwan', async () => {
    vi.stubGlobal('navigator', { language: 'zh-TW', locks: navigator.locks });
    const bytes = [...Buffer.from('title,url,time_added,tags,status\n'), 0xa7, 0x4e, 0xc3, 0xec, ...Buffer.from(',https://example.com/1,1700000000,,unread\n')];
    expect(await read(new Uint8Array(bytes))).toEqual(['冷鏈']);
    vi.unstubAllGlobals();
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
