// @vitest-environment node
import { beforeEach, expect, test, vi } from 'vitest';
import browser from 'webextension-polyfill';
import type { Annotation } from '../../src/library/annotation.ts';
import { annotationsAt, dropAnnotation, keepAnnotation, readAnnotations } from '../../src/library/annotations.ts';
import { articleId } from '../../src/library/article-id.ts';
import { toStoredKey } from '../../src/library/stored-key.ts';
import type { FakeStorageArea } from '../fake-browser.ts';
import { FakeLocks } from '../fake-browser.ts';

vi.mock('webextension-polyfill', async () => ({ default: (await import('../fake-browser.ts')).createFakeBrowser() }));

const area = browser.storage.local as unknown as FakeStorageArea;
const url = 'https://example.com/post/1';
const annotation = (id: string, rest: Partial<Annotation> = {}): Annotation =>
  ({ id, exact: '账', prefix: '一笔', suffix: '的', start: 2, end: 3, colour: 'yellow', note: '', createdAt: Number(id), ...rest });

async function keyOf(address: string): Promise<string> {
  return toStoredKey(`annotations:${await articleId(address)}`);
}

beforeEach(() => {
  area.stored.clear();
  area.fault = () => undefined;
  vi.restoreAllMocks();
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  vi.stubGlobal('navigator', { locks: new FakeLocks() });
});

test('annotations are kept for their article, however its address is decorated', async () => {
  await keepAnnotation(`${url}?utm_source=feed`, annotation('1'));
  expect(await annotationsAt(`${url}#top`)).toEqual([annotation('1')]);
  expect(await annotationsAt('https://example.com/post/2')).toEqual([]);
  expect(await readAnnotations((await articleId(url)) ?? '')).toHaveLength(1);
});

test('many at once lose nothing', async () => {
  await Promise.all(['3', '1', '2'].map((id) => keepAnnotation(url, annotation(id))));
  expect((await annotationsAt(url)).map(({ id }) => id)).toEqual(['1', '2', '3']);
});

test('a change takes the place of what was there', async () => {
  await keepAnnotation(url, annotation('1'));
  await keepAnnotation(url, annotation('1', { note: '再算一遍', colour: 'red' }));
  expect(await annotationsAt(url)).toEqual([annotation('1', { note: '再算一遍', colour: 'red' })]);
});

test('the last one that is deleted takes its record along', async () => {
  await keepAnnotation(url, annotation('1'));
  await dropAnnotation(url, '1');
  expect(area.stored.has(await keyOf(url))).toBe(false);
});

test('what is no annotation of today is neither read nor lost', async () => {
  const other = { id: 'x', shape: 'circle' };
  area.stored.set(await keyOf(url), JSON.stringify({ schema: 1, items: [other] }));
  await keepAnnotation(url, annotation('1'));
  expect(await annotationsAt(url)).toEqual([annotation('1')]);
  expect(JSON.parse(area.stored.get(await keyOf(url)) ?? '')).toMatchObject({ items: expect.arrayContaining([other]) as unknown });
});

test('a record of a later version is read as far as it goes, and not written over', async () => {
  const later = JSON.stringify({ schema: 2, items: [annotation('1'), { id: 'x', shape: 'circle' }], order: ['x', '1'] });
  area.stored.set(await keyOf(url), later);
  expect(await annotationsAt(url)).toEqual([annotation('1')]);
  await expect(keepAnnotation(url, annotation('2'))).rejects.toThrow('not to be written over');
  await expect(dropAnnotation(url, '1')).rejects.toThrow('not to be written over');
  expect(area.stored.get(await keyOf(url))).toBe(later);
});

test('what cannot be read is not written over', async () => {
  await keepAnnotation(url, annotation('1'));
  const before = area.stored.get(await keyOf(url));
  area.fault = (call) => { if (call === 'get') throw new Error('bad block'); };
  await expect(keepAnnotation(url, annotation('2'))).rejects.toThrow('not to be written over');
  await expect(annotationsAt(url)).rejects.toThrow('cannot be read');
  expect(area.stored.get(await keyOf(url))).toBe(before);
});

test('what is no annotation, or of no article, is refused', async () => {
  await expect(keepAnnotation(url, { ...annotation('1'), colour: 'pink' } as never)).rejects.toThrow('no annotation');
  await expect(keepAnnotation('javascript:x', annotation('1'))).rejects.toThrow('no article');
});
