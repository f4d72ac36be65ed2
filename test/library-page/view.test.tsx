import { afterEach, expect, test, vi } from 'vitest';
import { plainArrangement } from '../../src/library/arrange.ts';
import { hashOf, viewIn } from '../../src/library-page/view-address.ts';
import { settle } from '../ui/mount.ts';
import { leavePages, open } from './open-page.tsx';

vi.mock('webextension-polyfill', async () => ({ default: (await import('../ui/chinese-browser.ts')).createChineseBrowser() }));

afterEach(leavePages);

test('an address tells a view, whatever stands in its names, and the plain list by nothing at all', () => {
  const view = { arrangement: { sort: 'length', state: 'bin', site: 'A&B=#?', author: '何 田', tag: '' }, query: '"一字 不差" site:x' } as const;
  expect(viewIn(hashOf(view))).toEqual(view);
  expect(hashOf({ arrangement: plainArrangement, query: '' })).toBe('');
});

test.each(['', '#', '#room', '#state=none&sort=constructor', '#%E0%A4%A'])('an address that tells nothing, %s, is the plain list’s', (hash) => {
  expect(viewIn(hash)).toEqual({ arrangement: plainArrangement, query: '' });
});

test('what the list is narrowed to is there when the page is loaded anew, and the way back leads out of it', async () => {
  const { facet, titles, choose, screen } = await open();
  const all = titles();
  await settle(() => facet('state-archived', '').click());
  expect([titles(), location.hash]).toEqual([['旧账'], '#state=archived']);
  await choose(0);
  const again = await open();
  expect(again.titles()).toEqual(['旧账']);
  const back = new Promise((resolve) => window.addEventListener('popstate', resolve, { once: true }));
  history.back();
  await back;
  await settle();
  expect([titles(), again.titles(), location.hash]).toEqual([all, all, '']);
  expect(screen.find('selection')).toBeNull();
});

test('what is searched for is there, too, once it is typed', async () => {
  vi.useFakeTimers();
  const { screen } = await open();
  const field = screen.get('search') as HTMLInputElement;
  for (const query of ['冷', '冷链']) {
    field.value = query;
    await settle(() => void field.dispatchEvent(new Event('input', { bubbles: true })));
  }
  expect(location.hash).toBe('');
  await settle(() => void vi.advanceTimersByTime(250));
  expect(viewIn(location.hash).query).toBe('冷链');
  const again = await open();
  expect([(again.screen.get('search') as HTMLInputElement).value, again.titles()]).toEqual(['冷链', ['冷链的三笔账']]);
  vi.useRealTimers();
});
