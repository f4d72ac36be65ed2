// @vitest-environment node
import { beforeEach, expect, test, vi } from 'vitest';
import browser from 'webextension-polyfill';
import { saveArticle } from '../../src/library/library.ts';
import { createRecentTexts } from '../../src/library/recent-texts.ts';
import type { FakeStorageArea } from '../fake-browser.ts';
import { FakeLocks } from '../fake-browser.ts';
import { makeArticle } from './articles.ts';

vi.mock('webextension-polyfill', async () => ({ default: (await import('../fake-browser.ts')).createFakeBrowser() }));
vi.mock('../../src/library/text-store.ts', async () => (await import('./fake-text-store.ts')).createFakeTextStore());

const area = browser.storage.local as unknown as FakeStorageArea;

beforeEach(() => {
  vi.restoreAllMocks();
  area.stored.clear();
  area.stored.set('layout', '2');
  vi.stubGlobal('navigator', { locks: new FakeLocks() });
});

async function save(textContent: string, url = 'https://example.com/1'): Promise<string> {
  const outcome = await saveArticle(makeArticle({ url, textContent }));
  return outcome.kind === 'saved' ? outcome.id : '';
}

test('a text is read once, until its article changes', async () => {
  const id = await save('旧的。');
  const texts = createRecentTexts();
  const reads = vi.spyOn(area, 'get');
  expect([await texts.read(id), await texts.read(id)]).toEqual(['旧的。', '旧的。']);
  expect(reads).toHaveBeenCalledTimes(1);
  await save('新的。');
  texts.forget([id]);
  expect(await texts.read(id)).toBe('新的。');
});

test('an article that is not there has none', async () => {
  expect(await createRecentTexts().read('nobody')).toBeUndefined();
});

test('what was not read for long is read again, what was read last is not', async () => {
  const ids: string[] = [];
  for (let index = 0; index < 61; index += 1) ids.push(await save(`第${index}篇。`, `https://example.com/${index}`));
  const texts = createRecentTexts();
  for (const id of ids) await texts.read(id);
  const reads = vi.spyOn(area, 'get');
  expect([await texts.read(ids[60] ?? ''), await texts.read(ids[0] ?? '')]).toEqual(['第60篇。', '第0篇。']);
  expect(reads).toHaveBeenCalledTimes(1);
});
