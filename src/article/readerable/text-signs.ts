/** Commas and stops of the scripts that have their own, and the Latin ones where a word ends with them. */
const clause = /[，。；：、！？…।،؟۔።]|[,.;:!?]["'”’»)\]]?(?:\s|$)/;
const fullStop = /[。！？…।؟۔።]|[.!?]["'”’»)\]]?(?:\s|$)/;
const moment = new RegExp(
  [
    /(?:19|20)\d\d\s?[-/.年]\s?\d\d?\s?[-/.月]\s?\d\d?/, // 2024-03-05, 2024年3月5日
    /\d\d?[-/.月]\d\d?日?\s+\d\d?:\d\d/, // 03-05 12:30
    /\d\d?:\d\d(?::\d\d)?$/, // 12:30
    /\d+\s?(?:秒|分钟|分鐘|小时|小時|天|日|周|週|个?月|個月|年|時間|시간|일)\s?(?:之?前|전)/, // 3小时前
    /\d+\s?(?:[smhdwy]|mins?|minutes?|hours?|days?|weeks?|months?|years?)(?: ago)?$/, // 3 hours ago
    /[A-Z][a-z]{2,8}\.? \d\d?(?:st|nd|rd|th)?,? (?:19|20)\d\d/, // March 5, 2024
    /\d\d? [A-Z][a-z]{2,8}\.?,? (?:19|20)\d\d/, // 5 March 2024
  ]
    .map((form) => form.source)
    .join('|'),
);
const invitation = /^[[(【«→]*(?:阅读|閱讀|查看|展开|展開|了解|继续阅读|繼續閱讀|更多|详情|詳情|全文|read\b|more\b|continue|learn more|view\b|see\b|続き|もっと|더 ?보기)/i;
/** Far enough into a text to meet a comma, near enough not to search a whole script of data. */
const sample = 2_000;
const longestLabel = 40;
/** Where the signs begin that say about as much as three letters: ideographs, kana, Hangul. */
const firstDense = 0x2e80;

/** Whether the text is punctuated as prose is. */
export function isPunctuated(text: string): boolean {
  return clause.test(text.length > sample ? text.slice(0, sample) : text);
}

/** Whether a sentence ends somewhere in the text. */
export function endsSentence(text: string): boolean {
  return fullStop.test(text);
}

/** Whether the text is a label that says when something was posted. */
export function isDateLabel(text: string): boolean {
  return text.length <= longestLabel && moment.test(text);
}

/** Whether the text is a label that leads from a teaser to the whole, such as 阅读全文. */
export function isInvitation(text: string): boolean {
  return text.length <= longestLabel && invitation.test(text);
}

/** Length by one measure for all scripts: an ideograph counts 1, a letter a third. Three looks at the text decide which it is. */
export function weigh(text: string): number {
  const { length } = text;
  const isDense =
    text.charCodeAt(length >> 1) >= firstDense || text.charCodeAt(length >> 2) >= firstDense || text.charCodeAt(length - (length >> 2)) >= firstDense;
  return isDense ? length : length / 3;
}
