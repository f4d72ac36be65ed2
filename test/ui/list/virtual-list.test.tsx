import { afterEach, expect, test, vi } from 'vitest';
import { VirtualList } from '../../../src/ui/list/virtual-list.tsx';
import type { Screen } from '../mount.ts';
import { mount, settle } from '../mount.ts';

const held: { screen: Screen | undefined; height: number } = { screen: undefined, height: 0 };

afterEach(async () => {
  await held.screen?.unmount();
  vi.restoreAllMocks();
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
