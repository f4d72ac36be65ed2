import browser from 'webextension-polyfill';
import type { MessageKey } from '../i18n.ts';
import { t } from '../i18n.ts';

/** What the toolbar icon says about the page of a tab. */
export type PageState = 'article' | 'plain';

/** How a command ended that has no window of its own to say it in. */
export interface Outcome {
  ok: boolean;
  message: MessageKey;
}

const sealRed = '#b4472f';
const accentGreen = '#17666e';
const badgeMilliseconds = 2000;

/** Shows on a tab's icon and in its tooltip whether there is an article; the browser takes it back on navigation. */
export async function showPageState(tabId: number, state: PageState): Promise<void> {
  const path = { 16: `icons/${state}-16.png`, 32: `icons/${state}-32.png` };
  await Promise.all([
    browser.action.setIcon({ tabId, path: absolute(path) }),
    browser.action.setTitle({ tabId, title: t(state === 'article' ? 'actionTitleArticle' : 'actionTitle') }),
    browser.action.setBadgeText({ tabId, text: '' }),
  ]);
}

/**
 * Shows an outcome as ✓ or ! on a tab's icon for two seconds. The tooltip stays until the page's state
 * changes, because it takes longer than that to read; so does the badge if the worker dies meanwhile.
 */
export async function showOutcome(tabId: number, { ok, message }: Outcome): Promise<void> {
  await Promise.all([
    browser.action.setBadgeBackgroundColor({ tabId, color: ok ? accentGreen : sealRed }),
    browser.action.setTitle({ tabId, title: t(message) }),
    browser.action.setBadgeText({ tabId, text: ok ? '✓' : '!' }),
  ]);
  await new Promise((resolve) => setTimeout(resolve, badgeMilliseconds));
  await browser.action.setBadgeText({ tabId, text: '' });
}

/** Relative paths count from the worker's own folder, which the build chooses. */
function absolute(path: Record<number, string>): Record<number, string> {
  return Object.fromEntries(Object.entries(path).map(([size, file]) => [size, browser.runtime.getURL(file)]));
}
