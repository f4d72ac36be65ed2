// @ts-check
import { attachPopup } from './popup.mjs';
import { waitUntil } from './wait-until.mjs';

/** @typedef {import('./launch-browser.mjs').ExtendedBrowser} ExtendedBrowser */

/**
 * Clicks the extension's icon in the toolbar, as a person does who looks at `page`, and waits for the popup.
 *
 * @param {ExtendedBrowser} browser
 * @param {import('playwright-core').Page} [page]
 * @returns {Promise<import('./popup.mjs').Popup>}
 */
export async function clickToolbarIcon(browser, page = browser.page) {
  await page.bringToFront();
  const before = new Set((await targets(browser)).map((target) => target.targetId));
  const tab = await waitUntil(() => activeTab(browser), 'an active tab');
  await browser.devtools.send('Extensions.triggerAction', { id: browser.extensionId, targetId: tab.targetId });
  const popup = await waitUntil(async () => {
    const pages = (await targets(browser)).filter((target) => target.type === 'page' && !before.has(target.targetId));
    return pages.find((target) => target.url.startsWith(`chrome-extension://${browser.extensionId}/`));
  }, 'the popup');
  return attachPopup(browser, popup.targetId);
}

/** @param {ExtendedBrowser} browser */
async function activeTab(browser) {
  const tabs = (await targets(browser)).filter((target) => target.type === 'tab');
  return tabs.find((target) => target.embedderData?.['tabActive'] === true);
}

/**
 * @typedef {{ targetId: string, type: string, url: string, embedderData?: Record<string, unknown> }} Target
 *
 * @param {ExtendedBrowser} browser
 * @returns {Promise<Target[]>} also those that a session does not see by default, as tabs
 */
export async function targets(browser) {
  const { targetInfos } = await browser.devtools.send('Target.getTargets', { filter: [{}] });
  return targetInfos;
}
