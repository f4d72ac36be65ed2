import { t, uiLanguage } from '../i18n.ts';

const day = 24 * 60 * 60 * 1000;

/** Making one takes longer than drawing a row, and a list has many rows. */
const formats = new Map<string, Intl.DateTimeFormat>();

/** The day that stands printed on the page, written out; the hour and the reader's time zone do not shift it. */
export function formatPublished(publishedTime: string): string {
  const [, date] = /^(\d{4}-\d{2}-\d{2})/.exec(publishedTime) ?? [];
  const time = date === undefined ? NaN : Date.parse(`${date}T00:00:00Z`);
  if (Number.isNaN(time)) return '';
  return format(time, { dateStyle: 'long', timeZone: 'UTC' });
}

/** A moment as a list names it: today, yesterday, a day of this year, a day. */
export function formatMoment(moment: number, now: number): string {
  const days = Math.round((startOfDay(now) - startOfDay(moment)) / day);
  if (days === 0) return t('today');
  if (days === 1) return t('yesterday');
  const sameYear = new Date(moment).getFullYear() === new Date(now).getFullYear();
  const parts: Intl.DateTimeFormatOptions = sameYear ? { month: 'short', day: 'numeric' } : { dateStyle: 'medium' };
  return format(moment, parts);
}

function format(moment: number, parts: Intl.DateTimeFormatOptions): string {
  const key = JSON.stringify([uiLanguage(), parts]);
  const known = formats.get(key) ?? new Intl.DateTimeFormat(uiLanguage(), parts);
  formats.set(key, known);
  return known.format(moment);
}

function startOfDay(moment: number): number {
  return new Date(moment).setHours(0, 0, 0, 0);
}
