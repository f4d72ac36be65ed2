// @vitest-environment node
import { beforeEach, expect, test, vi } from 'vitest';
import browser from 'webextension-polyfill';
import { installMenus } from '../../src/background/menus.ts';
import type { createFakeBrowser } from '../fake-browser.ts';

vi.mock('webextension-polyfill', async () => ({ default: (await import('../fake-browser.ts')).createFakeBrowser() }));

const fake = browser as unknown as ReturnType<typeof createFakeBrowser>;
const wanted = [['toggle-reader', 'menuToggleReader'], ['save-article', 'menuSaveArticle']];

beforeEach(() => fake.contextMenus.items.clear());

test('the menu has both items', async () => {
  await installMenus();
  expect([...fake.contextMenus.items]).toEqual(wanted);
});

test('install and startup at once leave each item there once', async () => {
  await Promise.all([installMenus(), installMenus()]);
  expect([...fake.contextMenus.items]).toEqual(wanted);
});

test('an item of an earlier version goes', async () => {
  fake.contextMenus.items.set('old', 'old');
  await installMenus();
  expect([...fake.contextMenus.items]).toEqual(wanted);
});
