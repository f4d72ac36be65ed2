import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { extract } from '../../src/article/extract.ts';
import { isReaderable } from '../../src/article/readerable.ts';
import { createPageReader } from '../../src/reader/page-reader.ts';
import { defaultSettings } from '../../src/settings.ts';
import type { Settings } from '../../src/settings.ts';
import { settle } from '../ui/mount.ts';
import { sampleArticle } from '../ui/sample-article.ts';
import { createFakeHost } from './fake-host.ts';
import { installMissingParts, watchShadowRoots } from './missing-in-jsdom.ts';

vi.mock('webextension-polyfill', async () => ({ default: (await import('../ui/chinese-browser.ts')).createChineseBrowser() }));
vi.mock('../../src/article/extract.ts', () => ({ extract: vi.fn() }));
vi.mock('../../src/article/readerable.ts', () => ({ isReaderable: vi.fn() }));

const held: { roots: ShadowRoot[] } = { roots: [] };
const shown = (selector: string): HTMLElement | undefined =>
  held.roots.filter(({ host }) => host.isConnected).map((root) => root.querySelector<HTMLElement>(selector)).find((element) => element !== null) ?? undefined;
const create = (): ReturnType<typeof createPageReader> => createPageReader(document, { host: createFakeHost().host, loadSettings: async () => ({ ...defaultSettings, theme: 'dark', fontSize: 22 }), announce: () => undefined });

beforeEach(() => {
  installMissingParts();
  held.roots = watchShadowRoots();
  vi.mocked(extract).mockReset().mockReturnValue(sampleArticle());
  vi.mocked(isReaderable).mockReset().mockReturnValue(true);
});
afterEach(() => {
  document.querySelectorAll('jingdu-reader').forEach((host) => host.remove());
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

test('opens in the chosen theme and size from the first paint on, and closes again', async () => {
  const page = create();
  expect(await page.toggleReader({})).toEqual({ open: true });
  expect(shown('[data-testid=reader]')?.dataset['theme']).toBe('dark');
  expect(shown('[data-testid=reader]')?.style.getPropertyValue('--text-size')).toBe('22px');
  expect(await page.toggleReader({})).toEqual({ open: false });
  expect(document.querySelector('jingdu-reader')).toBeNull();
});

test('a key pressed twice in haste opens and closes, it does not open two', async () => {
  const slowFirst = vi.fn(async (): Promise<Settings> => defaultSettings).mockImplementationOnce(() => new Promise((resolve) => setTimeout(() => resolve(defaultSettings), 20)));
  const page = createPageReader(document, { host: createFakeHost().host, loadSettings: slowFirst, announce: () => undefined });
  const states = await Promise.all([page.toggleReader({}), page.toggleReader({})]);
  expect(states.map(({ open }) => open)).toEqual([true, false]);
  expect(document.querySelector('jingdu-reader')).toBeNull();
});

test('a wish for a section never closes', async () => {
  const page = create();
  await page.toggleReader({ sectionId: 'jd-h-2' });
  expect(await page.toggleReader({ sectionId: 'jd-h-3' })).toEqual({ open: true });
  await settle();
  expect(document.querySelectorAll('jingdu-reader')).toHaveLength(1);
});

test('opens again after it was closed by its own button', async () => {
  const page = create();
  await page.toggleReader({});
  await settle(() => shown('[data-testid=close]')?.click());
  expect(document.querySelector('jingdu-reader')).toBeNull();
  expect(await page.toggleReader({})).toEqual({ open: true });
});

test('on a page that is no article a notice offers to try all the same', async () => {
  vi.mocked(isReaderable).mockReturnValue(false);
  const page = create();
  expect(await page.toggleReader({})).toEqual({ open: false, failure: 'not-an-article' });
  expect(shown('[data-testid=notice]')?.textContent).toContain('不像文章');
  await settle(() => shown('[data-testid=try]')?.click());
  expect(shown('[data-testid=reader]')).toBeDefined();
  expect(document.querySelectorAll('jingdu-reader')).toHaveLength(1);
});

test('where trying did not help, it is not offered again', async () => {
  vi.mocked(extract).mockReturnValue(undefined);
  expect(await create().toggleReader({ force: true })).toEqual({ open: false, failure: 'not-an-article' });
  expect(shown('[data-testid=notice]')?.textContent).toContain('还是没有找到正文');
  expect(shown('[data-testid=try]')).toBeUndefined();
});

test('a document that is no page gets no notice, and the asker hears why', async () => {
  const svg = new DOMParser().parseFromString('<svg xmlns="http://www.w3.org/2000/svg"/>', 'image/svg+xml');
  const page = createPageReader(svg, { host: createFakeHost().host, loadSettings: async () => defaultSettings, announce: () => undefined });
  expect(await page.toggleReader({})).toEqual({ open: false, failure: 'unsupported-document' });
  expect(svg.documentElement.childElementCount).toBe(0);
});

test('Esc takes the notice away, but not the Esc of an input method', async () => {
  vi.mocked(isReaderable).mockReturnValue(false);
  await create().toggleReader({});
  document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, isComposing: true }));
  expect(shown('[data-testid=notice]')).toBeDefined();
  document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
  expect(document.querySelector('jingdu-reader')).toBeNull();
});

