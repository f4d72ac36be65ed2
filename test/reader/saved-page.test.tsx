import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { SavedPage } from '../../src/reader/saved-page.tsx';
import { mount } from '../ui/mount.ts';
import { sampleArticle } from '../ui/sample-article.ts';
import { createFakeHost } from './fake-host.ts';
import { installMissingParts } from './missing-in-jsdom.ts';

vi.mock('webextension-polyfill', async () => ({ default: (await import('../ui/chinese-browser.ts')).createChineseBrowser() }));

beforeEach(() => void installMissingParts());
afterEach(() => void vi.unstubAllGlobals());

test('shows the saved article at its section', async () => {
  const screen = await mount(<SavedPage loaded={{ kind: 'found', article: sampleArticle() }} host={createFakeHost().host} destination={{ sectionId: 'jd-h-2' }} />);
  expect(screen.get('title').textContent).toBe('一笔账的来去');
  expect(document.activeElement?.id).toBe('jd-h-2');
});

test.each([
  ['gone', { kind: 'missing' }, '不在了'],
  ['damaged', { kind: 'broken', fault: 'malformed' }, '损坏'],
  ['not to be read', { kind: 'broken', fault: 'unreadable' }, '重启浏览器'],
  ['of a later version', { kind: 'broken', fault: 'newer' }, '更新扩展'],
] as const)('an article that is %s is said to be', async (_what, loaded, words) => {
  const screen = await mount(<SavedPage loaded={loaded} host={createFakeHost().host} />);
  expect(screen.get('message').textContent).toContain(words);
});
