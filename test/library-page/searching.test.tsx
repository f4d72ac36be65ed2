import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Screen } from '../ui/mount.ts';
import { settle } from '../ui/mount.ts';
import { leavePages, open } from './open-page.tsx';

vi.mock('webextension-polyfill', async () => ({ default: (await import('../ui/chinese-browser.ts')).createChineseBrowser() }));

beforeEach(() => void vi.useFakeTimers({ now: new Date(2024, 4, 16, 9) }));
afterEach(async () => {
  await leavePages();
  vi.useRealTimers();
});

async function type(screen: Screen, query: string): Promise<void> {
  await settle(() => {
    const field = screen.get('search') as HTMLInputElement;
    field.value = query;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  });
  await settle(() => vi.advanceTimersByTime(200));
}

/** What is said above the hits, and what is said aloud. */
function said(screen: Screen): (string | undefined)[] {
  return [screen.find('search-line')?.textContent ?? '', screen.root.querySelector('.search-field [role=status]')?.textContent ?? ''];
}

test('says how many there are of what is shown: with the archive, without the bin, and narrowed as the list is', async () => {
  const { screen, titles, facet } = await open();
  await type(screen, '账');
  expect([titles(), ...said(screen)]).toEqual([['冷链的三笔账', '旧账'], '找到 2 篇', '找到 2 篇']);
  await settle(() => facet('site', '产业手记').click());
  expect([titles(), ...said(screen)]).toEqual([['冷链的三笔账'], '找到 1 篇', '找到 1 篇']);
  await settle(() => facet('site', '产业手记').click());
  await settle(() => facet('state-archived', '归档').click());
  expect([titles(), ...said(screen)]).toEqual([['旧账'], '找到 1 篇', '找到 1 篇']);
});

test('in the archive of one site finds what is there, though the list of all articles does not have it', async () => {
  const { screen, titles, facet } = await open();
  await type(screen, '账');
  await settle(() => facet('site', '账本周刊').click());
  expect(titles()).toEqual(['旧账']);
});

test('in the bin looks through the bin', async () => {
  const { screen, titles, facet } = await open();
  await type(screen, '扔掉');
  expect([titles(), ...said(screen)]).toEqual([[], '', '找到 0 篇']);
  await settle(() => facet('state-bin', '回收站').click());
  expect([titles(), ...said(screen)]).toEqual([['扔掉的'], '找到 1 篇', '找到 1 篇']);
});

test('a field that has no value yet leaves the list as it is', async () => {
  const { screen, titles } = await open();
  await type(screen, 'site:');
  expect([titles().length, ...said(screen)]).toEqual([3, '', '']);
});

test('what is no date is told kindly, and narrows nothing', async () => {
  const { screen, titles } = await open();
  await type(screen, 'after:昨天');
  expect([titles().length, ...said(screen)]).toEqual([3, 'after: 后面要写日期，如 2024 或 2024-05', '']);
});

test('where nothing is found, it is said what a search understands', async () => {
  const { screen } = await open();
  await type(screen, '并无此词');
  expect(screen.get('message').textContent).toMatch(/没有找到「并无此词」.*before:2025/);
});

test('a search that breaks off does not say that there is nothing', async () => {
  vi.spyOn(console, 'error').mockReturnValue();
  const { library, screen } = await open();
  vi.spyOn(library, 'search').mockImplementation(async function* () { throw new Error('the store does not answer'); });
  await type(screen, '账');
  expect([screen.find('message'), ...said(screen)]).toEqual([null, '没能找完，请再试一次', '没能找完，请再试一次']);
});

test('what one can narrow to counts the hits, once one has typed, and all articles again after that', async () => {
  const { screen, titles, facet } = await open();
  const counts = (): string[] => [...screen.all('facet-state-all'), ...screen.all('facet-state-done'), ...screen.all('facet-state-archived'), ...screen.all('facet-site')].map((button) => button.textContent ?? '');
  const ofAll = ['全部3', '读完1', '归档1', '账本周刊2', '产业手记1'];
  await type(screen, '账');
  expect(counts()).toEqual(ofAll);
  await settle(() => vi.advanceTimersByTime(100));
  expect(counts()).toEqual(['全部2', '读完0', '归档1', '产业手记1', '账本周刊1']);
  await settle(() => facet('site', '账本周刊').click());
  expect([titles(), counts().slice(0, 3)]).toEqual([['旧账'], ['全部1', '读完0', '归档1']]);
  await settle(() => facet('site', '账本周刊').click());
  await type(screen, '');
  expect(counts()).toEqual(ofAll);
});
