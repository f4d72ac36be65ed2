const whiteAndInvisible = /[\s\u200b-\u200f\u2060\ufeff\u00ad]+/g;
const invisible = /[\u200b-\u200f\u2060\ufeff\u00ad]/g;

/** The text with runs of white space (also 　) as one space and invisible characters out. */
export function foldSpace(text: string): string {
  return text.replace(invisible, '').replace(/\s+/g, ' ').trim();
}

/** Folded for comparing: NFKC, lower case, no white space, no invisible characters. */
export function foldForMatch(text: string): string {
  return text.normalize('NFKC').replace(whiteAndInvisible, '').toLowerCase();
}

/** The traditional forms of the characters that the rules are written with, each followed by its simplified form. */
const traditional = '轉转載载經经權权聲声閱阅讀读關关眾众號号訂订贊赞賞赏責责編编輯辑來来圖图譯译簡简發发記记報报請请歡欢點点擊击碼码選选薦荐該该僅仅為为無无許许獲获與与後后評评論论連连鏈链結结標标題题繫系聯联絡络禁禁須须註注謝谢絕绝刪删違违觀观內内資资訊讯對对個个蹤踪頁页專专欄栏電电課课團团體体網网業业戶户端端讚赞創创動动學学習习買买幫帮說说問问給给實实興兴參参並并會会員员臉脸書书錄录費费購购價价詢询夥伙們们還还沒没讓让愛爱設设講讲師师產产過过覺觉嗎吗採采這这類类條条篇篇視视頻频線线傳传協协議议攝摄開开啟启馬马領领優优惠惠導导語语摘摘時时間间';
const simplified = new Map(Array.from({ length: traditional.length / 2 }, (_, i) => [traditional[2 * i] ?? '', traditional[2 * i + 1] ?? '']));
const anyTraditional = new RegExp(`[${[...simplified.keys()].join('')}]`, 'g');

/**
 * Folded for the promo rules: as `foldForMatch`, in simplified characters, and without what stands in quotation marks,
 * because a sentence that quotes 禁止转载 does not forbid it; what is to be pressed or sent, as in 点「在看」, stays.
 */
export function foldForRules(text: string): string {
  const folded = foldForMatch(text).replace(/(?<![点个击复发亮按戳角搜])[“「][^“”「」]{0,30}[”」](?=[^,，。:：(（\s]{3})/g, '');
  return folded.replace(anyTraditional, (character) => simplified.get(character) ?? character);
}

/** The folded text of a node. */
export function textOf(node: Node): string {
  return foldSpace(node.textContent ?? '');
}

/** Characters of a node's text, white space not counted. */
export function textLength(node: Node): number {
  return lengthOf(node.textContent ?? '');
}

/** The folded text of an element, or undefined where it has more characters than the limit, white space not counted: a large element costs no more than a small one. */
export function shortTextOf(element: Element, limit: number): string | undefined {
  if (textLengthUpTo(element, limit) > limit) return undefined;
  return textOf(element);
}

/** As `textLength`, but stops counting beyond the limit. */
export function textLengthUpTo(node: Node, limit: number): number {
  if (node.firstChild === node.lastChild && node.firstChild?.nodeType === Node.TEXT_NODE) return textLength(node); // most elements, and a walker costs more than the text
  let length = 0;
  const texts = Document.prototype.createTreeWalker.call(node.ownerDocument, node, NodeFilter.SHOW_TEXT);
  while (length <= limit && texts.nextNode()) length += lengthOf(texts.currentNode.nodeValue ?? '');
  return length;
}

/** Characters of a text, white space not counted. */
export function lengthOf(text: string): number {
  let length = 0;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (code > 32 && code !== 0xa0 && code !== 0x3000 && code !== 0xfeff && (code < 0x2000 || code > 0x200f)) length += 1;
  }
  return length;
}

/** The share of an element's text that stands in links, 0 to 1. */
export function linkDensity(element: Element): number {
  const links = element.getElementsByTagName('a');
  if (links.length === 0) return 0;
  const total = textLength(element);
  if (total === 0) return 1;
  let linked = 0;
  for (const link of links) linked += textLength(link);
  return Math.min(1, linked / total);
}

/**
 * A search for texts that mostly stand in the order in which they are asked for: each look begins where the last one
 * ended, so that asking for all paragraphs of a long article costs one pass.
 */
export function createFinder(text: string): (part: string) => boolean {
  let cursor = 0;
  return (part) => {
    const at = text.indexOf(part, cursor);
    if (at < 0) return text.includes(part);
    cursor = at + part.length;
    return true;
  };
}
