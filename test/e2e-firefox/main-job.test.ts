import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { waitUntil } from '../../scripts/browser/wait-until.mjs';
import { backgroundState, selectedAddress, terminateBackground } from '../../scripts/firefox/in-browser.mjs';
import type { Firefox } from '../../scripts/firefox/launch-firefox.mjs';
import type { FirefoxPopup } from '../../scripts/firefox/popup.mjs';
import { openToolbarPopup } from '../../scripts/firefox/popup.mjs';
import english from '../../public/_locales/en/messages.json' with { type: 'json' };
import type { Site } from '../e2e/site.ts';
import { articlePage, plainPage, serveSite } from '../e2e/site.ts';
import { closeReader, executable, openReader, pagesOnPaper, press, readerTexts, startFirefox, temporaryProfile, tooltipOf } from './firefox.ts';

const sampleTitle = '冷链的下半场，是一门关于温度的生意';
const factoryTitle = '工厂的账，要按三年来算';
const formula = String.raw`<p>账期由 <script type="math/tex">\frac{a}{b}</script> 定，先算清楚的人先动手。</p>`;

/** Records all that a page can hear before anyone else, and forbids it to all others; but for the shortcut, which Firefox gives to a page first. */
const greedy = `<script>
  var heard = [];
  for (const type of ['keydown', 'keypress', 'keyup', 'beforeinput', 'input', 'copy', 'pointerdown', 'mousedown', 'mouseup', 'click']) addEventListener(type, (event) => {
    if (event.altKey) return;
    heard.push(type);
    event.preventDefault();
    event.stopImmediatePropagation();
  }, true);
</script>`;

