import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { formatBytes } from '../../src/ui/bytes.ts';
import { LibraryPage } from '../../src/library-page/library-page.tsx';
import { createFakeLibrary } from '../ui/list/fake-library.ts';
import { mount, press, settle } from '../ui/mount.ts';
import { createFakeCare } from './fake-care.ts';
import { leavePages, open, screens, shelf } from './open-page.tsx';

vi.mock('webextension-polyfill', async () => ({ default: (await import('../ui/chinese-browser.ts')).createChineseBrowser() }));

beforeEach(() => void vi.useFakeTimers({ now: new Date(2024, 4, 16, 9) }));
afterEach(async () => {
  await leavePages();
  vi.useRealTimers();
});

describe('the shelf', () => {
  test('shows what is neither archived nor deleted, and opens what is pressed', async () => {
    const { titles, opener, openSaved, screen } = await open();
    expect(titles()).toEqual(['冷链的三笔账', '药房写中台', '订阅的毛利']);
    await settle(() => opener('b').click());
    expect(openSaved).toHaveBeenCalledExactlyOnceWith('b', undefined);
    expect(screen.get('storage').textContent).toContain('12');
  });

  test.each(['ctrlKey', 'metaKey', 'shiftKey'])('leaves a row pressed with %s to the browser, which opens it beside the list', async (key) => {
    const { opener, openSaved } = await open();
    const prevented: boolean[] = [];
    document.addEventListener('click', (event) => {
      prevented.push(event.defaultPrevented);
      event.preventDefault();
    }, { once: true });
    opener('b').dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, [key]: true }));
    expect([prevented, openSaved.mock.calls.length, opener('b').getAttribute('href')]).toEqual([[false], 0, '../reader/index.html?id=b']);
  });

  test('says how much room it takes, and never none where there is some', () => {
    expect([42_000, 420_000, 12_345_678, 3_400_000_000].map(formatBytes)).toEqual(['42 kB', '0.4 MB', '12 MB', '3.4 GB']);
  });

  test('counts the states, and narrows to one', async () => {
    const { facet, titles } = await open();
    const counts = ['全部3', '未读1', '在读1', '读完1', '加星1', '归档1', '回收站1'];
    expect(['all', 'unread', 'reading', 'done', 'star', 'archived', 'bin'].map((state) => facet(`state-${state}`, '').textContent)).toEqual(counts);
    await settle(() => facet('state-archived', '').click());
    expect(titles()).toEqual(['旧账']);
  });

  test('narrows to a site, an author, a tag, and back by a second press', async () => {
    const { facet, titles } = await open();
    for (const [name, value] of [['site', '产业手记'], ['author', '何田'], ['tag', '冷链']] as const) {
      await settle(() => facet(name, value).click());
      expect(titles()).toEqual(['冷链的三笔账']);
      await settle(() => facet(name, value).click());
      expect(titles()).toHaveLength(3);
    }
  });

  test('that is empty says how to save', async () => {
    const { screen } = await open([]);
    expect(screen.root.textContent).toContain('还没有保存文章');
  });

  test('puts broken articles aside with the reason, and the rest is there', async () => {
    const { library, screen, titles } = await open();
    library.all.mockResolvedValueOnce({ rows: shelf, broken: [{ key: 'article:0123456789', id: '0123456789', fault: 'malformed' }] });
    const again = await mount(<LibraryPage host={{ library, care: createFakeCare(), openSaved: () => undefined }} />);
    screens.push(again);
    await settle();
    expect(again.get('broken').textContent).toContain('编号 01234567记录损坏了');
    expect(titles()).toHaveLength(3);
    await again.click('broken-remove');
    expect(library.removeForGood).toHaveBeenCalledExactlyOnceWith(['0123456789']);
    expect(screen.find('broken')).toBeNull();
    expect(again.find('broken')).toBeNull();
  });
});

