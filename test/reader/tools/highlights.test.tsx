import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Annotation } from '../../../src/library/annotation.ts';
import { Reader } from '../../../src/reader/reader.tsx';
import type { Screen } from '../../ui/mount.ts';
import { mount, settle } from '../../ui/mount.ts';
import { sampleArticle } from '../../ui/sample-article.ts';
import { createFakeHost } from '../fake-host.ts';
import { installMissingParts } from '../missing-in-jsdom.ts';

vi.mock('webextension-polyfill', async () => ({ default: (await import('../../ui/chinese-browser.ts')).createChineseBrowser() }));

const held: { screens: Screen[] } = { screens: [] };
const contentHtml = '<p>运价涨了三成，仓库满了。</p><p>车队<b>散了</b>架。</p>';
const kept = (exact: string, rest: Partial<Annotation> = {}): Annotation =>
  ({ id: exact, exact, prefix: '', suffix: '', start: 0, end: exact.length, colour: 'green', note: '', createdAt: 1, ...rest });

async function open(overrides: Parameters<typeof createFakeHost>[0] = {}, html = contentHtml) {
  const fake = createFakeHost(overrides);
  const screen = await mount(<Reader article={sampleArticle({ contentHtml: html, outline: [] })} host={fake.host} />);
  held.screens.push(screen);
  const marks = (): string[] => Array.from(screen.get('body').querySelectorAll('mark'), (mark) => `${mark.dataset['colour']}:${mark.textContent}`);
  return { screen, marks, ...fake };
}

/** Selects the first letters of the first paragraph, as a drag would. */
async function select(screen: Screen, length: number): Promise<void> {
  const node = document.createTreeWalker(screen.get('body'), NodeFilter.SHOW_TEXT).nextNode();
  if (!node) throw new Error('no text');
  await settle(() => {
    getSelection()?.setBaseAndExtent(node, 0, node, length);
    document.dispatchEvent(new Event('selectionchange'));
  });
}

beforeEach(() => {
  installMissingParts();
  Range.prototype.getClientRects = () => [] as unknown as DOMRectList;
});
afterEach(async () => {
  getSelection()?.removeAllRanges();
  for (const screen of held.screens.splice(0)) await screen.unmount();
  vi.unstubAllGlobals();
});

test('what was marked elsewhere is shown as soon as the article is saved, beside what was marked meanwhile', async () => {
  const store = { list: [] as Annotation[] };
  const { screen, marks } = await open({
    annotations: async () => store.list,
    save: async () => {
      store.list = [kept('散了')];
      return { kind: 'saved', id: 'a', updated: false };
    },
  });
  expect(marks()).toEqual([]);
  await select(screen, 2);
  await screen.click('colour-blue');
  expect(marks()).toEqual(['blue:运价', 'green:散了']);
});

test('what is marked before the kept ones have been read stays, beside them', async () => {
  const waiting: ((list: Annotation[]) => void)[] = [];
  const { screen, marks } = await open({ isSaved: async () => true, annotations: () => new Promise((resolve) => waiting.push(resolve)) });
  await select(screen, 2);
  await screen.click('colour-blue');
  await settle(() => waiting.forEach((arrive) => arrive([kept('散了')])));
  expect(marks()).toEqual(['blue:运价', 'green:散了']);
});

test('a mark stays the same element while others come and go, so that a press that has begun on it goes on', async () => {
  const { screen, marks } = await open({ annotations: async () => [kept('散了'), kept('仓库')] });
  const [first, second] = screen.get('body').querySelectorAll('mark');
  await select(screen, 2);
  await screen.click('colour-blue');
  await settle(() => void document.dispatchEvent(new Event('selectionchange')));
  expect(marks()).toEqual(['blue:运价', 'green:仓库', 'green:散了']);
  await settle(() => first?.click());
  await screen.click('annotation-remove');
  expect(marks()).toEqual(['blue:运价', 'green:散了']);
  expect(screen.get('body').contains(second ?? null)).toBe(true);
});

