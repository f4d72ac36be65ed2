import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { rowOf } from '../ui/list/fake-library.ts';
import { press, settle } from '../ui/mount.ts';
import { leavePages, open, shelf } from './open-page.tsx';

vi.mock('webextension-polyfill', async () => ({ default: (await import('../ui/chinese-browser.ts')).createChineseBrowser() }));

beforeEach(() => void vi.useFakeTimers({ now: new Date(2024, 4, 16, 9) }));
afterEach(async () => {
  await leavePages();
  vi.useRealTimers();
});

describe('every change', () => {
  test.each([
    ['star', '已加星：药房写中台', 'row-star', 'b'],
    ['archive', '已归档：药房写中台', 'row-archive', 'b'],
    ['deletion', '已删除《药房写中台》', 'saved-delete', 'b'],
  ])('%s of a row is named, and taken back', async (_name, word, button, id) => {
    const { library, screen } = await open();
    const before = library.row(id);
    const said = screen.root.querySelector('.library-list > [role=status]');
    await settle(() => screen.root.querySelector<HTMLElement>(`[data-id="${id}"] [data-testid=${button}]`)?.click());
    expect(library.row(id)).not.toEqual(before);
    expect([said?.isConnected, said?.textContent, screen.root.querySelector('.undo-bar p')?.textContent]).toEqual([true, word, word]);
    await screen.click('undo');
    expect(library.row(id)).toEqual(before);
    expect(screen.find('undo')).toBeNull();
  });

  test.each([['mark-read', '已标为读完：2 篇'], ['star', '已加星：2 篇'], ['archive', '已归档：2 篇']])('%s of several is taken back for each as it was', async (button, word) => {
    const { library, screen, choose } = await open();
    await choose(0);
    await choose(1);
    const before = ['a', 'b'].map((id) => library.row(id));
    await screen.click(button);
    expect(screen.root.querySelector('.undo-bar p')?.textContent).toBe(word);
    await press(document.body, 'z', { metaKey: true });
    expect(['a', 'b'].map((id) => library.row(id))).toEqual(before);
  });

  test('a tag that was taken away comes back, and one that was given goes', async () => {
    const { library, screen, choose } = await open();
    await choose(0);
    await screen.click('remove-tag');
    expect(screen.root.querySelector('.undo-bar p')?.textContent).toBe('已移除标签：冷链');
    await screen.click('undo');
    expect(library.row('a')?.tags).toEqual(['冷链']);
    const field = screen.get('tag-input') as HTMLInputElement;
    await settle(() => {
      field.value = '＃供应链';
      field.dispatchEvent(new Event('input', { bubbles: true }));
    });
    await settle(() => field.form?.requestSubmit());
    expect(screen.root.querySelector('.undo-bar p')?.textContent).toBe('已加标签：供应链');
    await screen.click('undo');
    expect(library.row('a')?.tags).toEqual(['冷链']);
  });

  test('what is put back out of the bin can go there again', async () => {
    const { library, screen, facet } = await open();
    await settle(() => facet('state-bin', '').click());
    await screen.click('saved-restore');
    expect(screen.root.querySelector('.undo-bar p')?.textContent).toBe('已放回：扔掉的');
    await screen.click('undo');
    expect(library.row('e')?.deletedAt).toBe(9);
  });

  test('the word goes after a while, and starts anew with the next deed', async () => {
    const { screen } = await open();
    await screen.click('row-star');
    await settle(() => vi.advanceTimersByTime(4000));
    await screen.click('row-star');
    await settle(() => vi.advanceTimersByTime(4000));
    expect(screen.find('undo')).not.toBeNull();
    await settle(() => vi.advanceTimersByTime(4000));
    expect(screen.find('undo')).toBeNull();
  });
});

describe('the bin', () => {
  test('says how long a row stays, and is emptied by a second press', async () => {
    const { library, screen, facet } = await open([...shelf, rowOf('f', '刚扔掉的', 6, { deletedAt: new Date(2024, 4, 16, 8).getTime() })]);
    expect(screen.find('bin-empty')).toBeNull();
    await settle(() => facet('state-bin', '').click());
    expect(screen.all('row-days').map((element) => element.textContent)).toEqual(['还留 30 天', '还留 1 天']);
    await screen.click('bin-empty');
    expect(screen.get('bin-empty').textContent).toBe('再按一次，彻底删除 2 篇');
    expect(library.letGo).not.toHaveBeenCalled();
    await screen.click('bin-empty');
    expect(library.letGo).toHaveBeenCalledExactlyOnceWith(['f', 'e']);
    expect(screen.root.querySelector('.message')?.textContent).toBe('回收站是空的删除的文章在这里留 30 天，随时可以放回。');
    expect(screen.find('bin-empty')).toBeNull();
    expect(screen.root.querySelector('.undo-bar p')?.textContent).toBe('已彻底删除：2 篇');
  });

  test('that was emptied is full again by the undo, and nothing is swept', async () => {
    const { library, screen, titles } = await emptied();
    await screen.click('undo');
    expect(titles()).toEqual(['扔掉的']);
    await settle(() => vi.advanceTimersByTime(20_000));
    expect(library.sweep).not.toHaveBeenCalled();
  });

  test('that was emptied is swept once the time for the undo is over', async () => {
    const { library } = await emptied();
    await settle(() => vi.advanceTimersByTime(5000));
    expect(library.sweep).not.toHaveBeenCalled();
    await settle(() => vi.advanceTimersByTime(2000));
    expect(library.sweep).toHaveBeenCalledOnce();
  });

  test('that was emptied is swept when something else is done', async () => {
    const { library, screen, facet } = await emptied();
    await settle(() => facet('state-all', '').click());
    await screen.click('row-star');
    expect(library.sweep).toHaveBeenCalledOnce();
    await screen.click('undo');
    expect(library.sweep).toHaveBeenCalledOnce();
  });

  async function emptied() {
    const page = await open();
    await settle(() => page.facet('state-bin', '').click());
    await page.screen.click('bin-empty');
    await page.screen.click('bin-empty');
    expect(page.titles()).toEqual([]);
    return page;
  }
});

test('a row names eight tags, and how many more it has', async () => {
  const { screen } = await open([rowOf('a', '多签', 5, { tags: Array.from({ length: 200 }, (_, index) => `签${index}`) })]);
  const tags = Array.from(screen.root.querySelectorAll('.row-facts .row-tag'), (element) => element.textContent);
  expect(tags).toHaveLength(9);
  expect(tags.at(-1)).toBe('+192');
});
