import { afterEach, expect, test, vi } from 'vitest';
import { Popup } from '../../src/popup/popup.tsx';
import { createFakeLibrary, rowOf } from '../ui/list/fake-library.ts';
import { mount, settle } from '../ui/mount.ts';
import { createFakePopupHost } from './fake-popup-host.ts';

vi.mock('webextension-polyfill', async () => ({ default: (await import('../ui/chinese-browser.ts')).createChineseBrowser() }));

const three = [rowOf('c', '冷链的三笔账', 15), rowOf('b', '药房写中台', 12), rowOf('a', '订阅的毛利', 10)];

afterEach(() => document.body.replaceChildren());

test('the popup begins with the rows that were seen last, before the store has answered', async () => {
  const library = createFakeLibrary(three);
  library.glance.mockReturnValue(await library.first());
  library.first.mockReturnValue(new Promise(() => undefined));
  const screen = await mount(<Popup host={createFakePopupHost({ library })} />);
  expect(screen.all('saved-item')).toHaveLength(3);
  expect(screen.get('tab-saved').textContent).toBe('已保存3');
  await settle(() => library.put(rowOf('d', '新的一篇', 16)));
  expect(screen.all('saved-item')[0]?.textContent).toContain('新的一篇');
});

test('it shows what there is in place of what was seen last, and keeps that for the next time', async () => {
  const library = createFakeLibrary(three);
  library.glance.mockReturnValue({ rows: [rowOf('gone', '早已删去', 16), ...three], total: 4 });
  const screen = await mount(<Popup host={createFakePopupHost({ library })} />);
  await settle();
  expect(screen.all('saved-item').map((row) => row.querySelector('.saved-title')?.textContent)).toEqual(['冷链的三笔账', '药房写中台', '订阅的毛利']);
  expect(screen.get('tab-saved').textContent).toBe('已保存3');
  expect(library.keepGlance).toHaveBeenLastCalledWith({ rows: three, total: 3 });
});

test('it keeps no copy of what lies in the archive or the bin', async () => {
  const library = createFakeLibrary(three);
  await mount(<Popup host={createFakePopupHost({ library })} />);
  await settle(() => void library.moveToBin(['c']));
  expect(library.keepGlance).toHaveBeenLastCalledWith({ rows: three.slice(1), total: 2 });
});
