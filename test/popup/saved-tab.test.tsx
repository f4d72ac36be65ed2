import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Popup } from '../../src/popup/popup.tsx';
import type { Screen } from '../ui/mount.ts';
import { mount, press, settle } from '../ui/mount.ts';
import { createFakeLibrary, rowOf } from '../ui/list/fake-library.ts';
import { createFakePopupHost } from './fake-popup-host.ts';

vi.mock('webextension-polyfill', async () => ({ default: (await import('../ui/chinese-browser.ts')).createChineseBrowser() }));

const three = [rowOf('c', '冷链的三笔账', 15), rowOf('b', '药房写中台', 12), rowOf('a', '订阅的毛利', 10)];

async function open(entries = three) {
  const library = createFakeLibrary(entries);
  const host = createFakePopupHost({ library });
  const screen = await mount(<Popup host={host} />);
  await settle();
  await screen.click('tab-saved');
  const titles = (): (string | null | undefined)[] => screen.all('saved-item').map((row) => row.querySelector('.saved-title')?.textContent);
  const type = async (query: string): Promise<void> => {
    await settle(() => {
      const field = screen.get('search') as HTMLInputElement;
      field.value = query;
      field.dispatchEvent(new Event('input', { bubbles: true }));
    });
    await settle(() => vi.advanceTimersByTime(200));
  };
  return { library, host, screen, titles, type };
}

beforeEach(() => void vi.useFakeTimers({ now: new Date(2024, 4, 16, 9) }));
afterEach(() => {
  vi.useRealTimers();
  document.body.replaceChildren();
});

describe('the list', () => {
  test('has the rows as the library gives them, and their number on the tab', async () => {
    const { titles, screen } = await open();
    expect(titles()).toEqual(['冷链的三笔账', '药房写中台', '订阅的毛利']);
    expect(screen.get('tab-saved').textContent).toBe('已保存3');
    expect(screen.all('saved-item')[0]?.textContent).toContain('账本周刊昨天');
  });

  test('is said not to be readable where the store gives no answer', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const library = createFakeLibrary(three);
    library.first.mockRejectedValue(new Error('IO error'));
    const screen = await mount(<Popup host={createFakePopupHost({ library })} />);
    await settle();
    await screen.click('tab-saved');
    expect(screen.root.querySelector('[role=alert]')?.textContent).toContain('浏览器读不出存下的文章');
  });

  test('opens what is pressed', async () => {
    const { screen, host } = await open();
    await settle(() => screen.all('saved-open')[1]?.click());
    expect(host.openSaved).toHaveBeenCalledExactlyOnceWith('b', undefined);
  });

  test('follows what is saved elsewhere', async () => {
    const { library, titles } = await open();
    await settle(() => library.put(rowOf('d', '新的一篇', 16)));
    expect(titles()[0]).toBe('新的一篇');
  });

  test('has a way to the library’s own page', async () => {
    const { screen, host } = await open();
    await screen.click('open-library');
    expect(host.openLibrary).toHaveBeenCalledOnce();
  });

  test('that is empty says how to save', async () => {
    const { screen } = await open([]);
    expect(screen.root.querySelector('#panel-saved')?.textContent).toContain('按「保存」');
    expect(screen.find('search')).toBeNull();
  });
});

