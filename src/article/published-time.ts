import { select } from './readerable/unclobbered.ts';

const date = String.raw`((?:19|20)\d{2})\s*[-/.年년]\s*(\d{1,2})\s*[-/.月월]\s*(\d{1,2})(?:\s*[日일])?`;
const clock = String.raw`(?:T|\s|,|，)*(\d{1,2})\s*[:：时]\s*(\d{2})(?:\s*[:：分]\s*(\d{2}))?(?:\.\d+)?\s*(Z|[+-]\d{2}:?\d{2})?`;
const dateAndTime = new RegExp(`${date}(?:${clock})?`);
/** How the names of the months begin in the languages of Europe, in Turkish, Indonesian and Arabic; longer beginnings first. */
const monthStems: readonly (readonly string[])[] = [
  ['jan', 'ene', 'gen', 'sty', 'oca', 'янв', 'січ', 'يناير'], ['feb', 'fev', 'fév', 'lut', 'şub', 'фев', 'лют', 'فبراير'],
  ['mar', 'mär', 'mrt', 'maa', 'мар', 'бер', 'مارس'], ['apr', 'abr', 'avr', 'kwi', 'nis', 'апр', 'кві', 'أبريل', 'ابريل'],
  ['may', 'mai', 'mag', 'maj', 'mei', 'мая', 'май', 'тра', 'مايو'], ['juin', 'jun', 'giu', 'cze', 'haz', 'июн', 'чер', 'يونيو'],
  ['juil', 'jul', 'lug', 'lip', 'tem', 'июл', 'лип', 'يوليو'], ['aug', 'ago', 'aoû', 'agu', 'sie', 'ağu', 'авг', 'сер', 'أغسطس'],
  ['sep', 'set', 'wrz', 'eyl', 'сен', 'вер', 'سبتمبر'], ['oct', 'okt', 'out', 'ott', 'paź', 'eki', 'окт', 'жов', 'أكتوبر'],
  ['nov', 'lis', 'kas', 'ноя', 'лис', 'نوفمبر'], ['dec', 'dez', 'déc', 'dic', 'des', 'gru', 'ara', 'дек', 'гру', 'ديسمبر'],
];
const monthName = `(${monthStems.flat().join('|')})\\p{L}*`;
const monthFirst = new RegExp(String.raw`(?<!\p{L})${monthName}\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+((?:19|20)\d{2})(?!\d)`, 'iu');
const dayFirst = new RegExp(String.raw`(?<!\d)(\d{1,2})(?:st|nd|rd|th|er|º)?\.?\s+(?:de\s+)?${monthName}\.?,?\s+(?:de\s+)?((?:19|20)\d{2})(?!\d)`, 'iu');
const dotted = /(?<!\d)(\d{1,2})\.(\d{1,2})\.((?:19|20)\d{2})(?!\d)/;
const slashed = /(?<!\d)(\d{1,2})[/-](\d{1,2})[/-]((?:19|20)\d{2})(?!\d)/;
const easternDigits = /[٠-٩۰-۹]/g;

/**
 * The first date in a text as ISO 8601: `2024-03-18`, or with the time of day and the offset where the text has them;
 * empty when there is none.
 */
export function parseDate(given: string): string {
  const text = given.replace(easternDigits, (digit) => String((digit.charCodeAt(0) - 0x660) % 0x90));
  if (!/\d/.test(text)) return ''; // most texts that are asked about, and the patterns are many
  const epoch = /^\s*(1\d{9})(\d{3})?\s*$/.exec(text);
  if (epoch?.[1]) return fromEpoch(Number(epoch[1]));
  const numeric = dateAndTime.exec(text);
  if (numeric) {
    const [, year = '', month = '', day = '', hour, minute, second, offset] = numeric;
    const day8 = isoDate(Number(year), Number(month), Number(day));
    if (day8 === '' || hour === undefined || minute === undefined || Number(hour) > 23 || Number(minute) > 59) return day8;
    return `${day8}T${hour.padStart(2, '0')}:${minute}:${second ?? '00'}${offset ?? ''}`;
  }
  const named = monthFirst.exec(text);
  if (named) return isoDate(Number(named[3]), monthNumber(named[1]), Number(named[2]));
  const european = dayFirst.exec(text);
  if (european) return isoDate(Number(european[3]), monthNumber(european[2]), Number(european[1]));
  const points = dotted.exec(text);
  if (points) return isoDate(Number(points[3]), Number(points[2]), Number(points[1]));
  const slashes = slashed.exec(text);
  return slashes ? fromSlashes(slashes) : '';
}

/** 18/03/2024 or 03/18/2024: read only where it can be read in one way. */
function fromSlashes([, first, second, year]: RegExpExecArray): string {
  const [one, two] = [Number(first), Number(second)];
  if (one > 12 && two <= 12) return isoDate(Number(year), two, one);
  return two > 12 || one === two ? isoDate(Number(year), one, two) : '';
}

function monthNumber(name: string | undefined): number {
  const stem = (name ?? '').toLowerCase();
  return monthStems.findIndex((stems) => stems.includes(stem)) + 1;
}

function isoDate(year: number, month: number, day: number): string {
  if (month < 1 || month > 12 || day < 1 || day > 31) return '';
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** Seconds since the epoch, told in the time of Beijing, where the outlets that print epochs are. */
function fromEpoch(seconds: number): string {
  const beijing = new Date((seconds + 8 * 3600) * 1000).toISOString();
  return `${beijing.slice(0, 19)}+08:00`;
}

/** The date that an address carries, as `/2024/03/18/`, `/2024-03-18/` or `/20240318/`; empty when there is none. */
export function dateInAddress(url: string): string {
  const match = /\/((?:19|20)\d{2})[-/_]?(\d{2})[-/_]?(\d{2})(?=[/_.\-?]|\d{0}\/|[a-z]|$)/i.exec(url);
  const [, year, month, day] = match ?? /\/((?:19|20)\d{2})\/[a-z.-]{2,20}\/(\d{2})\/(\d{2})\//i.exec(url) ?? []; // the section may stand within
  return year === undefined ? '' : isoDate(Number(year), Number(month), Number(day));
}

const inScript = [
  /\bct\s*[=:]\s*["'](1\d{9})["']/,
  /["']?(?:datePublished|publish(?:ed)?_?(?:time|date|at|on)|pub_?(?:time|date)|create_?time|ptime|ctime|newsTime)["']?\s*[:=]\s*["']?((?:19|20)\d{2}[-/年]\d{1,2}[-/月]\d{1,2}[^"',}]{0,20}|1\d{9}(?:\d{3})?)\b/i,
];

/** The publishing time that a page keeps only in its scripts, as WeChat does (`var ct = "1581…"`); empty when there is none. */
export function dateInScripts(page: Document): string {
  for (const script of select(page, 'script:not([src])')) {
    const text = (script.textContent ?? '').slice(0, 200_000);
    for (const pattern of inScript) {
      const found = pattern.exec(text)?.[1];
      if (found) return parseDate(found);
    }
  }
  return '';
}
