import { beforeEach, expect, test, vi } from 'vitest';
import browser from 'webextension-polyfill';
import type { Annotation } from '../../../src/library/annotation.ts';
import { keepAnnotation, readAnnotations } from '../../../src/library/annotations.ts';
import { takeFromBin } from '../../../src/library/bin.ts';
import { getSaved, saveArticle } from '../../../src/library/library.ts';
import { changeMarks, isKept, noMarks, readMarks } from '../../../src/library/marks.ts';
import { loadProgress, saveProgress } from '../../../src/library/progress.ts';
import { replaceReprint } from '../../../src/library/reprints/replace-reprint.ts';
import type { FakeStorageArea } from '../../fake-browser.ts';
import { FakeLocks } from '../../fake-browser.ts';
import { makeArticle } from '../articles.ts';
import type { Text } from './texts.ts';
import { reprintings, sameSubject } from './texts.ts';

vi.mock('webextension-polyfill', async () => ({ default: (await import('../../fake-browser.ts')).createFakeBrowser() }));

const area = browser.storage.local as unknown as FakeStorageArea;
const [oldUrl, freshUrl] = ['https://example.com/original', 'https://example.com/reprint'];
const reprint = reprintings['with lines of their own round it'] ?? ((text: Text) => text);

beforeEach(() => {
  vi.restoreAllMocks();
  area.stored.clear();
  vi.stubGlobal('navigator', { locks: new FakeLocks() });
  for (const method of ['warn', 'error'] as const) vi.spyOn(console, method).mockImplementation(() => undefined);
});

async function save(url: string, { title, body }: Text): Promise<string> {
  const outcome = await saveArticle(makeArticle({ url, title, textContent: body.join('\n'), contentHtml: body.map((line) => `<p>${line}</p>`).join('') }));
  if (outcome.kind !== 'saved') throw new Error(outcome.reason);
  return outcome.id;
}

function highlight(id: string, exact: string, note = ''): Annotation {
  return { id, exact, prefix: '', suffix: '', start: 0, end: exact.length, colour: 'green', note, createdAt: 1 };
}

test('what was marked, noted, tagged and read of the old one is with the new one, which keeps its own', async () => {
  const pair = { old: await save(oldUrl, sameSubject), fresh: await save(freshUrl, reprint(sameSubject)) };
  await keepAnnotation(oldUrl, highlight('a', '门封老化之后', '换一条要多少钱？'));
  await keepAnnotation(oldUrl, highlight('b', '不在那里的话'));
  await keepAnnotation(freshUrl, highlight('c', '把等待缩短'));
  await changeMarks([pair.old], (marks) => ({ ...marks, star: true, tags: ['冷链', '电'] }));
  await changeMarks([pair.fresh], (marks) => ({ ...marks, tags: ['电', '待办'] }));
  await saveProgress(pair.old, 0.6, '门封老化之后');
  await replaceReprint(pair);
  expect((await readAnnotations(pair.fresh)).map(({ id, note, colour }) => [id, note, colour]).sort()).toEqual([['a', '换一条要多少钱？', 'green'], ['b', '', 'green'], ['c', '', 'green']]);
  expect((await readMarks([pair.fresh])).get(pair.fresh)).toEqual({ ...noMarks, star: true, tags: ['电', '待办', '冷链'] });
  expect(await loadProgress(pair.fresh)).toMatchObject({ fraction: 0.6, anchorText: '门封老化之后' });
});

test('the old one lies in the bin, and comes back out of it whole', async () => {
  const pair = { old: await save(oldUrl, sameSubject), fresh: await save(freshUrl, reprint(sameSubject)) };
  await keepAnnotation(oldUrl, highlight('a', '门封老化之后', '换一条要多少钱？'));
  await changeMarks([pair.old], (marks) => ({ ...marks, tags: ['冷链'] }));
  const before = await getSaved(pair.old);
  await replaceReprint(pair);
  expect(isKept((await readMarks([pair.old])).get(pair.old) ?? noMarks)).toBe(false);
  await takeFromBin([pair.old]);
  expect(await getSaved(pair.old)).toEqual(before);
  expect((await readMarks([pair.old])).get(pair.old)).toEqual({ ...noMarks, tags: ['冷链'] });
  expect(await readAnnotations(pair.old)).toEqual([highlight('a', '门封老化之后', '换一条要多少钱？')]);
});

test('where one has read further in the new one, that place stays', async () => {
  const pair = { old: await save(oldUrl, sameSubject), fresh: await save(freshUrl, reprint(sameSubject)) };
  await saveProgress(pair.old, 0.2, '甲');
  await saveProgress(pair.fresh, 0.7, '乙');
  await replaceReprint(pair);
  expect(await loadProgress(pair.fresh)).toMatchObject({ fraction: 0.7, anchorText: '乙' });
});

test('two articles that are not the same both stay', async () => {
  const pair = { old: await save(oldUrl, sameSubject), fresh: await save(freshUrl, { title: '别的', body: ['一句与此无关的话，说的是另一件事，谁也不会把它们当成一篇。'.repeat(8)] }) };
  await expect(replaceReprint(pair)).rejects.toThrow('not the same');
  expect((await readMarks([pair.old])).get(pair.old) ?? noMarks).toEqual(noMarks);
});