describe('states and order', () => {
  const mixed = [
    rowOf('a', '未读的', 1), rowOf('b', '读到一半', 2, { fraction: 0.42, length: 900 }), rowOf('c', '读完的', 3, { fraction: 1 }),
    rowOf('d', '封起来的', 4, { archived: true, star: true }), rowOf('e', '扔掉的', 5, { deletedAt: 9 }),
  ];
  const choose = (screen: Screen, testId: string, value: string): Promise<void> => settle(() => {
    const menu = screen.get(testId) as HTMLSelectElement;
    menu.value = value;
    menu.dispatchEvent(new Event('change', { bubbles: true }));
  });

  test('the list has neither archive nor bin, and says how far each was read', async () => {
    const { titles, screen } = await open(mixed);
    expect(titles()).toEqual(['读完的', '读到一半', '未读的']);
    expect(screen.all('row-reading').map(({ textContent }) => textContent)).toEqual(['读完', '已读 42%']);
  });

  test.each([['unread', '未读的'], ['reading', '读到一半'], ['done', '读完的'], ['archived', '封起来的'], ['star', '封起来的'], ['bin', '扔掉的']])(
    'the state %s shows its own', async (state, title) => {
      const { titles, screen } = await open(mixed);
      await choose(screen, 'filter-state', state);
      expect(titles()).toEqual([title]);
    },
  );

  test('what lies in the bin is put back instead of deleted', async () => {
    const { titles, screen } = await open(mixed);
    await choose(screen, 'filter-state', 'bin');
    expect(screen.find('saved-delete')).toBeNull();
    await screen.click('saved-restore');
    expect(titles()).toEqual([]);
    await choose(screen, 'filter-state', 'all');
    expect(titles()[0]).toBe('扔掉的');
  });

  test('the menu counts each state once all rows are known', async () => {
    const { screen } = await open(mixed);
    await settle(() => screen.get('filter-state').focus());
    expect(Array.from(screen.get('filter-state').children, ({ textContent }) => textContent)).toEqual(
      ['全部（3）', '未读（1）', '在读（1）', '读完（1）', '加星（1）', '归档（1）', '回收站（1）'],
    );
  });

  test('the longest comes first when asked', async () => {
    const { titles, screen } = await open(mixed);
    await choose(screen, 'sort', 'length');
    expect(titles()[0]).toBe('读到一半');
  });

  test('a state that nothing is in says so', async () => {
    const { screen } = await open(three);
    await choose(screen, 'filter-state', 'star');
    expect(screen.root.querySelector('#panel-saved')?.textContent).toContain('这里还没有文章');
  });
});

describe('a long list', () => {
  const many = Array.from({ length: 300 }, (_, index) => rowOf(`n${index}`, `第${index}篇`, 1, { savedAt: 1_000_000 - index }));

  test('opens with its first rows and reads the rest when they are wanted', async () => {
    const { screen, library } = await open(many);
    expect(library.all).not.toHaveBeenCalled();
    expect(screen.get('tab-saved').textContent).toBe('已保存300');
    await settle(() => screen.get('sort').dispatchEvent(new Event('change', { bubbles: true })));
    expect(library.all).toHaveBeenCalledOnce();
  });

  test('has only the rows in view in the document, and says how many there are', async () => {
    const { screen } = await open(many);
    expect(screen.all('saved-item').length).toBeLessThan(30);
    await settle(() => screen.get('sort').dispatchEvent(new Event('change', { bubbles: true })));
    expect(screen.get('saved-item').getAttribute('aria-setsize')).toBe('300');
  });

  test('is walked with the arrow keys', async () => {
    const { screen } = await open(many);
    await settle(() => screen.get('saved-open').focus());
    await press(screen.get('saved-open'), 'ArrowDown');
    expect(document.activeElement?.closest('[data-id]')?.getAttribute('data-id')).toBe('n1');
    await press(document.activeElement ?? document, 'ArrowUp');
    expect(document.activeElement?.closest('[data-id]')?.getAttribute('data-id')).toBe('n0');
  });
});

describe('the search', () => {
  test('shows hits with the words marked', async () => {
    const { type, titles, screen } = await open();
    await type('毛利');
    expect(titles()).toEqual(['订阅的毛利']);
    expect(Array.from(screen.get('saved-item').querySelectorAll('mark'), (mark) => mark.textContent)).toEqual(['毛利', '毛利']);
    expect(screen.get('saved-item').querySelector('.saved-snippet')?.textContent).toBe('订阅的毛利');
  });

  test('that finds nothing says so', async () => {
    const { type, screen } = await open();
    await type('没有的词');
    expect(screen.root.querySelector('#panel-saved')?.textContent).toContain('没有找到「没有的词」');
  });

  test('is over when the field is empty again', async () => {
    const { type, titles } = await open();
    await type('毛利');
    await type('  ');
    expect(titles()).toHaveLength(3);
  });

  test('follows each key, and gives up what an earlier one began', async () => {
    const { library, screen } = await open();
    const search = vi.spyOn(library, 'search');
    for (const query of ['毛', '毛利']) {
      await settle(() => {
        (screen.get('search') as HTMLInputElement).value = query;
        screen.get('search').dispatchEvent(new Event('input', { bubbles: true }));
      });
    }
    expect(search.mock.calls.map(([query, signal]) => [query, signal.aborted])).toEqual([['毛', true], ['毛利', false]]);
  });
});

