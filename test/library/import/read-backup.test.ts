// @vitest-environment node
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { BackupEntry } from '../../../src/library/export/backup-format.ts';
import { canonicalJson } from '../../../src/library/export/backup-format.ts';
import { readBackup } from '../../../src/library/import/read-backup.ts';
import { backupOf } from './backups.ts';

vi.mock('webextension-polyfill', async () => ({ default: (await import('../../fake-browser.ts')).createFakeBrowser() }));

const entries: BackupEntry[] = [
  { kind: 'article', id: 'a'.repeat(32), record: { title: '冷链', n: [1, { b: 2, a: 1 }] } },
  { kind: 'marks', id: 'a'.repeat(32), record: { star: true } },
];

beforeEach(() => {
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
});

test('what was written is read', async () => {
  expect(await readBackup(await backupOf(entries))).toEqual({ kind: 'backup', entries, exportedAt: '1970-01-01T00:00:00.000Z' });
  expect(await readBackup(await backupOf([]))).toMatchObject({ entries: [] });
});

test('an editor may have formatted it and put a mark before it', async () => {
  const formatted = `\ufeff${JSON.stringify(JSON.parse(await backupOf(entries)), null, 2)}`;
  expect(await readBackup(formatted)).toMatchObject({ kind: 'backup', entries });
});

test('wherever it is cut off, it is refused', async () => {
  const whole = (await backupOf(entries)).trimEnd();
  const readings = await Promise.all(Array.from({ length: whole.length }, (_, length) => readBackup(whole.slice(0, length))));
  expect(readings.filter(({ kind }) => kind !== 'refused')).toEqual([]);
  expect(readings.at(-1)).toEqual({ kind: 'refused', reason: 'truncated' });
});

test.each([
  ['nothing', ''],
  ['an image', '\u0089PNG\r\n'],
  ['other JSON', '{"format":"something","version":1}'],
  ['a list', '[1,2]'],
  ['a number', '7'],
  ['a page', '<!doctype html><title>x</title>'],
  ['a version that is no number', '{"format":"jingdu-backup","version":"1"}'],
])('%s is no backup', async (_name, text) => {
  expect(await readBackup(text)).toEqual({ kind: 'refused', reason: 'foreign' });
});

test('a later version’s backup is named as that', async () => {
  expect(await readBackup('{"format":"jingdu-backup","version":3,"records":{}}')).toEqual({ kind: 'refused', reason: 'newer' });
});

describe('damage', () => {
  const changes: [string, (text: string) => string][] = [
    ['a changed letter', (text) => text.replace('冷链', '热链')],
    ['a changed checksum', (text) => text.replace(/"checksum":"./, '"checksum":"z')],
    ['a changed sum of one entry', (text) => text.replace(/"sum":"./, '"sum":"z')],
    ['a missing entry', (text) => text.replace(/,\n\{"id":"a+","kind":"marks".*\n/, '\n')],
    ['a missing entry and the count to it', (text) => text.replace(/,\n\{"id":"a+","kind":"marks".*\n/, '\n').replace('"count":2', '"count":1')],
    ['entries in another order', (text) => text.replace(/(\{"id".*),\n(\{"id".*)\n/, '$2,\n$1\n')],
    ['an unknown kind', (text) => text.replace('"kind":"marks"', '"kind":"setting"')],
    ['an id that is a path', (text) => text.replaceAll('a'.repeat(32), '../../../../../../../../../../..')],
    ['no entries', (text) => text.replace('"entries"', '"others"')],
  ];
  test.each(changes)('%s is noticed', async (_name, change) => {
    const text = await backupOf(entries);
    expect(change(text)).not.toBe(text);
    expect(await readBackup(change(text))).toEqual({ kind: 'refused', reason: 'damaged' });
  });
});

describe('hostility', () => {
  test.each(['__proto__', 'constructor', 'prototype'])('a file with the name %s is refused, with right checksums too', async (name) => {
    const record: unknown = JSON.parse(`{"article":{"${name}":{"polluted":true}}}`);
    expect(await readBackup(await backupOf([{ kind: 'article', id: 'b'.repeat(32), record }]))).toEqual({ kind: 'refused', reason: 'hostile' });
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  test('a nest of a hundred thousand lists is refused without exhausting the stack', async () => {
    const text = `{"format":"jingdu-backup","version":1,"entries":${'['.repeat(100_000)}${']'.repeat(100_000)},"count":1}`;
    expect(await readBackup(text)).toEqual({ kind: 'refused', reason: 'hostile' });
  });

  test.each([['a nest without an end', '['.repeat(100_000)], ['more pieces than data has in so many letters', '{},'.repeat(200_000)]])('%s is refused before it is parsed', async (_name, rest) => {
    const parse = vi.spyOn(JSON, 'parse');
    expect(await readBackup(`{"format":"jingdu-backup","version":2,"entries":[${rest}`)).toEqual({ kind: 'refused', reason: 'hostile' });
    expect(parse).not.toHaveBeenCalled();
  });

  test('brackets, commas and quotes inside a text are no nest', async () => {
    const record = { star: true, archived: false, tags: ['[{'.repeat(50), '"[,'.repeat(50), '\\"['.repeat(50), '\\'], deletedAt: 0 };
    const entry: BackupEntry = { kind: 'marks', id: 'b'.repeat(32), record };
    expect(await readBackup(await backupOf([entry]))).toMatchObject({ kind: 'backup', entries: [entry] });
  });
});

test('the same record is the same text, whatever the order of its keys', () => {
  expect(canonicalJson({ b: [{ d: 1, c: 2 }], a: 'x' })).toBe('{"a":"x","b":[{"c":2,"d":1}]}');
});
