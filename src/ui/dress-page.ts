import { uiLanguage } from '../i18n.ts';
import { loadSettings, onSettingsChange } from '../settings.ts';
import type { Theme } from '../settings.ts';

/** Gives a page of our own its language at once, and the theme as soon as the store says which: until then it wears that of the page before. */
export function dressPage(): void {
  document.documentElement.lang = uiLanguage();
  void loadSettings().then(({ theme }) => followTheme(theme));
}

/** Gives a page of our own its language and the theme, now and whenever another one is chosen anywhere. */
export function followTheme(theme: Theme): void {
  wear(theme);
  onSettingsChange((settings) => wear(settings.theme), new AbortController().signal);
}

/** The next page begins in this theme: settings can come later than the first paint. */
function wear(theme: Theme): void {
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
