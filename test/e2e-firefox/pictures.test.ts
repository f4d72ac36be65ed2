import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { waitUntil } from '../../scripts/browser/wait-until.mjs';
import type { Firefox } from '../../scripts/firefox/launch-firefox.mjs';
import { openToolbarPopup } from '../../scripts/firefox/popup.mjs';
import { articleIdOf } from '../e2e/backup-file.ts';
import type { PictureSite } from '../e2e/picture-site.ts';
import { pictureSite, png } from '../e2e/picture-site.ts';
import type { Site } from '../e2e/site.ts';
import { articlePage, serveSite } from '../e2e/site.ts';
import { executable, startFirefox, temporaryProfile } from './firefox.ts';

// One story: what a save keeps, what a click adds to it, and what is shown once the sites are gone.
describe.skipIf(executable === undefined)('pictures in Firefox', () => {
  const profile = temporaryProfile();
  let firefox: Firefox;
  let site: Site;
  let open: PictureSite;
  let closed: PictureSite;

  beforeAll(async () => {
    open = await pictureSite({ '/open.png': png(1) }, { 'Access-Control-Allow-Origin': '*' });
    closed = await pictureSite({ '/closed.png': png(2) });
    const figure = (address: string): string => `<figure><img src="${address}" width="240" height="240"></figure>`;
    site = await serveSite({
      '/own.png': { body: png(0), type: 'image/png' },
      '/three': articlePage('三张图的账', figure('/own.png') + figure(`${open.origin}/open.png`) + figure(`${closed.origin}/closed.png`)),
    });
    firefox = await startFirefox(profile.path);
  });

  afterAll(async () => {
    await firefox.close();
    profile.remove();
  });

  test('a save keeps the pictures that the page may read', async () => {
    await firefox.goto(`${site.origin}/three`);
    await waitUntil(() => firefox.run('content', () => [...document.images].every(({ naturalWidth }) => naturalWidth === 240)), 'the page’s pictures');
    const popup = await openToolbarPopup(firefox);
    await popup.click('[data-testid=save]');
    const words = await waitUntil(() => popup.evaluate(({ document }) => document.querySelector('[data-testid=save-status]')?.textContent || undefined), 'the word about the pictures');
    expect(words).toBe('Pictures kept: 2 of 3 · 1 not loaded in the page, or not to be read there');
    await popup.close();
  });

  test('from then on the browser clears them for no want of room, and the library says so', async () => {
    await firefox.goto(`${firefox.origin}/src/library-page/index.html`);
    await waitUntil(() => firefox.run('content', () => document.querySelector('[data-testid=persistence][data-state=kept]') !== null), 'the word beside the room that is taken');
    expect(await firefox.run('content', () => navigator.storage.persisted())).toBe(true);
  });

  test('a click in the saved article fetches the last one', async () => {
    await openSaved(2);
    await firefox.run('content', () => document.querySelector<HTMLElement>('[data-testid=keep-pictures]')?.click());
    await drawn(3);
  });

  test('the sites are gone: all three are shown, also after a restart', async () => {
    await Promise.all([site, open, closed].map((one) => one.close()));
    await firefox.close();
    firefox = await startFirefox(profile.path);
    await openSaved(3);
    expect(await firefox.run('content', () => document.querySelector('[data-testid=pictures-kept]')?.textContent)).toBe('Pictures kept: 3 of 3');
  });

  async function openSaved(pictures: number): Promise<void> {
    await firefox.goto(`${firefox.origin}/src/reader/index.html?id=${articleIdOf(`${site.origin}/three`)}`);
    await drawn(pictures);
  }

  /** Waits until so many pictures stand in the text, each drawn from a blob. */
  async function drawn(count: number): Promise<void> {
    const shown = (): number => [...document.querySelectorAll<HTMLImageElement>('.body img')].filter(({ src, naturalWidth }) => src.startsWith('blob:') && naturalWidth === 240).length;
    await waitUntil(async () => (await firefox.run('content', shown)) === count, `${count} pictures`);
  }
});