test('an article that was saved by other means shows it in the reader, and no other article does', async () => {
  const page = create();
  await page.toggleReader({});
  const bookmark = (): string | null | undefined => shown('[data-testid=save]')?.getAttribute('data-on');
  const note = (url: string) => (): void => {
    page.noteKept({ url });
    expect(bookmark()).toBe('true');
  };
  await vi.waitFor(note(sampleArticle().url));
  await page.toggleReader({});
  await page.toggleReader({});
  await expect(vi.waitFor(note('https://example.com/other'), 200)).rejects.toThrow();
});

test('by itself it opens once on a page, and never where it is none of an article', async () => {
  const page = create();
  expect(await page.toggleReader({ byItself: true })).toEqual({ open: true });
  expect(await page.toggleReader({ byItself: true })).toEqual({ open: true });
  expect(await page.toggleReader({})).toEqual({ open: false });
  expect(await page.toggleReader({ byItself: true })).toEqual({ open: false });
  expect(await page.toggleReader({})).toEqual({ open: true });
  await page.toggleReader({});
  vi.mocked(isReaderable).mockReturnValue(false);
  expect(await create().toggleReader({ byItself: true })).toEqual({ open: false, failure: 'not-an-article' });
  expect(shown('[data-testid=notice]')).toBeUndefined();
});

test('a failure of one call does not block the next', async () => {
  const page = create();
  vi.mocked(extract).mockImplementationOnce(() => { throw new Error('broken'); });
  await expect(page.toggleReader({})).rejects.toThrow('broken');
  expect(await page.toggleReader({})).toEqual({ open: true });
});

test('a page is read again when something in it has changed, and only then', async () => {
  document.body.innerHTML = '<p hidden>折叠的一段</p>';
  vi.mocked(extract).mockImplementation(() => sampleArticle());
  const page = create();
  const first = page.extract({});
  await page.toggleReader({});
  await page.toggleReader({});
  expect(page.extract({})).toBe(first);
  expect(extract).toHaveBeenCalledOnce();
  document.querySelector('p')?.removeAttribute('hidden');
  expect(page.extract({})).not.toBe(first);
  expect(extract).toHaveBeenCalledTimes(2);
});

test('a page that was no article is looked at again each time', () => {
  vi.mocked(isReaderable).mockReturnValue(false);
  const page = create();
  expect(page.extract({})).toEqual({ kind: 'not-an-article' });
  vi.mocked(isReaderable).mockReturnValue(true);
  expect(page.extract({})).toMatchObject({ kind: 'article' });
});
