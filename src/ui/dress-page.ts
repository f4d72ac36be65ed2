import { uiLanguage } from '../i18n.ts';
import type { Theme } from '../settings.ts';

/** Gives a page of our own its language and its theme, and has the next page begin in that: settings come later than the first paint. */
export function dressPage(theme: Theme): void {
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
