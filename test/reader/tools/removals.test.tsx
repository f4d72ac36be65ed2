import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Article, Removal, RemovalGroup } from '../../../src/article/article.ts';
import { Reader } from '../../../src/reader/reader.tsx';
import type { Screen } from '../../ui/mount.ts';
import { mount, settle } from '../../ui/mount.ts';
import { sampleArticle } from '../../ui/sample-article.ts';
import { createFakeHost } from '../fake-host.ts';
import { installMissingParts } from '../missing-in-jsdom.ts';

vi.mock('webextension-polyfill', async () => ({ default: (await import('../../ui/chinese-browser.ts')).createChineseBrowser() }));

const held: { screens: Screen[] } = { screens: [] };

const removal = (id: number, group: RemovalGroup, rest: Partial<Removal> = {}): Removal => ({ id, step: 'lines', reason: 'x', group, text: `第 ${id} 处`, html: `<p>第 ${id} 处</p>`, ...rest });

function stripped(overrides: Partial<Article> = {}): Article {
  return sampleArticle({
    contentHtml: '<p>甲</p><div data-removal="0"></div><p>乙</p><div data-removal="1"></div><p>丙</p><div data-removal="2"></div>',
    removals: [removal(0, 'reward'), removal(1, 'follow'), removal(2, 'reward')],
    ...overrides,
  });
}

async function open(article: Article, fake = createFakeHost(), extractAnew?: () => Article | undefined) {
  const screen = await mount(<Reader article={article} host={extractAnew ? { ...fake.host, extractAnew } : fake.host} />);
  held.screens.push(screen);
  return { screen, bodyText: () => screen.get('body').textContent, ...fake };
}

beforeEach(() => void installMissingParts());
afterEach(async () => {
  for (const screen of held.screens.splice(0)) await screen.unmount();
  vi.unstubAllGlobals();
});

describe('a hidden block', () => {
  test('stands again where it stood, and can be hidden again', async () => {
    const { screen, bodyText } = await open(stripped());
    expect(bodyText()).toBe('甲乙丙');
    await settle(() => screen.all('give-back')[1]?.click());
    expect(bodyText()).toBe('甲乙第 1 处丙');
    expect(screen.all('give-back').map((button) => button.textContent)).toEqual(['放回原处', '再次隐藏', '放回原处']);
    await settle(() => screen.all('give-back')[1]?.click());
    expect(bodyText()).toBe('甲乙丙');
  });

  test('passes the sanitizer on its way back', async () => {
    const html = '<p>付款<script>x()</script><a href="javascript:x()" onclick="x()">码</a></p>';
    const { screen, bodyText } = await open(stripped({ removals: [removal(0, 'reward', { html })] }));
    await screen.click('give-back');
    expect(bodyText()).toBe('甲付款码乙丙');
    expect(screen.get('body').querySelector('script, [onclick], a[href]')).toBeNull();
  });

  test.each([['as markup', '<p><img src="https://example.com/code.png" alt="码"></p>', '一段'], ['as an address', '', 'https://example.com/code.png']])('that has a picture %s leaves it on the network while nobody has asked for it', async (_how, html, text) => {
    const fetched: string[] = [];
    const setAttribute = vi.spyOn(Element.prototype, 'setAttribute').mockImplementation(function (this: Element, name, value) {
      if (name === 'src' && this.ownerDocument === document) fetched.push(value);
      this.setAttributeNS(null, name, value);
    });
    const fake = createFakeHost();
    const host = { ...fake.host, pictures: { given: false, give: () => undefined, kept: new Map<string, string>(), total: 0, keepOthers: () => Promise.resolve('denied' as const) } };
    const { screen } = await open(stripped({ removals: [removal(0, 'reward', { html, text })] }), { ...fake, host });
    await screen.click('give-back');
    setAttribute.mockRestore();
    expect(screen.get('body').querySelector('[data-shown] [role=img]')).not.toBeNull();
    expect(screen.get('body').querySelector('img')).toBeNull();
    expect(fetched).toEqual([]);
  });

  test('comes back as text or picture where its markup was not kept', async () => {
    const removals = [removal(0, 'ad', { html: '', text: '很长的课程介绍' }), removal(1, 'follow', { html: '', text: '/code.png' })];
    const { screen, bodyText } = await open(stripped({ removals }));
    await settle(() => screen.all('give-back')[0]?.click());
    await settle(() => screen.all('give-back')[1]?.click());
    expect(bodyText()).toBe('甲很长的课程介绍乙丙');
    expect(screen.get('body').querySelector('[data-removal="1"] img')?.getAttribute('src')).toBe('https://example.com/code.png');
  });

  test('without a place of its own stands at the end', async () => {
    const { screen, bodyText } = await open(stripped({ removals: [removal(9, 'ad')] }));
    await screen.click('give-back');
    expect(bodyText()).toBe('甲乙丙第 9 处');
  });

  test('of which nothing is left offers nothing', async () => {
    const { screen } = await open(stripped({ removals: [removal(0, 'ad', { html: '', text: '' })] }));
    expect(screen.find('give-back')).toBeNull();
  });
});

describe('a kind', () => {
  test('is kept for the site, and all of it stands again', async () => {
    const { screen, host, bodyText } = await open(stripped());
    await settle(() => screen.all('keep-kind')[0]?.click());
    expect(host.keepKind).toHaveBeenCalledWith({ site: 'example.com', group: 'reward', keep: true });
    expect(bodyText()).toBe('甲第 0 处乙丙第 2 处');
    expect(screen.all('keep-kind').map((button) => button.textContent)).toEqual(['此站点不再保留“打赏”', '在此站点总是保留“关注、加群”', '此站点不再保留“打赏”']);
    await settle(() => screen.all('keep-kind')[2]?.click());
    expect(host.keepKind).toHaveBeenLastCalledWith({ site: 'example.com', group: 'reward', keep: false });
  });

  test('that was kept before stands in the text at opening', async () => {
    const { bodyText } = await open(stripped(), createFakeHost({ keptKinds: async () => ['follow'] }));
    expect(bodyText()).toBe('甲乙第 1 处丙');
  });
});

describe('a text with gaps', () => {
  const gaps = { characters: { kept: 800, found: 1000 }, images: { kept: 0, found: 0 }, headings: { kept: 0, found: 0 } };

  test('offers the original and another extraction, which takes its place', async () => {
    const other = sampleArticle({ contentHtml: '<p>另一种读法</p>', outline: [] });
    const { screen, bodyText } = await open(stripped({ completeness: gaps }), createFakeHost(), () => other);
    expect(screen.get('incomplete').querySelector('a')?.href).toBe('https://example.com/post/1');
    await screen.click('extract-anew');
    expect(bodyText()).toBe('另一种读法');
    expect(screen.find('incomplete')).toBeNull();
  });

  test('says so when the other way gives the same', async () => {
    const article = stripped({ completeness: gaps });
    const { screen } = await open(article, createFakeHost(), () => ({ ...article }));
    await screen.click('extract-anew');
    expect(screen.get('incomplete').textContent).toContain('结果相同');
  });

  test('offers no extraction where there is no page, and nothing at all when nine tenths are there', async () => {
    const { screen } = await open(stripped({ completeness: gaps }));
    expect(screen.find('extract-anew')).toBeNull();
    const whole = await open(stripped({ completeness: { ...gaps, characters: { kept: 900, found: 1000 } } }));
    expect(whole.screen.find('incomplete')).toBeNull();
  });
});
