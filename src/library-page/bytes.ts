import { uiLanguage } from '../i18n.ts';

const units = [['gigabyte', 1e9], ['megabyte', 1e6], ['kilobyte', 1e3]] as const;

/** A number of bytes as people read it, with one digit after the point where there are few. */
export function formatBytes(bytes: number): string {
  const [unit, size] = units.find(([, least]) => bytes >= least) ?? units[2];
  const amount = bytes / size;
  return new Intl.NumberFormat(uiLanguage(), { style: 'unit', unit, maximumFractionDigits: amount < 10 ? 1 : 0 }).format(amount);
}
