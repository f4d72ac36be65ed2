import { afterEach, describe, expect, test, vi } from 'vitest';
import type { FailureReason } from '../../src/messages.ts';
import { PageTab } from '../../src/popup/page-tab.tsx';
import type { PageOutcome, PopupHost } from '../../src/popup/popup-host.ts';
import { mount, settle } from '../ui/mount.ts';
import { sampleArticle } from '../ui/sample-article.ts';
import { createFakePopupHost } from './fake-popup-host.ts';

vi.mock('webextension-polyfill', async () => ({ default: (await import('../ui/chinese-browser.ts')).createChineseBrowser() }));

async function open(overrides: Partial<PopupHost> = {}) {
  const host = createFakePopupHost(overrides);
  const screen = await mount(<PageTab host={host} />);
  await settle();
  return { host, screen };
}

const answering = (outcome: PageOutcome): Pick<PopupHost, 'readPage'> => ({ readPage: vi.fn(async () => outcome) });
const article = (overrides = {}): PageOutcome => ({ kind: 'article', article: sampleArticle(overrides), milliseconds: 3 });

afterEach(() => void vi.useRealTimers());

describe('an article', () => {
  test('is shown with title, meta, outline and receipt', async () => {
    const { screen } = await open();
    expect(screen.get('title').textContent).toBe('一笔账的来去');
    expect(screen.get('meta').textContent).toContain('账本周刊');
    expect(screen.all('outline-item').map((item) => item.textContent)).toEqual(['一、账从哪里来2 分', '（一）谁在付1 分', '二、钱往哪里去<1 分']);
    expect(screen.get('removals').textContent).toContain('正文完整');
  });

  test('a section opens the reader there', async () => {
    const { screen, host } = await open();
    await settle(() => screen.all('outline-item')[1]?.click());
    expect(host.openReader).toHaveBeenCalledExactlyOnceWith({ force: false, sectionId: 'jd-h-2' });
  });

  test('the button opens the reader at the beginning', async () => {
    const { screen, host } = await open();
    await screen.click('open-reader');
    expect(host.openReader).toHaveBeenCalledExactlyOnceWith({ force: false });
  });

  test('says whether the reader opens by itself on its site, and takes another choice', async () => {
    const { screen, host } = await open({ opensByItself: vi.fn(async () => true) });
    const field = (): HTMLInputElement => screen.get('open-here') as HTMLInputElement;
    expect([field().checked, field().parentElement?.textContent, vi.mocked(host.opensByItself).mock.calls]).toEqual([true, '在 example.com 自动打开阅读模式', [['example.com']]]);
    await screen.click('open-here');
    expect(host.openByItself).toHaveBeenCalledExactlyOnceWith('example.com', false);
    expect(field().checked).toBe(false);
  });

  test('keeps the place of that choice until the answer is there, so that nothing moves', async () => {
    const { screen } = await open({ opensByItself: () => new Promise<boolean>(() => undefined) });
    expect((screen.get('open-here') as HTMLInputElement).disabled).toBe(true);
  });

  test('is not opened by itself where the browser’s question was answered with no', async () => {
    const { screen } = await open({ openByItself: async () => false });
    await screen.click('open-here');
    expect((screen.get('open-here') as HTMLInputElement).checked).toBe(false);
  });

  test('from a file has no site on which it could open by itself', async () => {
    const { screen } = await open(answering(article({ url: 'file:///a.html' })));
    expect(screen.find('open-here')).toBeNull();
  });

  test('without sections says so', async () => {
    const { screen } = await open(answering(article({ outline: [] })));
    expect(screen.get('outline').textContent).toBe('这篇文章没有小标题。');
  });

  test('a long title is whole in its tooltip', async () => {
    const title = '很长的标题'.repeat(30);
    const { screen } = await open(answering(article({ title })));
    expect(screen.get('title').title).toBe(title);
  });

  test('that is gone by the time the reader should open is said to be', async () => {
    const { screen } = await open({ openReader: async () => ({ open: false, failure: 'not-an-article' }) });
    await screen.click('open-reader');
    expect(screen.get('message').textContent).toContain('不像文章');
  });
});