// One story in one Firefox, from the first page to the restart: each test goes on where the one before it ended.
describe.skipIf(executable === undefined)('in Firefox', () => {
  const profile = temporaryProfile();
  let firefox: Firefox;
  let site: Site;

  beforeAll(async () => {
    site = await serveSite({ '/factory': articlePage(factoryTitle), '/formula': articlePage('公式里的账', formula), '/login': plainPage, '/greedy': articlePage('谁在听').replace('<head>', `<head>${greedy}`) });
    firefox = await startFirefox(profile.path);
  });

  afterAll(async () => {
    await firefox.close();
    await site.close();
    profile.remove();
  });

  test('the icon tells an article from a page that is none', async () => {
    await firefox.goto(site.origin);
    await waitUntil(async () => (await tooltipOf(firefox)) === english.actionTitleArticle.message, 'the article to be noticed');
    await firefox.goto(`${site.origin}/login`);
    expect(await tooltipOf(firefox)).toBe(english.actionTitle.message);
  });

  test('the shortcut opens the reader with the whole article and its outline', async () => {
    await firefox.goto(site.origin);
    await openReader(firefox);
    expect(await readerTexts(firefox, 'title')).toEqual([sampleTitle]);
    const [body = ''] = (await readerTexts(firefox, 'body')) ?? [];
    expect(body).toContain('这二十六分钟不会出现在任何一张单据上');
    expect(body).toContain('却会是客户最后才舍得换掉的那一家');
    expect(body).not.toMatch(/赞赏码|立即报名|相关阅读|分享到/);
    expect(await readerTexts(firefox, 'outline-item')).toHaveLength(6);
  });

  test.each(['Alt+Shift+Y', 'Escape'])('%s closes it and leaves the page as it was', async (keys) => {
    await firefox.goto(site.origin);
    const page = (): string => new XMLSerializer().serializeToString(document);
    const before = await firefox.run('content', page);
    await openReader(firefox);
    expect(await firefox.run('content', page)).not.toBe(before);
    await closeReader(firefox, keys);
    expect(await firefox.run('content', page)).toBe(before);
  });

  test('a formula is drawn, and what is copied is what was written, once', async () => {
    await firefox.goto(`${site.origin}/formula`);
    await openReader(firefox);
    await firefox.run('content', () => {
      const root = (document.querySelector('jingdu-reader') as Element & { openOrClosedShadowRoot: ShadowRoot }).openOrClosedShadowRoot;
      const paragraph = root.querySelector('[data-testid=body] > p:has(.formula > math)');
      if (paragraph) getSelection()?.setBaseAndExtent(paragraph, 0, paragraph, paragraph.childNodes.length);
    });
    await press(firefox, 'Control+c');
    const copied = () => firefox.run('chrome', () => navigator.clipboard.readText());
    await waitUntil(async () => (await copied()).trim() === String.raw`账期由 \frac{a}{b} 定，先算清楚的人先动手。`, 'the copy');
  });

  test('on paper the text takes as many pages as it needs', async () => {
    await firefox.goto(site.origin);
    await openReader(firefox);
    // One page would mean that it was cut off, many that it stood in a narrow column.
    expect(await pagesOnPaper(firefox)).toBeGreaterThanOrEqual(3);
    expect(await pagesOnPaper(firefox)).toBeLessThanOrEqual(6);
    await closeReader(firefox, 'Escape');
  });

  test('a page cannot reach into the reader, nor learn of the extension', async () => {
    await firefox.goto(site.origin);
    await openReader(firefox);
    const seen = await firefox.run(
      'content',
      async (origin) => [document.querySelector('jingdu-reader')?.shadowRoot, await window.eval(`fetch('${origin}/manifest.json').then(() => 'reached', () => 'refused')`) as string],
      firefox.origin,
    );
    expect(seen).toEqual([null, 'refused']);
    await closeReader(firefox, 'Escape');
  });

  test('a page that takes every key and press before anyone else hears none of the reader’s, and all of its own again', async () => {
    await firefox.goto(`${site.origin}/greedy`);
    await openReader(firefox);
    const heard = (): Promise<string[]> => firefox.run('content', () => window.eval('heard.splice(0).join()') as string).then((types) => types.split(',').filter(Boolean));
    const shows = (testId: string, count: number): Promise<unknown> => waitUntil(async () => (await readerTexts(firefox, testId))?.length === count, `${testId} to be there ${count} times`);
    await heard();
    await press(firefox, 't');
    await shows('typography', 1);
    await press(firefox, 'Escape');
    await shows('typography', 0);
    await firefox.run('content', pressInReader, '[data-testid=typography-toggle]');
    await shows('typography', 1);
    await firefox.run('content', pressInReader, '[data-testid=title]');
    await shows('typography', 0);
    await press(firefox, '/');
    const field = () => firefox.run('content', () => {
      const { activeElement } = (document.querySelector('jingdu-reader') as Element & { openOrClosedShadowRoot: ShadowRoot }).openOrClosedShadowRoot;
      return activeElement instanceof HTMLInputElement ? activeElement.value : undefined;
    });
    await waitUntil(async () => (await field()) === '', 'the field to have the focus');
    await press(firefox, 'j');
    await waitUntil(async () => (await field()) === 'j', 'the letter');
    await press(firefox, 'Escape');
    await shows('find', 0);
    expect(await heard()).toEqual([]);
    await closeReader(firefox, 'Escape');
    expect(await heard()).toEqual([]);
    await press(firefox, 'j');
    await waitUntil(async () => (await heard()).includes('keyup'), 'the page to hear its own');
  });

  test('the popup shows the article and saves it', async () => {
    await firefox.goto(site.origin);
    const popup = await openToolbarPopup(firefox);
    await popup.click('[data-testid=save]');
    await popup.waitFor('[data-testid=save][data-state=saved]');
    await popup.close();
  });

  test('the shortcut saves, and says so on the icon', async () => {
    await firefox.goto(`${site.origin}/factory`);
    await waitUntil(async () => (await tooltipOf(firefox)) === english.actionTitleArticle.message, 'the article to be noticed');
    await press(firefox, 'Alt+Shift+K');
    await waitUntil(async () => (await tooltipOf(firefox)) === english.actionSaved.message, 'the icon to say that it is saved');
    const popup = await openSavedTab(firefox);
    expect(await savedTitles(popup)).toEqual([factoryTitle, sampleTitle]);
    await popup.close();
  });

  test('on a site that is chosen in the popup articles open by themselves, and no more once that is switched off', async () => {
    await firefox.goto(site.origin);
    await chooseSite(firefox);
    await firefox.goto(`${site.origin}/factory`);
    await waitUntil(async () => (await readerTexts(firefox, 'title'))?.[0] === factoryTitle, 'the reader to open by itself');
    await closeReader(firefox, 'Escape');
    await chooseSite(firefox);
    await firefox.goto(site.origin);
    await waitUntil(async () => (await tooltipOf(firefox)) === english.actionTitleArticle.message, 'the article to be noticed');
    // Where it had opened by itself, the shortcut would close it.
    await openReader(firefox);
    await closeReader(firefox, 'Escape');
  });

  test('the shortcut wakes a background that the browser has stopped', async () => {
    await firefox.goto(site.origin);
    expect(await firefox.run('chrome', terminateBackground, firefox.extensionId)).toBe('stopped');
    await openReader(firefox);
    expect(await firefox.run('chrome', backgroundState, firefox.extensionId)).toBe('running');
    expect(await readerTexts(firefox, 'title')).toEqual([sampleTitle]);
    await closeReader(firefox, 'Escape');
  });

  test('after a restart and without the site the saved articles are there, and open', async () => {
    await firefox.close();
    firefox = await startFirefox(profile.path);
    await site.close();
    const popup = await openSavedTab(firefox);
    expect(await savedTitles(popup)).toEqual([factoryTitle, sampleTitle]);
    await popup.click('[data-testid=saved-item]:nth-child(2) [data-testid=saved-open]');
    const opened = await waitUntil(async () => {
      const address = await firefox.run('chrome', selectedAddress);
      return address.startsWith(`${firefox.origin}/src/reader/index.html?`) ? address : undefined;
    }, 'the saved article');
    await firefox.goto(opened);
    const body = await waitUntil(() => firefox.run('content', () => document.querySelector('[data-testid=body]')?.textContent), 'its text');
    expect(body).toContain('却会是客户最后才舍得换掉的那一家');
  });
});

