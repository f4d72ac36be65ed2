// @vitest-environment node
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import browser from 'webextension-polyfill';
import { handleInBackground, handleInPage, sendToBackground, sendToPage } from '../../src/messages.ts';
import type { createFakeBrowser } from '../fake-browser.ts';

vi.mock('webextension-polyfill', async () => ({ default: (await import('../fake-browser.ts')).createFakeBrowser() }));

const fake = browser as unknown as ReturnType<typeof createFakeBrowser>;
const ownPage = { id: 'jingdu', url: 'chrome-extension://jingdu/src/popup/index.html' };
const ownTab = { ...ownPage, tab: { id: 3 }, frameId: 0 };
const contentScript = { id: 'jingdu', url: 'https://example.com/', tab: { id: 7 }, frameId: 0 };
const frame = { ...contentScript, frameId: 4 };
const stranger = { id: 'other', url: 'chrome-extension://other/' };

const handlers = { pageDetected: vi.fn(), injectReader: vi.fn(), saveArticle: vi.fn(), keepPictures: vi.fn(), isSaved: vi.fn(), annotationsAt: vi.fn(), keepAnnotation: vi.fn(), dropAnnotation: vi.fn(), keptKinds: vi.fn(), keepKind: vi.fn(), readingPlace: vi.fn(), keepReadingPlace: vi.fn(), findReprint: vi.fn(), openReprint: vi.fn(), replaceReprint: vi.fn(), openSaved: vi.fn() };
handleInBackground(handlers);

beforeEach(() => vi.resetAllMocks());
afterEach(() => vi.restoreAllMocks());

/** The one answer to a message, or undefined when no listener took it. */
function deliver(message: unknown, sender: object): Promise<unknown> {
  return fake.runtime.onMessage.deliver(message, sender as never);
}

const valid = {
  pageDetected: { readerable: true },
  injectReader: { tabId: 7 },
  saveArticle: { article: {} },
  isSaved: { url: 'http://example.com/' },
  annotationsAt: { url: 'http://example.com/' },
  keepAnnotation: { url: 'http://example.com/', annotation: { id: 'a', exact: '字', prefix: '', suffix: '', start: 0, end: 1, colour: 'red', note: '', createdAt: 1 } },
  dropAnnotation: { url: 'http://example.com/', id: 'a' },
  keptKinds: { site: 'example.com' },
  keepKind: { site: 'example.com', group: 'reward', keep: true },
  readingPlace: { url: 'https://example.com/' },
  keepReadingPlace: { url: 'https://example.com/', fraction: 0.5, anchorText: '字' },
  findReprint: { id: 'a' },
  openReprint: { old: 'a', fresh: 'b' },
  replaceReprint: { old: 'a', fresh: 'b' },
  openSaved: { id: 'a' },
};
type Type = keyof typeof valid;

describe('who may send what', () => {
  test.each<[Type, string, object, boolean]>([
    ['pageDetected', 'our script in a page', contentScript, true],
    ['pageDetected', 'our own page', ownPage, false],
    ['injectReader', 'our own page', ownPage, true],
    ['injectReader', 'our script in a page', contentScript, false],
    ['saveArticle', 'our own page', ownPage, true],
    ['saveArticle', 'our own page in a tab', ownTab, true],
    ['saveArticle', 'our script in a page', contentScript, true],
    ['isSaved', 'our script in a page', contentScript, true],
    ['openSaved', 'our own page in a tab', ownTab, true],
    ['openSaved', 'our script in a page', contentScript, false],
  ])('%s from %s', async (type, _who, sender, allowed) => {
    const reply = await deliver({ to: 'background', type, input: valid[type] }, sender);
    expect(reply).toMatchObject({ ok: allowed });
    expect(handlers[type]).toHaveBeenCalledTimes(allowed ? 1 : 0);
  });

  test.each([['a frame', frame], ['a stranger', stranger], ['nobody', {}]])('%s is not even answered', async (_who, sender) => {
    expect(await deliver({ to: 'background', type: 'saveArticle', input: valid.saveArticle }, sender)).toBeUndefined();
    expect(handlers.saveArticle).not.toHaveBeenCalled();
  });
});

describe('what is let in', () => {
  test.each<[Type, unknown]>([
    ['saveArticle', {}],
    ['saveArticle', { article: 'text' }],
    ['injectReader', { tabId: '7' }],
    ['injectReader', null],
    ['openSaved', { id: 5 }],
    ['openSaved', { id: 'a', sectionId: {} }],
  ])('%s with %j is refused', async (type, input) => {
    expect(await deliver({ to: 'background', type, input }, ownPage)).toMatchObject({ ok: false });
    expect(handlers[type]).not.toHaveBeenCalled();
  });

  test.each([
    'hello',
    null,
    { to: 'page', type: 'extract', input: {} },
    { to: 'background', type: 'toString', input: {} },
    { to: 'background', type: '__proto__', input: {} },
    { to: 'background', type: 'openSaved' },
  ])('%j is left to others', async (message) => {
    expect(await deliver(message, ownPage)).toBeUndefined();
  });
});

describe('the way back', () => {
  beforeEach(() => {
    vi.spyOn(fake.runtime, 'sendMessage').mockImplementation((message) => deliver(message, ownPage));
    vi.spyOn(fake.tabs, 'sendMessage').mockImplementation((_tabId, message) => deliver(message, { id: 'jingdu' }));
  });

  test('a handler’s answer reaches the caller', async () => {
    handlers.injectReader.mockResolvedValue('ready');
    expect(await sendToBackground('injectReader', { tabId: 7 })).toBe('ready');
    expect(handlers.injectReader).toHaveBeenCalledExactlyOnceWith({ tabId: 7 }, ownPage);
  });

  test('a handler’s error reaches the caller', async () => {
    handlers.openSaved.mockRejectedValue(new Error('no such tab'));
    await expect(sendToBackground('openSaved', { id: 'a' })).rejects.toThrow('no such tab');
  });

  test('a page is heard until its handlers are taken back', async () => {
    const takeBack = handleInPage({ extract: () => ({ kind: 'not-an-article' }), toggleReader: () => ({ open: true }), noteKept: () => undefined, readPicture: () => ({ kind: 'fault', fault: 'unreached' }), tellReprint: () => undefined });
    expect(await sendToPage(7, 'extract', {})).toEqual({ kind: 'not-an-article' });
    takeBack();
    await expect(sendToPage(7, 'extract', {})).rejects.toThrow('nobody answered');
  });
});