describe('a selection', () => {
  test('is highlighted in the chosen colour and kept with its neighbours', async () => {
    const { screen, host, marks } = await open({ isSaved: async () => true });
    await select(screen, 6);
    await screen.click('colour-blue');
    expect(marks()).toEqual(['blue:运价涨了三成']);
    expect(host.keepAnnotation.mock.calls[0]).toMatchObject(['https://example.com/post/1', { exact: '运价涨了三成', suffix: '，仓库满了。车队散了架。', colour: 'blue', note: '' }]);
    expect(host.save).not.toHaveBeenCalled();
    expect(screen.get('body').textContent).toBe('运价涨了三成，仓库满了。车队散了架。');
  });

  test('of the very same words takes another colour, and keeps its note', async () => {
    const { screen, host, marks } = await open({ isSaved: async () => true, annotations: async () => [kept('运价涨了三成', { note: '去年也是' })] });
    await select(screen, 6);
    await screen.click('colour-red');
    expect(marks()).toEqual(['red:运价涨了三成']);
    expect(host.keepAnnotation.mock.calls[0]).toMatchObject([expect.any(String), { id: '运价涨了三成', colour: 'red', note: '去年也是' }]);
  });

  test('of an article that is not saved saves it first, and says so', async () => {
    const { screen, host } = await open();
    await select(screen, 2);
    await screen.click('colour-yellow');
    expect(host.save.mock.invocationCallOrder[0]).toBeLessThan(host.keepAnnotation.mock.invocationCallOrder[0] ?? 0);
    expect(screen.get('said').textContent).toBe('文章也一起保存了');
  });

  test.each([
    ['the article cannot be saved', { save: async () => ({ kind: 'failed', reason: 'quota' }) as const }, '空间不够'],
    ['the highlight cannot be kept', { isSaved: async () => true, keepAnnotation: async () => Promise.reject(new Error('gone')) }, '划线没有保存'],
  ])('loses its mark again, in words, when %s', async (_, overrides, words) => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const { screen, marks } = await open(overrides);
    await select(screen, 2);
    await screen.click('colour-yellow');
    expect(marks()).toEqual([]);
    expect(screen.get('said').textContent).toContain(words);
  });

  test('is highlighted by h, and by nothing while an input method composes', async () => {
    const { screen, press, marks } = await open();
    await select(screen, 2);
    await settle(() => void press('h', { isComposing: true }));
    expect(marks()).toEqual([]);
    await settle(() => void press('h'));
    expect(marks()).toEqual(['yellow:运价']);
  });

  test('is copied with its source', async () => {
    const writeText = vi.fn(async () => undefined);
    vi.stubGlobal('navigator', Object.assign(Object.create(navigator) as object, { clipboard: { writeText } }));
    const { screen } = await open();
    await select(screen, 6);
    await screen.click('cite');
    expect(writeText).toHaveBeenCalledWith(expect.stringMatching(/^“运价涨了三成”——林述，《一笔账的来去》，账本周刊，2024-03-18，https:/));
    await screen.click('cite-reference');
    expect(writeText).toHaveBeenLastCalledWith(expect.stringContaining('一笔账的来去[EB/OL]. 账本周刊'));
  });
});

describe('a highlight', () => {
  test('is there again at the next opening, across elements', async () => {
    const { marks } = await open({ annotations: async () => [kept('队散了架')] });
    expect(marks()).toEqual(['green:队', 'green:散了', 'green:架']);
  });

  test('goes over headings, lists and tables, and over others, and breaks none of them', async () => {
    const rich = '<h2>一、运价</h2><ul>\n<li>仓库满了</li>\n<li>车队散了</li></ul><table><tbody>\n<tr><td>三成</td><td>两成</td></tr></tbody></table>';
    const { screen, marks } = await open({ annotations: async () => [kept('运价仓库满', { createdAt: 1 }), kept('满了车队', { colour: 'red', createdAt: 2 }), kept('散了三成两', { colour: 'blue', createdAt: 3 })] }, rich);
    expect(marks()).toEqual(['green:运价', 'green:仓库满', 'red:满', 'red:了', 'red:车队', 'blue:散了', 'blue:三成', 'blue:两']);
    expect(screen.root.querySelector('ul > mark, table > mark, tbody > mark, tr > mark')).toBeNull();
    await screen.click('more-tools');
    await screen.click('menu-annotations');
    expect(screen.root.querySelector('[data-testid=annotation] q')?.textContent).toBe('运价\n仓库满');
    while (screen.all('annotation').length > 0) {
      await settle(() => screen.root.querySelector<HTMLElement>('[data-testid=annotation] button')?.click());
      await screen.click('annotation-remove');
    }
    expect(screen.get('body').querySelector('ul')?.outerHTML).toBe('<ul>\n<li>仓库满了</li>\n<li>车队散了</li></ul>');
  });

  test('takes a note, which closing keeps', async () => {
    const { screen, host, press } = await open({ isSaved: async () => true, annotations: async () => [kept('仓库满了')] });
    await settle(() => screen.get('body').querySelector('mark')?.click());
    const field = screen.get('note') as HTMLTextAreaElement;
    await settle(() => { field.value = '去年也是'; field.dispatchEvent(new InputEvent('input', { bubbles: true })); });
    await settle(() => void press('Escape'));
    expect(host.keepAnnotation.mock.calls[0]?.[1]).toMatchObject({ id: '仓库满了', note: '去年也是' });
    expect(screen.get('body').querySelector('mark[data-noted]')).not.toBeNull();
    expect(host.close).not.toHaveBeenCalled();
  });

  test('is taken out without a trace', async () => {
    const { screen, host } = await open({ annotations: async () => [kept('队散了架')] });
    await settle(() => screen.get('body').querySelector('mark')?.click());
    await screen.click('annotation-remove');
    expect(host.dropAnnotation).toHaveBeenCalledWith('https://example.com/post/1', '队散了架');
    expect(screen.get('body').innerHTML).toBe(contentHtml);
  });

  test('whose words are gone is listed last, never dropped', async () => {
    const { screen, marks } = await open({ annotations: async () => [kept('已经删去的话', { note: '留着' }), kept('仓库满了')] });
    expect(marks()).toEqual(['green:仓库满了']);
    await screen.click('more-tools');
    await screen.click('menu-annotations');
    expect(screen.all('annotation').map((row) => row.textContent)).toEqual(['仓库满了', '已经删去的话留着原文中已找不到这句话']);
  });
});
