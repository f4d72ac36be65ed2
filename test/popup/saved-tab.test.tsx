import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Popup } from '../../src/popup/popup.tsx';
import { mount, settle } from '../ui/mount.ts';
import { createFakeLibrary, createFakePopupHost, entryOf } from './fake-popup-host.ts';

vi.mock('webextension-polyfill', async () => ({ default: (await import('../ui/chinese-browser.ts')).createChineseBrowser() }));

const three = [entryOf('c', '冷链的三笔账', 15), entryOf('b', '药房写中台', 12), entryOf('a', '订阅的毛利', 10)];

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

  test('opens what is pressed', async () => {
    const { screen, host } = await open();
    await settle(() => screen.all('saved-open')[1]?.click());
    expect(host.openSaved).toHaveBeenCalledExactlyOnceWith('b');
  });

  test('follows what is saved elsewhere', async () => {
    const { library, titles } = await open();
    library.rows.unshift(entryOf('d', '新的一篇', 16));
    await settle(() => library.announce());
    expect(titles()[0]).toBe('新的一篇');
  });

  test('that is empty says how to save', async () => {
    const { screen } = await open([]);
    expect(screen.root.querySelector('#panel-saved')?.textContent).toContain('按「保存」');
    expect(screen.find('search')).toBeNull();
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

  test('waits for the typing to pause, and looks for the last word only', async () => {
    const { library, screen } = await open();
    const search = vi.spyOn(library, 'search');
    for (const query of ['毛', '毛利']) {
      await settle(() => {
        (screen.get('search') as HTMLInputElement).value = query;
        screen.get('search').dispatchEvent(new Event('input', { bubbles: true }));
      });
      await settle(() => vi.advanceTimersByTime(60));
    }
    await settle(() => vi.advanceTimersByTime(200));
    expect(search.mock.calls.map(([query]) => query)).toEqual(['毛利']);
  });
});

test('a search that is overtaken by another shows nothing any more', async () => {
  const { library, type, titles } = await open();
  const gate: { open?: () => void } = {};
  vi.spyOn(library, 'search').mockImplementationOnce(async function* () {
    await new Promise<void>((resolve) => { gate.open = resolve; });
    yield { entry: entryOf('x', '晚到的一篇', 1), snippet: '', ranges: [] };
  });
  await type('晚到');
  await type('冷链');
  await settle(() => gate.open?.());
  expect(titles()).toEqual(['冷链的三笔账']);
});

describe('deleting', () => {
  test('happens at once and can be undone', async () => {
    const { screen, library, titles } = await open();
    await settle(() => screen.all('saved-delete')[1]?.click());
    expect(titles()).toEqual(['冷链的三笔账', '订阅的毛利']);
    expect(screen.root.querySelector('.undo-bar')?.textContent).toContain('已删除《药房写中台》');
    await screen.click('undo');
    expect(library.restore).toHaveBeenCalledOnce();
    expect(titles()).toContain('药房写中台');
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
    await settle(() => screen.get('undo').focus());
    await settle(() => vi.advanceTimersByTime(20_000));
    expect(screen.find('undo')).not.toBeNull();
    await settle(() => screen.get('undo').blur());
    await settle(() => vi.advanceTimersByTime(6000));
    expect(screen.find('undo')).toBeNull();
  });

  test('moves the focus to a row that stays', async () => {
    const { screen } = await open();
    await settle(() => screen.all('saved-delete')[2]?.click());
    expect(document.activeElement?.closest('[data-testid=saved-item]')?.getAttribute('data-id')).toBe('b');
  });

  test('the last article leaves the empty list with its undo', async () => {
    const { screen } = await open([entryOf('a', '只有一篇', 10)]);
    await screen.click('saved-delete');
    expect(screen.find('undo')).not.toBeNull();
    await settle(() => vi.advanceTimersByTime(6000));
    expect(screen.root.querySelector('#panel-saved')?.textContent).toContain('还没有保存文章');
  });

  test('that cannot be undone says why', async () => {
    const { screen, library } = await open();
    library.restore.mockResolvedValueOnce({ kind: 'failed', reason: 'quota' });
    await settle(() => screen.all('saved-delete')[0]?.click());
    await screen.click('undo');
    expect(screen.root.querySelector('.undo-bar')?.textContent).toContain('存储空间不够');
  });
});
