import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createRef } from 'preact';
import { ArticleBody } from '../../src/reader/article-body.tsx';
import { mount, settle } from '../ui/mount.ts';
import { sampleArticle } from '../ui/sample-article.ts';
import { installMissingParts } from './missing-in-jsdom.ts';

vi.mock('webextension-polyfill', async () => ({ default: (await import('../ui/chinese-browser.ts')).createChineseBrowser() }));

beforeEach(() => void installMissingParts());
afterEach(() => void vi.unstubAllGlobals());

async function show(contentHtml: string, onJump: (id: string) => void = () => undefined): Promise<HTMLElement> {
  const screen = await mount(<ArticleBody article={sampleArticle({ contentHtml })} container={createRef<HTMLDivElement>()} onJump={onJump} />);
  return screen.get('body');
}

describe('pictures', () => {
  test('one that does not load leaves its words', async () => {
    const body = await show('<p><img src="https://example.com/a.png" alt="毛利曲线"></p>');
    await settle(() => void body.querySelector('img')?.dispatchEvent(new Event('error')));
    expect(body.querySelector('img')).toBeNull();
    expect(body.querySelector('[role=img]')?.getAttribute('aria-label')).toBe('毛利曲线');
  });

  test('one without words says that it is missing', async () => {
    const body = await show('<p><img src="https://example.com/a.png"></p>');
    await settle(() => void body.querySelector('img')?.dispatchEvent(new Event('error')));
    expect(body.querySelector('[role=img]')?.textContent).toBe('图片没能加载');
  });

  test('one whose address was unsafe is missing from the start', async () => {
    const body = await show('<p><img src="javascript:x()" alt="图"></p>');
    expect(body.querySelector('[role=img]')?.textContent).toBe('图');
  });
});

describe('links', () => {
  test('lead to a tab of their own that knows nothing of this one', async () => {
    const link = (await show('<p><a href="https://example.org/">报告</a></p>')).querySelector('a');
    expect([link?.target, link?.rel]).toEqual(['_blank', 'noopener noreferrer']);
  });

  test.each(['#jd-note-1', 'https://example.com/post/1#jd-note-1'])('%s stays in the article', async (href) => {
    const onJump = vi.fn();
    const body = await show(`<p><a href="${href}">1</a></p><p><a id="jd-note-1">注</a></p>`, onJump);
    const click = new MouseEvent('click', { bubbles: true, cancelable: true });
    body.querySelector('a')?.dispatchEvent(click);
    expect(onJump).toHaveBeenCalledExactlyOnceWith('jd-note-1');
    expect(click.defaultPrevented).toBe(true);
  });

  test.each(['https://example.com/post/2#jd-note-1', '#nowhere'])('%s does not', async (href) => {
    const onJump = vi.fn();
    const body = await show(`<p><a href="${href}">1</a></p><p><a id="jd-note-1">注</a></p>`, onJump);
    const click = new MouseEvent('click', { bubbles: true, cancelable: true });
    body.querySelector('a')?.dispatchEvent(click);
    expect(onJump).not.toHaveBeenCalled();
    expect(click.defaultPrevented).toBe(false);
  });
});

test('a wide table scrolls in a box that the keyboard reaches; one inside another stays in it', async () => {
  const body = await show('<table><tbody><tr><td>甲<table><tbody><tr><td>乙</td></tr></tbody></table></td></tr></tbody></table>');
  expect(body.querySelectorAll('.table-box')).toHaveLength(1);
  expect(body.querySelector<HTMLElement>('.table-box')?.tabIndex).toBe(0);
  expect(body.textContent).toBe('甲乙');
});
