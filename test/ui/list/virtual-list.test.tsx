import { afterEach, expect, test, vi } from 'vitest';
import { VirtualList } from '../../../src/ui/list/virtual-list.tsx';
import type { Screen } from '../mount.ts';
import { mount, settle } from '../mount.ts';

const held: { screen: Screen | undefined; height: number } = { screen: undefined, height: 0 };

afterEach(async () => {
  await held.screen?.unmount();
  vi.restoreAllMocks();
  vi.useRealTimers();
});

test('in another width the rows are measured again, and none stands over the next', async () => {
  held.height = 80;
  vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockImplementation(() => held.height);
  const items = ['甲', '乙', '丙'];
  const screen = await mount(<VirtualList items={items} keyOf={(item) => item} estimate={100} label="文章" rowClass={() => 'row'}>{(item) => item}</VirtualList>);
  held.screen = screen;
  const tops = (): string[] => Array.from(screen.root.querySelectorAll<HTMLElement>('.row'), (row) => row.style.top);
  expect(tops()).toEqual(['0px', '80px', '160px']);
  held.height = 140;
  await settle(() => void window.dispatchEvent(new Event('resize')));
  expect(tops()).toEqual(['0px', '140px', '280px']);
});

test('a leap draws the rows in view alone, and the ones around them once the list rests', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(100);
  const items = Array.from({ length: 1000 }, (_, index) => `第 ${index} 篇`);
  const screen = await mount(<VirtualList items={items} keyOf={(item) => item} estimate={100} label="文章" rowClass={() => 'row'}>{(item) => item}</VirtualList>);
  held.screen = screen;
  const ends = (): (string | null | undefined)[] => Array.from(screen.root.querySelectorAll('.row'), (row) => row.textContent).filter((_text, index, all) => index === 0 || index === all.length - 1);
  const scrollTo = (top: number): Promise<void> => settle(() => {
    const box = screen.root.querySelector('.virtual') as HTMLElement;
    box.scrollTop = top;
    box.dispatchEvent(new Event('scroll'));
  });
  expect(ends()).toEqual(['第 0 篇', '第 12 篇']);
  await scrollTo(50_000);
  expect(ends()).toEqual(['第 500 篇', '第 508 篇']);
  await settle(() => void vi.runAllTimers());
  expect(ends()).toEqual(['第 496 篇', '第 512 篇']);
  await scrollTo(50_100);
  expect(ends()).toEqual(['第 497 篇', '第 513 篇']);
});
