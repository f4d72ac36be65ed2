import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Reader } from '../../../src/reader/reader.tsx';
import type { Screen } from '../../ui/mount.ts';
import { mount, settle } from '../../ui/mount.ts';
import { sampleArticle } from '../../ui/sample-article.ts';
import { createFakeHost } from '../fake-host.ts';
import { installMissingParts } from '../missing-in-jsdom.ts';

vi.mock('webextension-polyfill', async () => ({ default: (await import('../../ui/chinese-browser.ts')).createChineseBrowser() }));

const held: { screens: Screen[] } = { screens: [] };

async function open(contentHtml: string) {
  const fake = createFakeHost();
  const screen = await mount(<Reader article={sampleArticle({ contentHtml, outline: [] })} host={fake.host} />);
  held.screens.push(screen);
  return { screen, host: fake.host, press: (key: string) => settle(() => void fake.press(key)) };
}

const figure = (name: string): string => `<figure><img src="https://example.com/${name}.png" alt="${name}"><figcaption>图 ${name}</figcaption></figure>`;

beforeEach(() => void installMissingParts());
afterEach(async () => {
  for (const screen of held.screens.splice(0)) await screen.unmount();
  vi.unstubAllGlobals();
});

describe('footnotes', () => {
  const html = '<p>正文<sup id="jd-ref-2"><a href="#jd-note-1" data-footnote>[1]</a></sup></p><ol><li id="jd-note-1">注<b>意</b><a href="#jd-ref-2">↩</a></li></ol>';

  test('stand beside their reference, without the way back', async () => {
    const { screen } = await open(html);
    await settle(() => screen.root.querySelector<HTMLElement>('a[data-footnote]')?.click());
    expect(screen.get('footnote').querySelector('.footnote-text')?.textContent).toBe('注意');
    expect(screen.root.querySelectorAll('[id="jd-note-1"]')).toHaveLength(1);
  });

  test('Esc closes the note alone and gives the focus back', async () => {
    const { screen, host, press } = await open(html);
    await settle(() => screen.root.querySelector<HTMLElement>('a[data-footnote]')?.click());
    await press('Escape');
    expect(screen.find('footnote')).toBeNull();
    expect(document.activeElement?.textContent).toBe('[1]');
    expect(host.close).not.toHaveBeenCalled();
    await press('Escape');
    expect(host.close).toHaveBeenCalledOnce();
  });

  test('a second reference to the same note takes it along; what the note refers to is still read in it', async () => {
    const note = '<ol><li id="jd-note-1">两种：<ul><li>甲，见<a href="#jd-note-3" data-footnote>[2]</a></li></ul><a href="#jd-ref-2">↩</a></li><li id="jd-note-3">又</li></ol>';
    const { screen } = await open(`<p>甲<a href="#jd-note-1" data-footnote>[1]</a>乙<a href="#jd-note-1" data-footnote>[1]</a></p>${note}`);
    const press = (index: number): Promise<void> => settle(() => screen.root.querySelectorAll<HTMLElement>('p a[data-footnote]')[index]?.click());
    await press(0);
    expect(screen.get('footnote').querySelector('.footnote-text')?.innerHTML).toBe('两种：<ul><li>甲，见[2]</li></ul>');
    await press(1);
    expect(screen.find('footnote')).not.toBeNull();
    await press(1);
    expect(screen.find('footnote')).toBeNull();
  });

  test('lead to the note where that is wanted', async () => {
    const { screen } = await open(html);
    await settle(() => screen.root.querySelector<HTMLElement>('a[data-footnote]')?.click());
    await screen.click('footnote-jump');
    expect(document.activeElement?.id).toBe('jd-note-1');
    expect(screen.find('footnote')).toBeNull();
  });
});

