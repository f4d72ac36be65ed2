// @vitest-environment node
import { beforeEach, expect, test, vi } from 'vitest';
import browser from 'webextension-polyfill';
import { openByItself } from '../../src/background/open-by-itself.ts';
import { keepOpening, opensByItself } from '../../src/library/open-sites.ts';
import type { createFakeBrowser } from '../fake-browser.ts';
import { FakeLocks } from '../fake-browser.ts';

vi.mock('webextension-polyfill', async () => ({ default: (await import('../fake-browser.ts')).createFakeBrowser() }));
vi.mock('../../src/content/reader.ts?scripts', () => ({ default: ['shared.js', 'reader.js'] }));

const fake = browser as unknown as ReturnType<typeof createFakeBrowser>;
const permissions = { contains: vi.fn(async () => true), remove: vi.fn(async () => true) };
const page = 'https://example.com/post/1';

beforeEach(() => {
  fake.storage.local.stored.clear();
  vi.restoreAllMocks();
  vi.stubGlobal('navigator', { locks: new FakeLocks() });
  vi.spyOn(fake.tabs, 'sendMessage').mockResolvedValue({ ok: true, output: { open: true } });
  Object.assign(fake, { permissions });
  permissions.contains.mockResolvedValue(true);
});

test('on a site where a person wants it, and nowhere else, the reader is asked to open by itself', async () => {
  await keepOpening('example.com', true);
  await openByItself('https://other.example.com/post/1', 7);
  await openByItself(undefined, 7);
  expect(fake.tabs.sendMessage).not.toHaveBeenCalled();
  await openByItself(page, 7);
  expect(fake.tabs.sendMessage).toHaveBeenCalledExactlyOnceWith(7, { to: 'page', type: 'toggleReader', input: { byItself: true } }, { frameId: 0 });
});

test('without the site’s permission the wish alone opens nothing', async () => {
  await keepOpening('example.com', true);
  permissions.contains.mockResolvedValue(false);
  await openByItself(page, 7);
  expect(permissions.contains).toHaveBeenCalledWith({ origins: ['http://example.com/*', 'https://example.com/*'] });
  expect(fake.tabs.sendMessage).not.toHaveBeenCalled();
});

test('a wish that is taken back leaves neither a trace nor the permission, and others alone', async () => {
  await keepOpening('example.com', true);
  await keepOpening('example.org', true);
  await keepOpening('example.com', false);
  expect(permissions.remove).toHaveBeenCalledExactlyOnceWith({ origins: ['http://example.com/*', 'https://example.com/*'] });
  expect(await Promise.all(['example.com', 'example.org'].map(opensByItself))).toEqual([false, true]);
  await keepOpening('example.org', false);
  expect([...fake.storage.local.stored.keys()].filter((key) => key.includes('open'))).toEqual([]);
});