test('a search that is overtaken by another shows nothing any more', async () => {
  const { library, type, titles } = await open();
  const gate: { open?: () => void } = {};
  vi.spyOn(library, 'search').mockImplementationOnce(async function* () {
    await new Promise<void>((resolve) => { gate.open = resolve; });
    yield [{ entry: rowOf('x', '晚到的一篇', 1), score: 1 }];
  });
  await type('晚到');
  await type('冷链');
  await settle(() => gate.open?.());
  expect(titles()).toEqual(['冷链的三笔账']);
});

describe('deleting', () => {
  test('happens at once and can be undone', async () => {
    const { screen, titles } = await open();
    await settle(() => screen.all('saved-delete')[1]?.click());
    expect(titles()).toEqual(['冷链的三笔账', '订阅的毛利']);
    expect(screen.root.querySelector('.undo-bar')?.textContent).toContain('已删除《药房写中台》');
    await screen.click('undo');
    expect(titles()).toEqual(['冷链的三笔账', '药房写中台', '订阅的毛利']);
    expect(screen.find('undo')).toBeNull();
  });

  test('can be undone for six seconds', async () => {
    const { screen } = await open();
    await settle(() => screen.all('saved-delete')[0]?.click());
    await settle(() => vi.advanceTimersByTime(5999));
    expect(screen.find('undo')).not.toBeNull();
    await settle(() => vi.advanceTimersByTime(1));
    expect(screen.find('undo')).toBeNull();
  });

  test('waits for the undo while the focus is on it', async () => {
    const { screen } = await open();
    await settle(() => screen.all('saved-delete')[0]?.click());
    await settle(() => screen.get('saved-open').focus());
    await settle(() => screen.get('undo').focus());
    await settle(() => vi.advanceTimersByTime(20_000));
    expect(screen.find('undo')).not.toBeNull();
    await settle(() => screen.get('undo').blur());
    await settle(() => vi.advanceTimersByTime(6000));
    expect(screen.find('undo')).toBeNull();
  });

  test('moves the focus to a row that stays', async () => {
    const { screen } = await open();
    await settle(() => screen.all('saved-delete')[2]?.focus());
    await settle(() => screen.all('saved-delete')[2]?.click());
    expect(document.activeElement?.closest('[data-testid=saved-item]')?.getAttribute('data-id')).toBe('b');
  });

  test('what is archived or in the bin is no empty library', async () => {
    const { screen, titles, type } = await open([rowOf('a', '归了档的', 10, { archived: true }), rowOf('b', '扔掉的', 9, { deletedAt: 7 })]);
    expect([titles(), screen.get('message').textContent]).toEqual([[], expect.stringContaining('换一个分类看看')]);
    await type('归了档');
    expect(titles()).toEqual(['归了档的']);
  });

  test('the last article leaves its undo, and a list where nothing is; it is in the bin', async () => {
    const { screen } = await open([rowOf('a', '只有一篇', 10)]);
    await screen.click('saved-delete');
    expect(screen.find('undo')).not.toBeNull();
    await settle(() => vi.advanceTimersByTime(6000));
    expect(screen.root.querySelector('#panel-saved')?.textContent).toContain('这里还没有文章');
  });

  test('that cannot be undone says why', async () => {
    const { screen, library } = await open();
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    library.moveToBin.mockResolvedValueOnce(() => Promise.reject(new Error('no room')));
    await settle(() => screen.all('saved-delete')[0]?.click());
    await screen.click('undo');
    expect(screen.root.querySelector('.undo-bar')?.textContent).toContain('没能撤销');
  });

  test('that fails says so, and the row stays', async () => {
    const { screen, library, titles } = await open();
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    library.moveToBin.mockRejectedValueOnce(new Error('no room'));
    await settle(() => screen.all('saved-delete')[0]?.click());
    expect(titles()).toHaveLength(3);
    expect(screen.root.querySelector('.undo-bar')?.textContent).toBe('没能删除，文章还在。请再试一次');
  });
});
