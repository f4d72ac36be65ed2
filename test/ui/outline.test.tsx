import { describe, expect, test, vi } from 'vitest';
import { nestOutline } from '../../src/ui/outline-tree.ts';
import { Outline } from '../../src/ui/outline.tsx';
import { mount } from './mount.ts';
import { sampleArticle } from './sample-article.ts';

vi.mock('webextension-polyfill', async () => ({ default: (await import('./chinese-browser.ts')).createChineseBrowser() }));

const depths = (...values: number[]) => values.map((depth, index) => ({ id: String(index), text: String(index), depth }));

describe('nesting', () => {
  const shape = (outline: ReturnType<typeof nestOutline>): unknown => outline.map(({ index, children }) => (children.length > 0 ? [index, shape(children)] : index));

  test('follows the depth, down and up again', () => {
    expect(shape(nestOutline(depths(1, 2, 3, 2, 1)))).toEqual([[0, [[1, [2]], 3]], 4]);
  });

  test('loses nothing where the depth begins deep or leaps', () => {
    expect(shape(nestOutline(depths(3, 1, 3, 2)))).toEqual([0, [1, [2, 3]]]);
  });
});

describe('the outline on the screen', () => {
  test('is a nested list with the minutes of each section', async () => {
    const screen = await mount(<Outline outline={sampleArticle().outline} minutes={[2.4, undefined, 0.2]} onSelect={() => undefined} />);
    expect(screen.all('outline-item').map((item) => item.textContent)).toEqual(['一、账从哪里来2 分', '（一）谁在付', '二、钱往哪里去<1 分']);
    expect(screen.all('outline-item')[1]?.closest('ol')?.parentElement?.querySelector('button')?.textContent).toContain('账从哪里来');
  });

  test('marks the section being read, and no other', async () => {
    const screen = await mount(<Outline outline={sampleArticle().outline} current="jd-h-2" onSelect={() => undefined} />);
    expect(screen.all('outline-item').map((item) => item.getAttribute('aria-current'))).toEqual([null, 'location', null]);
  });

  test('a press says which section is wanted', async () => {
    const onSelect = vi.fn();
    const screen = await mount(<Outline outline={sampleArticle().outline} onSelect={onSelect} />);
    screen.all('outline-item')[2]?.click();
    expect(onSelect).toHaveBeenCalledExactlyOnceWith('jd-h-3');
  });

  test('holds forty sections', async () => {
    const many = Array.from({ length: 40 }, (_, index) => ({ id: `s${index}`, text: `第 ${index} 节`, depth: 1 + (index % 3) }));
    const screen = await mount(<Outline outline={many} onSelect={() => undefined} />);
    expect(screen.all('outline-item')).toHaveLength(40);
  });
});
