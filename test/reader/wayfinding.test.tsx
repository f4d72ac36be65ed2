import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { ReadingPlace } from '../../src/library/reading-place.ts';
import { Reader } from '../../src/reader/reader.tsx';
import { sectionLink } from '../../src/reader/section-link.ts';
import type { Screen } from '../ui/mount.ts';
import { mount, settle } from '../ui/mount.ts';
import { sampleArticle } from '../ui/sample-article.ts';
import { createFakeHost } from './fake-host.ts';
import { installMissingParts } from './missing-in-jsdom.ts';

vi.mock('webextension-polyfill', async () => ({ default: (await import('../ui/chinese-browser.ts')).createChineseBrowser() }));

const held: { parts: ReturnType<typeof installMissingParts>; screens: Screen[] } = { parts: { observers: [], scrolledTo: [] }, screens: [] };

async function open(place?: ReadingPlace, article = sampleArticle({ contentHtml: longBody })) {
  const fake = createFakeHost({ readingPlace: async () => place });
  const screen = await mount(<Reader article={article} host={fake.host} />);
  held.screens.push(screen);
  const observer = held.parts.observers.find(({ targets }) => targets.some(({ tagName }) => tagName === 'P'));
  /** Scrolls until so many blocks have passed the reading line. */
  const reach = (count: number): Promise<void> => settle(() => observer?.callback(
    observer.targets.map((target, index) => ({ target, isIntersecting: index < count }) as IntersectionObserverEntry), null as never));
  return { screen, reach, ...fake };
}

const paragraph = (word: string): string => `<p>${word.repeat(400)}</p>`;
const longBody = [
  ...['零', '壹', '贰', '叁'].map(paragraph),
  '<h2 id="jd-h-1">一、账从哪里来</h2>', ...['肆', '伍'].map(paragraph),
  '<h3 id="jd-h-2">（一）谁在付</h3>', paragraph('陆'),
  '<h2 id="jd-h-3">二、钱往哪里去</h2>', paragraph('柒'),
].join('');

beforeEach(() => {
  held.parts = installMissingParts();
  vi.useFakeTimers();
});
afterEach(async () => {
  for (const screen of held.screens.splice(0)) await screen.unmount();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('the outline', () => {
  test('marks the section being read, and says what is left of it and of all', async () => {
    const { screen, reach } = await open();
    const current = (): (string | null)[] => screen.all('outline-item').map((item) => item.getAttribute('aria-current'));
    await reach(7);
    expect(current()).toEqual(['location', null, null]);
    expect(screen.all('outline-item')[0]?.textContent).toBe('一、账从哪里来2 分');
    expect(screen.get('minutes-left').textContent).toBe('还剩 3 分钟');
    await reach(8);
    expect(current()).toEqual([null, 'location', null]);
    await reach(3);
    expect(current()).toEqual([null, null, null]);
  });

  test('copies the link of a section: the one pressed, or by L the one being read', async () => {
    const writeText = vi.fn<(text: string) => Promise<void>>(async () => undefined);
    vi.stubGlobal('navigator', Object.assign(Object.create(navigator) as Navigator, { clipboard: { writeText } }));
    const { screen, reach, press } = await open();
    await reach(7);
    await settle(() => screen.all('copy-link')[2]?.click());
    await settle(() => void press('l'));
    expect(writeText.mock.calls.flat()).toEqual([sectionLink('https://example.com/post/1', '二、钱往哪里去'), sectionLink('https://example.com/post/1', '一、账从哪里来')]);
    expect(screen.get('said').textContent).toBe('链接已复制');
  });

  test('a link of a section leads to its heading on the original', () => {
    expect(sectionLink('https://example.com/a?b=1#c', 'A-B，一, 二')).toBe('https://example.com/a?b=1#:~:text=A%2DB%EF%BC%8C%E4%B8%80%2C%20%E4%BA%8C');
  });

  test('an article without an address on the web offers no links', async () => {
    const { screen } = await open(undefined, sampleArticle({ url: 'file:///a.html' }));
    expect(screen.find('copy-link')).toBeNull();
  });
});

describe('the reading place', () => {
  const place = { fraction: 0.7, anchorText: '伍'.repeat(80) };

  test('is offered, and leads to the paragraph', async () => {
    const { screen, reach } = await open(place);
    await reach(1);
    expect(screen.get('place-offer').textContent).toBe('回到上次读到的地方');
    await screen.click('place-return');
    expect(document.activeElement?.textContent).toMatch(/^伍/);
    expect(screen.find('place-offer')).toBeNull();
  });

  test('is gone to by R', async () => {
    const { press } = await open(place);
    await settle(() => void press('r'));
    expect(document.activeElement?.textContent).toMatch(/^伍/);
  });

  test.each([
    ['near the beginning', { fraction: 0.1, anchorText: '壹'.repeat(80) }],
    ['at the end', { fraction: 1, anchorText: '柒'.repeat(80) }],
    ['in words that are gone', { fraction: 0.5, anchorText: '捌'.repeat(80) }],
  ])('is not offered %s', async (_, other) => {
    const { screen } = await open(other);
    expect(screen.find('place-offer')).toBeNull();
  });

  test('is not lost by opening the article again, nor by a glance', async () => {
    const { reach, host } = await open(place);
    await reach(2);
    vi.runAllTimers();
    expect(host.keepReadingPlace).not.toHaveBeenCalled();
  });

  test('is given up by whoever reads on from elsewhere, or says no', async () => {
    const { screen, reach, host } = await open(place);
    await reach(7);
    expect(screen.find('place-offer')).toBeNull();
    await reach(1);
    expect(screen.find('place-offer')).toBeNull();
    vi.runAllTimers();
    expect(host.keepReadingPlace).toHaveBeenCalled();
    const other = await open(place);
    await other.screen.click('place-dismiss');
    expect(other.screen.find('place-offer')).toBeNull();
  });

  test('is kept when the reading rests, and when the reader closes', async () => {
    const { screen, reach, host } = await open();
    await reach(2);
    await reach(6);
    expect(host.keepReadingPlace).not.toHaveBeenCalled();
    vi.runAllTimers();
    expect(host.keepReadingPlace.mock.calls.map(([url, { anchorText }]) => [url, anchorText])).toEqual([['https://example.com/post/1', '肆'.repeat(80)]]);
    await reach(7);
    await screen.unmount();
    held.screens.length = 0;
    expect(host.keepReadingPlace.mock.lastCall?.[1].anchorText).toBe('伍'.repeat(80));
  });
});
