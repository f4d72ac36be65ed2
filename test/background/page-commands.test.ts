// @vitest-environment node
import { beforeEach, describe, expect, test, vi } from 'vitest';
import browser from 'webextension-polyfill';
import { runPageCommand } from '../../src/background/page-commands.ts';
import type { Extraction } from '../../src/messages.ts';
import type { createFakeBrowser } from '../fake-browser.ts';
import { FakeLocks } from '../fake-browser.ts';
import { makeArticle } from '../library/articles.ts';

vi.mock('webextension-polyfill', async () => ({ default: (await import('../fake-browser.ts')).createFakeBrowser() }));
vi.mock('../../src/content/reader.ts?scripts', () => ({ default: ['shared.js', 'reader.js'] }));

const fake = browser as unknown as ReturnType<typeof createFakeBrowser>;
const article: Extraction = { kind: 'article', article: makeArticle(), milliseconds: 1 };

beforeEach(() => {
  fake.calls.length = 0;
  fake.storage.local.stored.clear();
  fake.storage.local.fault = () => undefined;
  vi.restoreAllMocks();
  vi.stubGlobal('navigator', { locks: new FakeLocks() });
  for (const method of ['info', 'error'] as const) vi.spyOn(console, method).mockImplementation(() => undefined);
  vi.useFakeTimers({ toFake: ['setTimeout'] });
});

/** Runs a command to its end, two seconds of badge included, without waiting for them. */
async function run(command: string | number, tabId: number | undefined): Promise<void> {
  const progress = { ended: false };
  const ending = runPageCommand(command, tabId).finally(() => (progress.ended = true));
  while (!progress.ended) await vi.advanceTimersByTimeAsync(500);
  await ending;
}

function pageAnswers(output: unknown) {
  return vi.spyOn(fake.tabs, 'sendMessage').mockResolvedValue({ ok: true, output });
}

/** The badge's texts and the tooltips, in the order in which they were shown. */
function shown(): unknown[] {
  return fake.calls
    .filter(([name]) => name === 'setBadgeText' || name === 'setTitle')
    .map(([, input]) => Object.entries(input as object).find(([key]) => key !== 'tabId')?.[1] as unknown);
}

describe('save-article', () => {
  test('says that the article is saved, and when it was there before', async () => {
    pageAnswers(article);
    await run('save-article', 7);
    await run('save-article', 7);
    expect(shown()).toEqual(['actionSaved', '✓', '', 'actionUpdated', '✓', '']);
  });

  test.each<[Extraction, string]>([
    [{ kind: 'not-an-article' }, 'actionNotArticle'],
    [{ kind: 'failed', reason: 'too-deep' }, 'actionUnextractable'],
  ])('%j is told, and nothing is saved', async (extraction, message) => {
    pageAnswers(extraction);
    await run('save-article', 7);
    expect(shown()).toEqual([message, '!', '']);
    expect(fake.storage.local.stored.size).toBe(0);
  });

  test('tells a full store from another failure', async () => {
    pageAnswers(article);
    for (const failure of ['QUOTA_BYTES quota exceeded', 'IO error']) {
      fake.storage.local.fault = (call) => {
        if (call === 'set') throw new Error(failure);
      };
      await run('save-article', 7);
    }
    expect(shown()).toEqual(['actionQuota', '!', '', 'actionSaveFailed', '!', '']);
  });
});

describe('toggle-reader', () => {
  test('injects the reader and leaves the talking to the page', async () => {
    const asked = pageAnswers({ open: false, failure: 'not-an-article' }).mockRejectedValueOnce(new Error('Receiving end does not exist.'));
    await run('toggle-reader', 7);
    expect(fake.calls.filter(([name]) => name === 'executeScript').at(-1)?.[1]).toEqual({ target: { tabId: 7 }, files: ['shared.js', 'reader.js'] });
    expect(asked.mock.calls).toEqual(Array(2).fill([7, { to: 'page', type: 'toggleReader', input: {} }, { frameId: 0 }]));
    expect(shown()).toEqual([]);
  });

  test('asks a reader that is there, and looks for nothing', async () => {
    const asked = pageAnswers({ open: false });
    await run('toggle-reader', 7);
    expect(asked).toHaveBeenCalledOnce();
    expect(fake.calls.filter(([name]) => name === 'executeScript')).toEqual([]);
  });

  test('injects nothing where the reader has come in the meantime', async () => {
    pageAnswers({ open: false }).mockRejectedValueOnce(new Error('Receiving end does not exist.'));
    const asked = vi.spyOn(fake.scripting, 'executeScript').mockResolvedValue([{ result: { isThere: true, contentType: 'text/html' } }]);
    await run('toggle-reader', 7);
    expect(asked).toHaveBeenCalledOnce();
    expect(asked.mock.calls[0]?.[0]).not.toHaveProperty('files');
  });

  test('a page that went away with the question is not asked again: the next one there is another', async () => {
    const asked = vi.spyOn(fake.tabs, 'sendMessage').mockRejectedValue(new Error('The message port closed before a response was received.'));
    await run('toggle-reader', 7);
    expect(asked).toHaveBeenCalledOnce();
    expect(shown()).toEqual(['actionFailed', '!', '']);
  });

  test('speaks for a document in which the page cannot', async () => {
    pageAnswers({ open: false, failure: 'unsupported-document' });
    await run('toggle-reader', 7);
    expect(shown()).toEqual(['actionUnextractable', '!', '']);
  });

  test('takes the active tab where the browser names none', async () => {
    const asked = pageAnswers({ open: true });
    vi.spyOn(fake.tabs, 'query').mockResolvedValue([{ id: 9 }]);
    await run('toggle-reader', undefined);
    expect(asked.mock.calls[0]?.[0]).toBe(9);
  });

  test('a page that fails to answer is told', async () => {
    vi.spyOn(fake.tabs, 'sendMessage').mockRejectedValue(new Error('no receiver'));
    await run('toggle-reader', 7);
    expect(shown()).toEqual(['actionFailed', '!', '']);
  });
});

test.each(['toggle-reader', 'save-article'])('%s on a page that no extension may touch says so', async (command) => {
  vi.spyOn(fake.scripting, 'executeScript').mockRejectedValue(new Error('Cannot access a chrome:// URL'));
  await run(command, 7);
  expect(shown()).toEqual(['actionForbidden', '!', '']);
});

test('a PDF document is such a page', async () => {
  vi.spyOn(fake.scripting, 'executeScript').mockResolvedValue([{ result: { isThere: false, contentType: 'application/pdf' } }]);
  await run('toggle-reader', 7);
  expect(shown()).toEqual(['actionForbidden', '!', '']);
});

test.each(['constructor', 'no-such-command', 3])('%j is no command', async (command) => {
  await run(command, 7);
  expect(fake.calls).toEqual([]);
});
