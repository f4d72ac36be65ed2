import { t } from '../i18n.ts';
import { settingRanges } from '../settings.ts';
import type { Settings } from '../settings.ts';

interface SizeOptions {
  settings: Settings;
  change: (change: Partial<Settings>) => void;
  say: (text: string) => void;
}

/** Makes the deed that enlarges the text by some steps, within its range, and says the new size. */
export function sizeSteps({ settings, change, say }: SizeOptions): (steps: number) => void {
  const { min, max, step } = settingRanges.fontSize;
  return (steps) => {
    const fontSize = Math.min(max, Math.max(min, settings.fontSize + steps * step));
    change({ fontSize });
    say(t('fontSizeNow', fontSize));
  };
}
