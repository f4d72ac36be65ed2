import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { rowOf } from '../ui/list/fake-library.ts';
import { press, settle } from '../ui/mount.ts';
import { leavePages, open } from './open-page.tsx';

vi.mock('webextension-polyfill', async () => ({ default: (await import('../ui/chinese-browser.ts')).createChineseBrowser() }));

beforeEach(() => void vi.useFakeTimers({ now: new Date(2024, 4, 16, 9) }));
afterEach(async () => {
  await leavePages();
  vi.useRealTimers();
});

type Page = Awaited<ReturnType<typeof open>>;

async function pressWith({ screen }: Page, testId: string, place = 0): Promise<void> {
  const button = screen.all(testId)[place];
  await settle(() => button?.focus());
  await settle(() => button?.click());
}

/** The row with the focus, or the name of what else has it. */
function focus(): string | undefined {
  const { activeElement } = document;
  return activeElement?.closest<HTMLElement>('[data-id]')?.dataset['id'] ?? (activeElement as HTMLElement).dataset['testid'];
}

test.each([
  ['the first row goes', 'saved-delete', 0, 'b'],
  ['a row between goes', 'row-archive', 1, 'c'],
  ['the last row goes', 'saved-delete', 2, 'b'],
])('where %s, the focus is on the row in its place, or the one before', async (_what, tool, place, expected) => {
  const page = await open();
  await pressWith(page, tool, place);
  expect(focus()).toBe(expected);
});

test('from what is taken back, it returns to the row from which one came', async () => {
  const page = await open();
  await pressWith(page, 'saved-delete', 1);
  await pressWith(page, 'undo');
  expect([page.titles().length, focus()]).toEqual([3, 'c']);
});

test('what was chosen and is chosen no more leaves it to that row', async () => {
  const page = await open();
  await pressWith(page, 'row-box', 1);
  await pressWith(page, 'select-none');
  expect(focus()).toBe('b');
});

test('a tag that is taken away leaves it to the field for tags', async () => {
  const page = await open();
  await page.choose(0);
  await pressWith(page, 'remove-tag');
  expect(focus()).toBe('tag-input');
});

test('the last row to go leaves it to what is there to be pressed', async () => {
  const page = await open();
  await settle(() => page.opener('b').focus());
  await press(page.opener('b'), 'a', { ctrlKey: true });
  await press(page.opener('b'), 'Delete');
  expect([page.titles(), focus()]).toEqual([[], 'undo']);
  await settle(() => void vi.advanceTimersByTime(6000));
  expect([page.screen.find('undo'), focus()]).toEqual([null, 'facet-state-all']);
});

test('the way back waits for whoever, led to it, presses a key there', async () => {
  const page = await open([rowOf('a', '只有一篇', 1)]);
  await pressWith(page, 'saved-delete');
  await press(page.screen.get('undo'), 'Shift');
  await settle(() => void vi.advanceTimersByTime(20_000));
  expect(focus()).toBe('undo');
});

test('who has pressed where nothing is, or another page’s change, is left alone', async () => {
  const page = await open();
  await settle(() => page.opener('b').focus());
  page.screen.get('search').closest('header')?.dispatchEvent(new MouseEvent('mousedown', { bubbles: true }));
  page.opener('b').blur();
  await settle(() => void page.library.moveToBin(['b']));
  expect([page.titles().length, document.activeElement]).toEqual([2, document.body]);
});