describe('the shortcut', () => {
  test('is the one that the browser has', async () => {
    const { screen } = await open({ shortcut: async () => 'Ctrl+M' });
    expect(screen.get('shortcut').textContent).toBe('Ctrl+M');
    expect(screen.get('open-reader').contains(screen.get('shortcut'))).toBe(true);
  });

  test('where there is none, it can be set', async () => {
    const { screen, host } = await open({ shortcut: async () => '' });
    expect(screen.get('shortcut').textContent).toContain('还没有快捷键');
    screen.get('shortcut').querySelector('button')?.click();
    expect(host.openShortcutSettings).toHaveBeenCalledOnce();
  });
});

describe('saving', () => {
  test('goes from 保存 to 已保存', async () => {
    const { screen, host } = await open();
    expect(screen.get('save').textContent).toBe('保存');
    await screen.click('save');
    expect(host.save).toHaveBeenCalledOnce();
    expect(screen.get('save').textContent).toBe('已保存');
  });

  test('of an article that is kept already is an update', async () => {
    const { screen } = await open({ isSaved: async () => true, save: async () => ({ kind: 'saved', id: 'a', updated: true }) });
    expect(screen.get('save').textContent).toBe('更新');
    await screen.click('save');
    expect(screen.get('save').textContent).toBe('已更新');
  });

  test('that fails says what to do, and can be tried again', async () => {
    const { screen } = await open({ save: async () => ({ kind: 'failed', reason: 'quota' }) });
    await screen.click('save');
    expect(screen.get('save-status').textContent).toContain('到书房里腾出空间');
    expect(screen.get('save').textContent).toBe('保存');
  });
});

describe('a page without an article', () => {
  test('can be tried all the same, and the reader then insists too', async () => {
    const readPage = vi.fn(async ({ force }: { force: boolean }): Promise<PageOutcome> => (force ? article() : { kind: 'not-an-article' }));
    const { screen, host } = await open({ readPage });
    expect(screen.get('message').textContent).toContain('不像文章');
    await screen.click('try');
    await screen.click('open-reader');
    expect(host.openReader).toHaveBeenCalledExactlyOnceWith({ force: true });
  });

  test('that stays without one is not offered to be tried for ever', async () => {
    const { screen } = await open(answering({ kind: 'not-an-article' }));
    await screen.click('try');
    expect(screen.get('message').textContent).toContain('还是没有找到正文');
    expect(screen.find('try')).toBeNull();
  });

  test('that no extension may read says so', async () => {
    const { screen } = await open(answering({ kind: 'forbidden' }));
    expect(screen.get('message').textContent).toContain('不让扩展读取');
    expect(screen.find('open-reader')).toBeNull();
  });

  test.each<[FailureReason, string, boolean]>([
    ['too-large', '太大了', false], ['too-deep', '嵌套得太深', false], ['unsupported-document', '不是网页文档', false], ['timeout', '5 秒内没有整理完', true], ['internal', '刷新网页', true],
  ])('%s is said in words; trying again is offered where it can help', async (reason, words, retry) => {
    const { screen } = await open(answering({ kind: 'failed', reason }));
    expect(screen.get('message').textContent).toContain(words);
    expect(screen.find('retry') !== null).toBe(retry);
  });

  test('a page that does not answer can be asked again', async () => {
    const readPage = vi.fn<PopupHost['readPage']>().mockRejectedValueOnce(new Error('nobody answered')).mockResolvedValueOnce(article());
    const { screen } = await open({ readPage });
    await screen.click('retry');
    expect(screen.get('title').textContent).toBe('一笔账的来去');
  });
});

test('while the page is read, nothing is shown for 150 ms', async () => {
  vi.useFakeTimers();
  const { screen } = await open({ readPage: () => new Promise(() => undefined) });
  await settle(() => vi.advanceTimersByTime(149));
  expect(screen.root.textContent).toBe('');
  await settle(() => vi.advanceTimersByTime(1));
  expect(screen.root.textContent).toBe('正在整理正文');
});
