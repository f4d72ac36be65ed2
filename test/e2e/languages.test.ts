import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { clickToolbarIcon } from '../../scripts/browser/toolbar.mjs';
import english from '../../public/_locales/en/messages.json' with { type: 'json' };
import simplified from '../../public/_locales/zh_CN/messages.json' with { type: 'json' };
import traditional from '../../public/_locales/zh_TW/messages.json' with { type: 'json' };
import type { Browser } from './browser.ts';
import { extensionSpeaking, openReader, startBrowser, temporaryFolder } from './browser.ts';
import type { Site } from './site.ts';
import { serveSite } from './site.ts';

let site: Site;
let browser: Browser | undefined;
const folder = temporaryFolder();

beforeAll(async () => {
  site = await serveSite();
});

afterEach(async () => {
  await browser?.close();
  browser = undefined;
});

afterAll(async () => {
  await site.close();
  folder.remove();
});

describe.each([
  ['zh_CN', simplified],
  ['zh_TW', traditional],
  ['en', english],
] as const)('%s', (locale, messages) => {
  test('popup and reader speak it', async () => {
    browser = await startBrowser({ extension: extensionSpeaking(locale, join(folder.path, locale)) });
    await browser.page.goto(site.origin);
    const popup = await clickToolbarIcon(browser);
    await popup.waitFor('[data-testid=open-reader]');
    const words = await popup.evaluate(() => document.body.innerText);
    await popup.close();
    expect(words).toContain(messages.tabPage.message);
    expect(words).toContain(messages.openReader.message);
    const reader = await openReader(browser.page);
    expect(await reader.evaluate((root) => root.querySelector('[data-testid=close]')?.getAttribute('aria-label'))).toBe(messages.close.message);
  });
});
