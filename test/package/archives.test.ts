import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildExtension, builtFor } from '../../scripts/build-extension.mjs';
import type { BrowserName } from '../../scripts/build-extension.mjs';
import { sourceEntries } from '../../scripts/package/entries.mjs';
import { makePackages } from '../../scripts/package/make-packages.mjs';
import { zip } from '../../scripts/package/zip.mjs';

const folder = mkdtempSync(join(tmpdir(), 'jingdu-packages-'));
const named = { chrome: process.env['JINGDU_EXTENSION'], firefox: process.env['JINGDU_FIREFOX_EXTENSION'] };
const built = (browser: BrowserName): string => named[browser] ?? builtFor(browser);
const packages = makePackages({ built, folder: join(folder, 'first') });

beforeAll(async () => {
  await buildExtension({ outDir: join(folder, 'chrome'), quiet: true });
}, 120_000);

afterAll(() => rmSync(folder, { recursive: true }));

/** Bytes. The aim is 200,000; the rules, the extraction and the reader, which are a half of it, are what stands above it. */
const budget = 246_000;

test('the packages stay within their budget', () => {
  const sizes = packages.filter(({ file }) => !file.includes('source')).map(({ size }) => size);
  expect(sizes).toHaveLength(2);
  expect(Math.max(...sizes)).toBeLessThanOrEqual(budget);
});

test('another build of the same source gives the same package, byte for byte', () => {
  const again = makePackages({ built: (browser) => (browser === 'chrome' ? join(folder, 'chrome') : built(browser)), folder: join(folder, 'second') });
  expect(again.map(({ checksum }) => checksum)).toEqual(packages.map(({ checksum }) => checksum));
});

test('the checksums beside the packages are theirs', () => {
  const lines = readFileSync(join(folder, 'first/SHA256SUMS'), 'utf8').trimEnd().split('\n');
  const counted = readdirSync(join(folder, 'first')).filter((name) => name.endsWith('.zip')).map((name) => {
    return `${createHash('sha256').update(readFileSync(join(folder, 'first', name))).digest('hex')}  ${name}`;
  });
  expect(lines.sort()).toEqual(counted.sort());
});

test('a package holds the build, with the manifest at its root', () => {
  const files = unzip(readFileSync(packages[0]?.file ?? ''));
  const names = readdirSync(built('chrome'), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  expect(files.size).toBe(names.length);
  expect(files.get('manifest.json')).toEqual(readFileSync(join(built('chrome'), 'manifest.json')));
});

test('the source archive holds what the build needs, and nothing that is built or installed', () => {
  const names = [...unzip(readFileSync(packages[2]?.file ?? '')).keys()];
  expect(names).toEqual(expect.arrayContaining(['package.json', 'package-lock.json', 'manifest.json', 'vite.config.ts', 'src/background/index.ts']));
  expect(names.filter((name) => /^(dist|node_modules|artifacts|\.git)\//.test(name))).toEqual([]);
});

test('an unpacked source archive, which has no git, gives the same source archive', () => {
  const copy = join(folder, 'unpacked');
  const files = unzip(readFileSync(packages[2]?.file ?? ''));
  for (const [name, bytes] of [...files, ['node_modules/preact/package.json', Buffer.from('{}')] as const]) {
    mkdirSync(dirname(join(copy, name)), { recursive: true });
    writeFileSync(join(copy, name), bytes);
  }
  expect(sourceEntries(copy).map(({ name }) => name).sort()).toEqual([...files.keys()].sort());
});

test('an archive does not depend on the order of its files', () => {
  const entries = ['b/二.txt', 'a.txt', 'b/一.txt'].map((name) => ({ name, bytes: Buffer.from(`${name}\n`.repeat(20)) }));
  expect(zip(entries)).toEqual(zip(entries.toReversed()));
  expect([...unzip(zip(entries))]).toEqual([...entries].sort((a, b) => (a.name < b.name ? -1 : 1)).map(({ name, bytes }) => [name, bytes]));
});

/** Reads an archive by its directory at the end, as every unpacker does. */
function unzip(archive: Buffer): Map<string, Buffer> {
  const end = archive.length - 22;
  const files = new Map<string, Buffer>();
  let at = archive.readUInt32LE(end + 16);
  for (let count = archive.readUInt16LE(end + 10); count > 0; count--) {
    const [packed, size, nameLength, offset] = [archive.readUInt32LE(at + 20), archive.readUInt32LE(at + 24), archive.readUInt16LE(at + 28), archive.readUInt32LE(at + 42)];
    const name = archive.toString('utf8', at + 46, at + 46 + nameLength);
    const bytes = inflateRawSync(archive.subarray(offset + 30 + nameLength, offset + 30 + nameLength + packed));
    if (bytes.length !== size) throw new Error(`${name} has ${bytes.length} bytes, not ${size}`);
    files.set(name, bytes);
    at += 46 + nameLength;
  }
  return files;
}
