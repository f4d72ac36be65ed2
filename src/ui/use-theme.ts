import { useCallback, useEffect, useState } from 'preact/hooks';
import type { Theme } from '../settings.ts';

/** Where the theme is kept, as a view sees it. */
export interface ThemeKeeper {
  /** The theme at opening, known before the first paint so that nothing flashes. */
  theme: Theme;
  setTheme(theme: Theme): void;
  onThemeChange(callback: (theme: Theme) => void, signal: AbortSignal): void;
}

/** The theme as it is now, changed here or in another window. */
export function useTheme(keeper: ThemeKeeper): [Theme, (theme: Theme) => void] {
  const [theme, setTheme] = useState(keeper.theme);
  useEffect(() => {
    const life = new AbortController();
    keeper.onThemeChange(setTheme, life.signal);
    return () => life.abort();
  }, [keeper]);
  const choose = useCallback((chosen: Theme) => {
    setTheme(chosen);
    keeper.setTheme(chosen);
  }, [keeper]);
  return [theme, choose];
}
