import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { Settings } from '../settings.ts';

/** Where the settings are kept, as a view sees it. */
export interface SettingsKeeper {
  /** The settings at opening, known before the first paint so that nothing flashes. */
  settings: Settings;
  saveSettings(change: Partial<Settings>): Promise<void>;
  onSettingsChange(callback: (settings: Settings) => void, signal: AbortSignal): void;
}

/** A moving slider is kept once it rests: browsers count the writes to their sync. */
const rest = 250;

/** The settings as they are now, changed here or in another window; a change shows at once and is kept a moment later. */
export function useSettings(keeper: SettingsKeeper): [Settings, (change: Partial<Settings>) => void] {
  const [settings, setSettings] = useState(keeper.settings);
  const { keepLater, unkept } = useLateKeeping(keeper);
  useEffect(() => {
    const life = new AbortController();
    // The echo of an older write must not undo what has been changed since.
    keeper.onSettingsChange((kept) => setSettings({ ...kept, ...unkept() }), life.signal);
    return () => life.abort();
  }, [keeper, unkept]);
  const change = useCallback((made: Partial<Settings>) => {
    setSettings((now) => ({ ...now, ...made }));
    keepLater(made);
  }, [keepLater]);
  return [settings, change];
}

/** Collects changes until there is a pause; none is lost when the view goes. */
function useLateKeeping(keeper: SettingsKeeper): { keepLater: (change: Partial<Settings>) => void; unkept: () => Partial<Settings> } {
  const waiting = useRef<{ change: Partial<Settings>; timer?: ReturnType<typeof setTimeout> }>({ change: {} });
  const flush = useCallback(() => {
    const { change, timer } = waiting.current;
    clearTimeout(timer);
    if (Object.keys(change).length === 0) return;
    const forget = (): void => {
      if (waiting.current.change === change) waiting.current = { change: {} };
    };
    keeper.saveSettings(change).then(forget, forget);
  }, [keeper]);
  useEffect(() => flush, [flush]);
  const keepLater = useCallback((change: Partial<Settings>) => {
    clearTimeout(waiting.current.timer);
    waiting.current = { change: { ...waiting.current.change, ...change }, timer: setTimeout(flush, rest) };
  }, [flush]);
  return { keepLater, unkept: useCallback(() => waiting.current.change, []) };
}
