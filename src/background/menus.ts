import type { Menus } from 'webextension-polyfill';
import browser from 'webextension-polyfill';
import type { MessageKey } from '../i18n.ts';
import { t } from '../i18n.ts';
import type { PageCommand } from './page-commands.ts';

const menus: readonly { id: PageCommand; title: MessageKey }[] = [
  { id: 'toggle-reader', title: 'menuToggleReader' },
  { id: 'save-article', title: 'menuSaveArticle' },
];

/** Makes the context menu anew, in the language of the browser; a second call at the same time does no harm. */
export async function installMenus(): Promise<void> {
  await browser.contextMenus.removeAll();
  for (const { id, title } of menus) await createOrUpdate(id, t(title));
}

function createOrUpdate(id: PageCommand, title: string): Promise<void> {
  const menu: Menus.CreateCreatePropertiesType = {
    id,
    title,
    contexts: ['page'],
    documentUrlPatterns: ['http://*/*', 'https://*/*', 'file:///*'],
  };
  return new Promise((resolve, reject) => {
    browser.contextMenus.create(menu, () => {
      // Install and startup may come together, and then the other one has made this item already.
      if (!browser.runtime.lastError) resolve();
      // Before 123, Chrome gives no promise here.
      else Promise.resolve(browser.contextMenus.update(id, { title })).then(resolve, reject);
    });
  });
}
