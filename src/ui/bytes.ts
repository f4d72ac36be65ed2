import { uiLanguage } from '../i18n.ts';

const units = [['gigabyte', 1e9], ['megabyte', 1e6]] as const;

/** A number of bytes as people read it, with one digit after the point where there are few; in kilobytes where that would be none. */
export function formatBytes(bytes: number): string {
  const [unit, size] = bytes < 100_000 ? (['kilobyte', 1e3] as const) : (units.find(([, least]) => bytes >= least) ?? units[1]);
  const amount = bytes / size;
  return new Intl.NumberFormat(uiLanguage(), { style: 'unit', unit, maximumFractionDigits: unit !== 'kilobyte' && amount < 10 ? 1 : 0 }).format(amount);
}