/** Presses the switch for this site in the popup as a hand does: Firefox asks for access only then, and has given it to a temporary extension. */
async function chooseSite(firefox: Firefox): Promise<void> {
  const popup = await openToolbarPopup(firefox);
  await popup.waitFor('[data-testid=open-here]:enabled');
  const before = await popup.evaluate(({ document }) => document.querySelector<HTMLInputElement>('[data-testid=open-here]')?.checked);
  await popup.evaluate((view) => {
    const hand = (view as Window & { windowUtils: { setHandlingUserInput(is: boolean): { destruct(): void } } }).windowUtils.setHandlingUserInput(true);
    view.document.querySelector<HTMLElement>('[data-testid=open-here]')?.click();
    hand.destruct();
  });
  await waitUntil(() => popup.evaluate(async (view) => {
    const { browser } = (view as Window & { wrappedJSObject: { browser: { storage: { local: { get(key: string): Promise<object> } } } } }).wrappedJSObject;
    return JSON.stringify(await browser.storage.local.get('open-sites')).includes('localhost');
  }).then((chosen) => chosen !== before), 'the choice to be kept');
  await popup.close();
}

async function openSavedTab(firefox: Firefox): Promise<FirefoxPopup> {
  const popup = await openToolbarPopup(firefox);
  await popup.click('[data-testid=tab-saved]');
  await popup.waitFor('[data-testid=saved-list]');
  return popup;
}

async function savedTitles(popup: FirefoxPopup): Promise<string[]> {
  await popup.waitFor('[data-testid=saved-item]');
  return popup.evaluate(({ document }) => [...document.querySelectorAll('[data-testid=saved-item] .saved-title')].map((title) => title.textContent ?? ''));
}

/** Presses and releases the mouse on something in the reader, as a hand does. */
function pressInReader(selector: string): void {
  const root = (document.querySelector('jingdu-reader') as Element & { openOrClosedShadowRoot: ShadowRoot }).openOrClosedShadowRoot;
  const { x, y, width, height } = root.querySelector(selector)?.getBoundingClientRect() ?? new DOMRect();
  const { synthesizeMouseEvent } = window as typeof window & { synthesizeMouseEvent(type: string, x: number, y: number, press: { button: number; clickCount: number }): void };
  for (const type of ['mousedown', 'mouseup']) synthesizeMouseEvent.call(window, type, x + width / 2, y + height / 2, { button: 0, clickCount: 1 });
}