describe('pictures', () => {
  const html = `<p>甲</p>${figure('a')}<p>乙</p>${figure('b')}${figure('c')}`;
  const shown = (screen: Screen): (string | undefined)[] => [screen.get('picture-count').textContent ?? '', screen.get('picture-caption').textContent ?? ''];

  test('a press opens the viewer at that picture, with its caption', async () => {
    const { screen } = await open(html);
    await settle(() => screen.get('body').querySelectorAll('img')[1]?.click());
    expect(shown(screen)).toEqual(['第 2 张，共 3 张', '图 b']);
  });

  test('the arrows go on and back, and stop at the ends', async () => {
    const { screen, press } = await open(html);
    await settle(() => screen.all('zoom')[1]?.click());
    await press('ArrowRight');
    await press('ArrowRight');
    expect(shown(screen)).toEqual(['第 3 张，共 3 张', '图 c']);
    for (let turn = 0; turn < 3; turn += 1) await press('ArrowLeft');
    expect(shown(screen)).toEqual(['第 1 张，共 3 张', '图 a']);
    expect(screen.get('picture-before').hasAttribute('disabled')).toBe(true);
  });

  test('all of them stand in the gallery, each a way into the viewer', async () => {
    const { screen, press, host } = await open(html);
    await screen.click('more-tools');
    await screen.click('menu-pictures');
    expect(screen.all('gallery-item').map((item) => item.textContent)).toEqual(['图 a', '图 b', '图 c']);
    await settle(() => screen.all('gallery-item')[2]?.click());
    expect(shown(screen)[1]).toBe('图 c');
    await press('Escape');
    expect(screen.find('viewer')).toBeNull();
    expect(host.close).not.toHaveBeenCalled();
  });

  test('a long strip opens as wide as the view, to be scrolled', async () => {
    const { screen } = await open(figure('a') + figure('b'));
    const [strip] = screen.root.querySelectorAll('img');
    Object.defineProperties(strip, { naturalWidth: { value: 400 }, naturalHeight: { value: 2400 } });
    await settle(() => strip?.click());
    expect(screen.get('picture-zoom').querySelector('img')?.style.maxWidth).toBe('100%');
    await screen.click('picture-zoom');
    expect(screen.get('picture-zoom').querySelector('img')?.style.maxWidth).toBe('');
    await screen.click('picture-after');
    expect(screen.get('picture-zoom').closest('.viewer-frame')?.getAttribute('data-large')).toBe('false');
  });

  test('a picture that stands in a link opens here', async () => {
    const { screen } = await open('<figure><a href="https://example.com/big.png"><img src="https://example.com/a.png"></a></figure>');
    const link = screen.get('body').querySelector('a');
    const followed = vi.fn();
    link?.addEventListener('click', followed);
    await settle(() => screen.get('body').querySelector('img')?.click());
    expect(screen.find('viewer')).not.toBeNull();
    expect(followed).not.toHaveBeenCalled();
  });
});

describe('other blocks', () => {
  test('code is copied as it stands', async () => {
    const writeText = vi.fn(async () => undefined);
    vi.stubGlobal('navigator', Object.assign(Object.create(navigator) as object, { clipboard: { writeText } }));
    const { screen } = await open('<pre><code>def a():\n    return 1</code></pre>');
    await screen.click('copy-code');
    expect(writeText).toHaveBeenCalledWith('def a():\n    return 1');
    expect(screen.get('said').textContent).toBe('已复制');
  });

  test('a video is a card that loads nothing and leads to it', async () => {
    const { screen } = await open('<figure data-video="https://player.example.com/embed/1"></figure>');
    const card = screen.get('video') as HTMLAnchorElement;
    expect([card.href, card.target, card.rel, card.textContent]).toEqual(['https://player.example.com/embed/1', '_blank', 'noopener noreferrer', '在原网页观看player.example.com']);
    expect(screen.get('body').querySelector('iframe, video')).toBeNull();
  });

  test('the first column stays, unless cells of it span rows', async () => {
    const row = '<tr><td>甲</td><td>1</td><td>2</td></tr>';
    const { screen } = await open(`<table>${row}${row}</table><table><tr><td rowspan="2">甲</td><td>1</td><td>2</td></tr><tr><td>3</td><td>4</td></tr></table>`);
    expect(Array.from(screen.get('body').querySelectorAll('table'), (table) => table.className)).toEqual(['keeps-first-column', '']);
  });

  test('columns of figures are set to their end with their head, other columns and tables with spans are not', async () => {
    const rows = ['<th>厂商</th><th>收入（亿元）</th><th>同比</th><th>判断</th>', '<td>2024</td><td>1,280.5</td><td>-3.2%</td><td>持平</td>', '<td>2023</td><td>¥96 万</td><td>—</td><td>3 家在看</td>'];
    const table = (first: string): string => `<table>${rows.map((row) => `<tr>${row}</tr>`).join('')}${first}</table>`;
    const { screen } = await open(table('') + table('<tr><td colspan="4">合计</td></tr>'));
    expect(Array.from(screen.get('body').querySelectorAll('.number'), (cell) => cell.textContent)).toEqual(['收入（亿元）', '同比', '1,280.5', '-3.2%', '¥96 万', '—']);
  });
});
