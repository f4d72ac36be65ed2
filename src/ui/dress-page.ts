import { uiLanguage } from '../i18n.ts';
import { onSettingsChange } from '../settings.ts';
import type { Theme } from '../settings.ts';

/** Gives a page of our own its language and the theme, now and whenever another one is chosen anywhere. */
export function followTheme(theme: Theme): void {
  dressPage(theme);
  onSettingsChange((settings) => dressPage(settings.theme), new AbortController().signal);
}

/** The next page begins in this theme: settings can come later than the first paint. */
function dressPage(theme: Theme): void {
  const { documentElement: page } = document;
  page.lang = uiLanguage();
  page.dataset['theme'] = theme;
  try {
    localStorage.setItem('theme', theme);
  } catch (error) {
    // A browser that keeps nothing for sites keeps nothing for us; then the theme comes a moment late.
    console.info('the theme is not remembered for the first paint', error);
  }
}
