// @vitest-environment node
import { beforeEach, expect, test, vi } from 'vitest';
import browser from 'webextension-polyfill';
import { articleId } from '../../src/library/article-id.ts';
import { keepReadingPlace, readingPlaceOf } from '../../src/library/reading-place.ts';
import { toStoredKey } from '../../src/library/stored-key.ts';
import type { createFakeBrowser } from '../fake-browser.ts';

vi.mock('webextension-polyfill', async () => ({ default: (await import('../fake-browser.ts')).createFakeBrowser() }));

const area = (browser as unknown as ReturnType<typeof createFakeBrowser>).storage.local;

beforeEach(() => area.stored.clear());

test('is kept under the article’s address, however that is decorated', async () => {
  await keepReadingPlace('https://example.com/a?utm_source=x#top', { fraction: 0.4, anchorText: '到这里' });
  expect(await readingPlaceOf('http://example.com/a')).toEqual({ fraction: 0.4, anchorText: '到这里' });
  expect(await readingPlaceOf('https://example.com/b')).toBeUndefined();
});

test('of what is no address of a page there is none', async () => {
  await keepReadingPlace('about:blank', { fraction: 0.4, anchorText: '到这里' });
  expect(area.stored.size).toBe(0);
  expect(await readingPlaceOf('about:blank')).toBeUndefined();
});

test('the older half of very many is forgotten, those of saved articles never', async () => {
  const saved = (await articleId('https://example.com/saved')) ?? '';
  area.stored.set(toStoredKey(`article:${saved}`), '{}');
  const record = (at: number): string => JSON.stringify({ fraction: 0.5, anchorText: '字', at });
  area.stored.set(toStoredKey(`progress:${saved}`), record(0));
  for (let index = 1; index <= 400; index += 1) area.stored.set(toStoredKey(`progress:${String(index).padStart(32, '0')}`), record(index));
  await keepReadingPlace('https://example.com/new', { fraction: 0.1, anchorText: '新' });
  const left = [...area.stored.keys()].filter((key) => key.startsWith('p:'));
  expect(left).toHaveLength(202);
  expect(await readingPlaceOf('https://example.com/saved')).toEqual({ fraction: 0.5, anchorText: '字' });
  expect(left).not.toContain(toStoredKey(`progress:${'200'.padStart(32, '0')}`));
  expect(left).toContain(toStoredKey(`progress:${'201'.padStart(32, '0')}`));
});
