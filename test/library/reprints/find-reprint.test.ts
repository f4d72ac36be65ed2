// @vitest-environment node
import { beforeEach, expect, test, vi } from 'vitest';
import browser from 'webextension-polyfill';
import { saveArticle } from '../../../src/library/library.ts';
import { findReprint } from '../../../src/library/reprints/find-reprint.ts';
import type { ReprintTrace } from '../../../src/library/reprints/reprint.ts';
import { traceOf } from '../../../src/library/reprints/reprint.ts';
import { fold } from '../../../src/library/fold.ts';
import type { FakeStorageArea } from '../../fake-browser.ts';
import { FakeLocks } from '../../fake-browser.ts';
import { makeArticle } from '../articles.ts';
import { sameSubject } from './texts.ts';

const known = vi.hoisted(() => ({ traces: [] as unknown[] }));

vi.mock('webextension-polyfill', async () => ({ default: (await import('../../fake-browser.ts')).createFakeBrowser() }));
vi.mock('../../../src/library/ledger/ledger-store.ts', async (original) => ({ ...(await original<object>()), readTraces: () => Promise.resolve(known.traces) }));

const area = browser.storage.local as unknown as FakeStorageArea;
const text = sameSubject.body.join('\n');
const cut = sameSubject.body.slice(0, 4).join('\n');

beforeEach(() => {
  area.stored.clear();
  vi.stubGlobal('navigator', { locks: new FakeLocks() });
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
});

async function save(name: string, title: string, textContent: string): Promise<string> {
  const outcome = await saveArticle(makeArticle({ url: `https://${name}.example.com/`, title, textContent, contentHtml: `<p>${textContent}</p>` }));
  if (outcome.kind !== 'saved') throw new Error(outcome.reason);
  return outcome.id;
}

/** As a large library has them: others, whose traces are by chance nearer than that of the reprint. */
async function crowd(count: number): Promise<ReprintTrace[]> {
  const ids = await Promise.all(Array.from({ length: count }, (_, index) => save(`other-${index}`, `另一篇，第 ${index} 号`, `${index} 号只说自己的事。`.repeat(30))));
  const trace = traceOf({ article: makeArticle({ textContent: text }) });
  return ids.map((id) => ({ id, title: fold(id), high: trace?.high ?? 0, low: (trace?.low ?? 0) ^ 1 }));
}

test.each([
  ['under another title, among a few that are nearer by chance', 10, '一盒草莓的电费单'],
  ['under a title with the name of a column, among many', 40, `深度｜${sameSubject.title}`],
  ['under the same title, among many', 40, sameSubject.title],
])('a reprint %s, is found', async (_where, count, title) => {
  const reprint = await save('reprint', title, `${cut}\n${sameSubject.body[4] ?? ''}`);
  const own = await save('own', sameSubject.title, text);
  const trace = traceOf({ article: makeArticle({ title, textContent: `${cut}\n${sameSubject.body[4] ?? ''}` }) });
  known.traces = [...await crowd(count), { ...trace, id: reprint }];
  expect(await findReprint(own)).toMatchObject({ id: reprint, title });
});
