// @vitest-environment node
import { beforeEach, expect, test, vi } from 'vitest';
import browser from 'webextension-polyfill';
import { openSaved } from '../../src/background/open-saved.ts';
import type { createFakeBrowser } from '../fake-browser.ts';

vi.mock('webextension-polyfill', async () => ({ default: (await import('../fake-browser.ts')).createFakeBrowser() }));

const fake = browser as unknown as ReturnType<typeof createFakeBrowser>;
const page = 'chrome-extension://jingdu/src/reader/index.html';

beforeEach(() => {
  vi.restoreAllMocks();
  fake.calls.length = 0;
});

function actions(): unknown[] {
  return fake.calls.filter(([name]) => name !== 'tabs.query');
}

test('opens a tab, at the section, the highlight or the words of a sentence if they are named', async () => {
  await openSaved({ id: 'a' });
  await openSaved({ id: 'a', sectionId: '节 2' });
  await openSaved({ id: 'a', annotationId: 'n1' });
  await openSaved({ id: 'a', words: 'm&q', sentence: 's=1' });
  expect(actions()).toEqual([
    ['tabs.create', { url: `${page}?id=a` }],
    ['tabs.create', { url: `${page}?id=a&section=%E8%8A%82+2` }],
    ['tabs.create', { url: `${page}?id=a&annotation=n1` }],
    ['tabs.create', { url: `${page}?id=a&words=m%26q&sentence=s%3D1` }],
  ]);
});

test('brings an open tab forward without loading it anew', async () => {
  vi.spyOn(fake.tabs, 'query').mockResolvedValue([{ id: 3, windowId: 1, url: `${page}?id=b` }, { id: 4, windowId: 2, url: `${page}?id=a&section=s1` }]);
  await openSaved({ id: 'a' });
  expect(actions()).toEqual([['tabs.update', [4, { active: true }]], ['windows.update', [2, { focused: true }]]]);
});

test('takes an open tab to another section', async () => {
  vi.spyOn(fake.tabs, 'query').mockResolvedValue([{ id: 4, windowId: 2, url: `${page}?id=a&section=s1` }]);
  await openSaved({ id: 'a', sectionId: 's2' });
  expect(actions()[0]).toEqual(['tabs.update', [4, { active: true, url: `${page}?id=a&section=s2` }]]);
});
