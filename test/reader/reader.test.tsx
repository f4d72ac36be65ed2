import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Reader } from '../../src/reader/reader.tsx';
import type { Screen } from '../ui/mount.ts';
import { mount, settle } from '../ui/mount.ts';
import { sampleArticle } from '../ui/sample-article.ts';
import { createFakeHost } from './fake-host.ts';
import { installMissingParts } from './missing-in-jsdom.ts';

vi.mock('webextension-polyfill', async () => ({ default: (await import('../ui/chinese-browser.ts')).createChineseBrowser() }));

const held: { parts: ReturnType<typeof installMissingParts>; screens: Screen[] } = { parts: { observers: [], scrolledTo: [] }, screens: [] };

async function open(article = sampleArticle(), fake = createFakeHost()) {
  const screen = await mount(<Reader article={article} host={fake.host} />);
  held.screens.push(screen);
  return { screen, ...fake };
}

beforeEach(() => { held.parts = installMissingParts(); });
afterEach(async () => {
  for (const screen of held.screens.splice(0)) await screen.unmount();
  vi.unstubAllGlobals();
});

describe('the parts', () => {
  test('title, line under it, standfirst and body are there', async () => {
    const { screen } = await open();
    expect(screen.get('title').textContent).toBe('一笔账的来去');
    expect(screen.get('byline').textContent).toBe('林述');
    expect(screen.get('standfirst').textContent).toBe('导语说的是这笔账。');
    expect(screen.get('body').querySelectorAll('h2, h3')).toHaveLength(3);
  });

  test('an article without sections says so in the outline', async () => {
    const { screen } = await open(sampleArticle({ outline: [] }));
    expect(screen.root.querySelector('nav')?.textContent).toContain('没有小标题');
  });

  test('lines of provenance come before the receipt', async () => {
    const { screen } = await open(sampleArticle({ provenance: [{ kind: 'source', text: '来源：账本周刊' }] }));
    const text = screen.root.querySelector('footer')?.textContent ?? '';
    expect(text.indexOf('来源：账本周刊')).toBeLessThan(text.indexOf('正文完整'));
    expect(text).toContain('来源：账本周刊');
  });

  test('language and direction of the article stand on the article, those of the interface round it', async () => {
    const { screen } = await open(sampleArticle({ lang: 'ar', dir: 'rtl' }));
    const article = screen.root.querySelector('article');
    expect([article?.lang, article?.dir, screen.get('reader').lang]).toEqual(['ar', 'rtl', 'zh-CN']);
  });

  test('hostile markup in a stored article never becomes a node', async () => {
    const { screen } = await open(sampleArticle({ contentHtml: '<p onclick="x()">字<script>x()</script><a href="javascript:x()">链</a></p>' }));
    expect(screen.get('body').querySelector('script, [onclick], a[href]')).toBeNull();
    expect(screen.get('body').textContent).toBe('字链');
  });
});

describe('the outline', () => {
  test('a press moves to the section and takes the focus along', async () => {
    const { screen } = await open();
    await settle(() => screen.all('outline-item')[2]?.click());
    expect(held.parts.scrolledTo.map(({ id }) => id)).toEqual(['jd-h-3']);
    expect(document.activeElement?.id).toBe('jd-h-3');
  });

  test('a destination is gone to at opening, and again when it is wished again', async () => {
    const { host } = createFakeHost();
    const article = sampleArticle();
    const screen = await mount(<Reader article={article} host={host} destination={{ sectionId: 'jd-h-2' }} />);
    held.screens.push(screen);
    await screen.rerender(<Reader article={article} host={host} destination={{ sectionId: 'jd-h-2' }} />);
    expect(held.parts.scrolledTo.map(({ id }) => id)).toEqual(['jd-h-2', 'jd-h-2']);
  });
});

describe('keys', () => {
  test('Esc closes', async () => {
    const { host, press } = await open();
    const event = press('Escape');
    expect(host.close).toHaveBeenCalledOnce();
    expect(event.defaultPrevented).toBe(true);
  });

  test('Esc belongs to the input method while it composes', async () => {
    const { host, press } = await open();
    press('Escape', { isComposing: true });
    press('Escape', { keyCode: 229 });
    expect(host.close).not.toHaveBeenCalled();
  });

  test('Esc closes the drawer first, and gives the focus back to its button', async () => {
    const { host, press, screen } = await open();
    screen.get('outline-toggle').focus();
    await screen.click('outline-toggle');
    expect(screen.get('outline-toggle').getAttribute('aria-expanded')).toBe('true');
    expect(screen.root.querySelector('nav')?.contains(document.activeElement)).toBe(true);
    await settle(() => void press('Escape'));
    expect(host.close).not.toHaveBeenCalled();
    expect(document.activeElement).toBe(screen.get('outline-toggle'));
  });
});

describe('the tools', () => {
  test('close is offered only where there is something to go back to', async () => {
    const { host } = createFakeHost();
    const { close, ...without } = host;
    const screen = await mount(<Reader article={sampleArticle()} host={without} />);
    held.screens.push(screen);
    expect(screen.find('close')).toBeNull();
    expect(close).not.toHaveBeenCalled();
  });

  test('saving says that it is saved', async () => {
    const { screen, host } = await open();
    await screen.click('save');
    expect(host.save).toHaveBeenCalledOnce();
    expect(screen.get('save-status').textContent).toBe('已保存');
    expect(screen.get('save').dataset['on']).toBe('true');
  });

  test('an article that is in the library is shown as kept', async () => {
    const { screen } = await open(sampleArticle(), createFakeHost({ isSaved: async () => true }));
    expect(screen.get('save').dataset['on']).toBe('true');
    expect(screen.get('save').getAttribute('aria-label')).toContain('更新');
  });

  test.each([
    ['a full store', async () => ({ kind: 'failed', reason: 'quota' }) as const, '存储空间不够'],
    ['a lost connection', async () => Promise.reject(new Error('nobody answered')), '没能保存'],
  ])('%s is said, and the article does not look kept', async (_, save, words) => {
    const { screen } = await open(sampleArticle(), createFakeHost({ save }));
    await screen.click('save');
    expect(screen.get('save-status').textContent).toContain(words);
    expect(screen.get('save').dataset['on']).toBe('false');
  });
});
