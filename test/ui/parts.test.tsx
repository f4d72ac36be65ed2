import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { ArticleMeta } from '../../src/ui/article-meta.tsx';
import { Delayed } from '../../src/ui/delayed.tsx';
import { mount, settle } from './mount.ts';
import { sampleArticle } from './sample-article.ts';

vi.mock('webextension-polyfill', async () => ({ default: (await import('./chinese-browser.ts')).createChineseBrowser() }));

describe('the line under the title', () => {
  const words = async (article = sampleArticle()): Promise<string[]> => {
    const screen = await mount(<ArticleMeta article={article} withOriginal />);
    return Array.from(screen.get('meta').children, (part) => part.textContent ?? '');
  };

  test('names who, where, when, how long, and the original', async () => {
    expect(await words()).toEqual(['林述', '账本周刊', '2024年3月18日', '约 2 分钟', '原文']);
  });

  test('leaves out what is not known, and never says less than a minute', async () => {
    expect(await words(sampleArticle({ byline: '', siteName: '', publishedTime: '', textContent: '短' }))).toEqual(['约 1 分钟', '原文']);
  });

  test('makes no link of an address that is not of the web', async () => {
    expect(await words(sampleArticle({ url: 'javascript:alert(1)' }))).not.toContain('原文');
  });
});

describe('what is shown after a moment', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  test('is not there before, and there after', async () => {
    const screen = await mount(<Delayed milliseconds={150}>等等</Delayed>);
    await settle(() => vi.advanceTimersByTime(149));
    expect(screen.root.textContent).toBe('');
    await settle(() => vi.advanceTimersByTime(1));
    expect(screen.root.textContent).toBe('等等');
  });

  test('never comes when it was taken away in time', async () => {
    const screen = await mount(<Delayed milliseconds={150}>等等</Delayed>);
    await screen.rerender(<p>到了</p>);
    await settle(() => vi.advanceTimersByTime(1000));
    expect(screen.root.textContent).toBe('到了');
  });
});