describe('the chosen', () => {
  test('are marked, tagged and deleted together, and come back together', async () => {
    const { library, screen, choose, titles } = await open();
    await choose(0);
    await choose(1);
    expect(screen.get('selection').textContent).toContain('已选 2 篇');
    await screen.click('star');
    expect(['a', 'b', 'c'].map((id) => library.row(id)?.star)).toEqual([true, true, true]);
    const field = screen.get('tag-input') as HTMLInputElement;
    await settle(() => {
      field.value = ' #供应链 ';
      field.dispatchEvent(new Event('input', { bubbles: true }));
    });
    await settle(() => field.form?.requestSubmit());
    expect(library.row('b')?.tags).toEqual(['供应链']);
    await screen.click('delete');
    expect(titles()).toEqual(['订阅的毛利']);
    expect(screen.root.querySelector('.undo-bar')?.textContent).toContain('已删除 2 篇');
    await screen.click('undo');
    expect(titles()).toHaveLength(3);
  });

  test('a tag that one of them has can be taken away', async () => {
    const { library, screen, choose } = await open();
    await choose(0);
    await screen.click('remove-tag');
    expect(library.row('a')?.tags).toEqual([]);
  });

  test('the field for tags completes from those that there are', async () => {
    const { screen, choose } = await open();
    await choose(1);
    expect(Array.from(screen.root.querySelectorAll('#known-tags option'), (option) => option.getAttribute('value'))).toEqual(['冷链']);
  });

  test('the field completes each of several tags, and offers none twice', async () => {
    const { library, screen, choose } = await open();
    await choose(1);
    const offered = (): (string | null)[] => Array.from(screen.root.querySelectorAll('#known-tags option'), (option) => option.getAttribute('value'));
    const field = screen.get('tag-input') as HTMLInputElement;
    const type = (typed: string): Promise<void> => settle(() => {
      field.value = typed;
      field.dispatchEvent(new Event('input', { bubbles: true }));
    });
    await type('仓储， 冷');
    expect(offered()).toEqual(['仓储， 冷链']);
    await type('冷链，');
    expect(offered()).toEqual([]);
    await type(offered()[0] ?? '仓储， 冷链');
    await settle(() => field.form?.requestSubmit());
    expect(library.row('b')?.tags).toEqual(['仓储', '冷链']);
  });

  test('the field completes from the tags of all articles, whatever the list is narrowed to', async () => {
    const { screen, facet, choose } = await open();
    await settle(() => facet('state-done', '').click());
    await choose(0);
    expect(Array.from(screen.root.querySelectorAll('#known-tags option'), (option) => option.getAttribute('value'))).toEqual(['冷链']);
  });

  test('tags are parted by commas, and named as they are kept', async () => {
    const { library, screen, choose } = await open();
    await choose(1);
    const field = screen.get('tag-input') as HTMLInputElement;
    await settle(() => {
      field.value = '物流，#成本,、仓储; 物流';
      field.dispatchEvent(new Event('input', { bubbles: true }));
    });
    await settle(() => field.form?.requestSubmit());
    expect(library.row('b')?.tags).toEqual(['物流', '成本', '仓储']);
    expect(screen.root.querySelector('.undo-bar p')?.textContent).toBe('已加标签：物流 · 成本 · 仓储');
    expect(field.value).toBe('');
  });

  test('with Shift all between are chosen; Escape leaves them', async () => {
    const { screen, choose } = await open();
    await choose(0);
    await settle(() => screen.all('row-box')[2]?.dispatchEvent(new MouseEvent('click', { bubbles: true, shiftKey: true })));
    expect(screen.get('selection').textContent).toContain('已选 3 篇');
    await press(document, 'Escape');
    expect(screen.find('selection')).toBeNull();
  });

  test('are all that is shown, by Ctrl+A or ⌘A; the search keeps its own, and Delete deletes them', async () => {
    const { library, screen, titles } = await open();
    await press(screen.get('search'), 'a', { ctrlKey: true });
    expect(screen.find('selection')).toBeNull();
    for (const held of [{ ctrlKey: true }, { metaKey: true }]) {
      const event = await press(document.body, 'a', held);
      expect(event.defaultPrevented).toBe(true);
      expect(screen.get('selection').textContent).toContain('已选 3 篇');
      await press(document.body, 'Escape');
    }
    await press(document.body, 'a', { ctrlKey: true });
    await press(document.body, 'Delete');
    expect(titles()).toEqual([]);
    expect(library.moveToBin).toHaveBeenCalledExactlyOnceWith(['a', 'b', 'c']);
    await press(document.body, 'z', { ctrlKey: true });
    expect(titles()).toHaveLength(3);
  });

  test('in the bin are removed for good by a second press only', async () => {
    const { library, screen, facet, choose } = await open();
    await settle(() => facet('state-bin', '').click());
    await choose(0);
    await screen.click('remove-for-good');
    expect(library.letGo).not.toHaveBeenCalled();
    expect(screen.get('remove-for-good').textContent).toBe('再按一次，彻底删除 1 篇');
    await screen.click('remove-for-good');
    expect(library.letGo).toHaveBeenCalledExactlyOnceWith(['e']);
  });
});

describe('the keys', () => {
  test.each([['s', { star: true }], ['e', { archived: true }], ['r', { fraction: 1 }], ['Delete', { deletedAt: 7 }]])('%s does its work on the row with the focus', async (key, expected) => {
    const { library, opener } = await open();
    await settle(() => opener('b').focus());
    await press(opener('b'), key);
    expect(library.row('b')).toMatchObject(expected);
    expect(library.row('a')).toMatchObject({ star: false, archived: false, deletedAt: 0 });
  });

  test('after a deletion the focus is on the next row', async () => {
    const { opener } = await open();
    await settle(() => opener('b').focus());
    await press(opener('b'), 'Delete');
    expect(document.activeElement?.closest('[data-id]')?.getAttribute('data-id')).toBe('c');
  });

  test('/ goes to the search, where letters are letters', async () => {
    const { library, screen } = await open();
    await press(document.body, '/');
    expect(document.activeElement).toBe(screen.get('search'));
    await press(screen.get('search'), 's');
    expect(library.mark).not.toHaveBeenCalled();
  });

  test('in the bin they do nothing', async () => {
    const { library, facet, opener } = await open();
    await settle(() => facet('state-bin', '').click());
    await press(opener('e'), 's');
    expect(library.mark).not.toHaveBeenCalled();
  });
});

test('a change that fails is told', async () => {
  const { library, screen } = await open();
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  library.mark.mockRejectedValueOnce(new Error('no room'));
  await screen.click('row-star');
  expect(screen.root.querySelector('[role=alert]')?.textContent).toContain('没能改动');
});

test('a comparison that does not work is not said to go on for ever', async () => {
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  const { screen } = await open(shelf, createFakeCare({ auditArticles: vi.fn(() => Promise.reject(new Error('the database stays shut'))) }));
  await screen.click('check-all');
  expect(screen.get('check').textContent).toContain('没有核对成');
  expect(screen.get('check-all')).toBeDefined();
});

test('a store that gives no answer is said to give none, and nothing goes on for ever', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const library = createFakeLibrary(shelf);
  library.all.mockRejectedValue(new Error('IO error'));
  const screen = await mount(<LibraryPage host={{ library, care: createFakeCare(), openSaved: () => undefined }} />);
  screens.push(screen);
  await settle();
  expect(screen.root.querySelector('[role=alert]')?.textContent).toContain('浏览器读不出存下的文章');
  expect(screen.root.querySelector('.shelf-list')?.getAttribute('aria-busy')).toBe('false');
});
