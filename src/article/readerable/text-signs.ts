/** Commas and stops of the scripts that have their own, and the Latin ones where a word ends with them. */
const clause = /[，。；：、！？…।،؟۔።]|[,.;:!?]["'”’»)\]]?(?:\s|$)/;
/** 2024-03-05 or 2024年3月5日; 03-05 12:30; 12:30; 3小时前; 3h or 3 hours ago; March 5, 2024; 5 March 2024. */
const moment =
  /20\d\d\s?[-/.年]\s?\d\d?\s?[-/.月]\s?\d|\d[-/.月]\d\d?日?\s+\d\d?:\d\d|\d:\d\d(?::\d\d)?$|\d\s?(?:秒|分[钟鐘]?|小[时時]|時間|[天日周週年月]|个月|시간|일)\s?[前전]|\d\s?(?:[smhdwy]|[a-z]+ ago)$|[A-Z][a-z]{2,8}\.?,? (?:\d\w*,? )?20\d\d/;
const invitation = /^(?:[阅閱][读讀]|查看|展[开開]|了解|[继繼][续續]|更多|[详詳]情|全文|(?:read|more|continue|learn|view|see)\b|続き|もっと|더)/i;
/** Far enough into a text to meet a comma, near enough not to search a whole script of data. */
const sample = 2_000;
const longestLabel = 40;
/** Where the signs begin that say about as much as three letters: ideographs, kana, Hangul. */
const firstDense = 0x2e80;

/** Whether the text is punctuated as prose is. */
export function isPunctuated(text: string): boolean {
  return clause.test(text.slice(0, sample));
}

/** Whether the text is a label that says when something was posted. */
export function isDateLabel(text: string): boolean {
  return text.length <= longestLabel && moment.test(text);
}

/** Whether the text is a label that leads from a teaser to the whole, such as 阅读全文. */
export function isInvitation(text: string): boolean {
  return text.length <= longestLabel && invitation.test(text);
}

/** Length by one measure for all scripts: an ideograph counts 1, a letter a third. Two looks at the text decide which it is. */
export function weigh(text: string): number {
  const { length } = text;
  const isDense = text.charCodeAt(length >> 1) >= firstDense || text.charCodeAt(length >> 2) >= firstDense;
  return isDense ? length : length / 3;
}
