/** A lone `=` or `%` means nothing; two of them would begin a highlight or a comment, a `#` before a letter a tag, `www.` a link in which nothing is escaped; a `!` before a link makes it a picture. */
const special = /[\\`*_[\]<>$|~^]|(?<=[wW]{3})\.|#(?=\S)|==+|%%+|!$|&(?=[#\w]+;)/g;
const bareAddress = /https?:\/\/[\w.~:/?#@!$&'()*+,;=%-]+[\w/=#&-]/g;

/** A text as it must be written so that Markdown, as Obsidian reads it, shows it unchanged; an address stands in angles. */
export function escapeText(text: string): string {
  const folded = text.replace(/[\t\n\r ]+/g, ' ');
  let written = '';
  let last = 0;
  for (const { 0: address, index } of folded.matchAll(bareAddress)) {
    written += escapeMarks(folded.slice(last, index)) + `<${address}>`;
    last = index + address.length;
  }
  return written + escapeMarks(folded.slice(last));
}

function escapeMarks(text: string): string {
  return text.replace(special, (mark) => Array.from(mark, (character) => `\\${character}`).join(''));
}

/** Escapes what would begin a list, a heading, its underline or a rule at the start of a line. */
export function escapeLineStart(line: string): string {
  return line.replace(/^(\s*)(?:([-+#])(?=\s|$|\2)|(?==\s*$))/, '$1\\$2').replace(/^(\s*\d{1,9})([.)])(?=\s|$)/, '$1\\$2');
}

/** A text that stands for itself outside the body, line by line as it was written. */
export function plainLines(text: string): string {
  return text.trim().split('\n').map((line) => line.trim()).filter((line) => line !== '').map((line) => escapeLineStart(escapeText(line))).join('  \n');
}

/** A heading; a number sign at its end would be taken for one of those that may close it. */
export function headingLine(depth: number, line: string): string {
  return `${'#'.repeat(depth)} ${line.replace(/(?<=^| )#$/, '\\#')}`;
}

/** Code within a line, between as many backticks as it takes. */
export function inlineCode(code: string): string {
  const text = code.replace(/\s+/g, ' ');
  if (text.trim() === '') return text;
  const fence = fenceFor(text, 1);
  const space = /^`|`$|^ .* $/.test(text) ? ' ' : '';
  return fence + space + text + space + fence;
}

/** A row of backticks longer than any in the text. */
export function fenceFor(text: string, least: number): string {
  const longest = Math.max(0, ...Array.from(text.matchAll(/`+/g), ([run]) => run.length));
  return '`'.repeat(Math.max(least, longest + 1));
}

/** A link's or picture's address, such that no character of it ends it. */
export function destination(address: string): string {
  const clean = address.trim().replace(/[<>\s\\`|]/g, (character) => encodeURIComponent(character));
  return /[()]/.test(clean) ? `<${clean}>` : clean;
}

/** A formula's TeX, such that a program which knows no formulas finds neither markup nor a link nor code in it; TeX reads it as before. */
export function formulaText(tex: string): string {
  return tex.trim().replace(/\s+/g, ' ').replaceAll('`', '‘').replace(/<(?=[a-z/!?])|\](?=[([:])/gi, '$& ');
}

/** Puts text between tags; what is white at its edges stays outside, because a tag alone on its line would begin a block in which nothing is escaped. */
export function wrapInTag(text: string, tag: string): string {
  const inner = text.trim();
  if (inner === '') return text;
  const lead = text.slice(0, text.length - text.trimStart().length);
  return `${lead}<${tag}>${inner}</${tag}>${text.slice(lead.length + inner.length)}`;
}

/** What stands round a stretch of text, one character each, empty at the ends of a line. */
export interface Neighbours {
  before: string;
  after: string;
}

const tagOf: Record<string, string> = { '**': 'strong', '*': 'em', '~~': 'del', '==': 'mark' };

/**
 * Puts text between marks such as `**`. Beside Chinese punctuation the marks would not count
 * (`**重点。**后文` shows its asterisks), nor beside others of their kind, so there the tag is written out.
 */
export function emphasize(text: string, mark: string, neighbours: Neighbours): string {
  const inner = text.trim();
  const lead = text.slice(0, text.length - text.trimStart().length);
  const trail = text.slice(lead.length + inner.length);
  if (inner === '') return text;
  const before = lastOf(lead) || neighbours.before;
  const after = firstOf(trail) || neighbours.after;
  const counts = ![before, after].includes(mark.charAt(0)) && !nests(inner, mark.charAt(0)) && flanks(firstOf(inner), before) && flanks(lastOf(inner), after);
  return counts ? lead + mark + inner + mark + trail : wrapInTag(text, tagOf[mark] ?? 'span');
}

/** The first character of a text, whole: a pictogram counts as punctuation, half of it does not. */
export function firstOf(text: string): string {
  return /^./su.exec(text)?.[0] ?? '';
}

/** The last character of a text, whole. */
export function lastOf(text: string): string {
  return /.$/su.exec(text.slice(-2))?.[0] ?? '';
}

/** Whether a sign within would end the mark round it: that of bold and of emphasis is the same. */
function nests(inner: string, sign: string): boolean {
  return inner.replace(/\\./g, '').includes(sign);
}

/** CommonMark's rule for one edge: a mark beside punctuation counts only with space or punctuation on its other side. Pictograms count as punctuation in some programs only. */
function flanks(inside: string, outside: string): boolean {
  return !/[\p{P}\p{S}]/u.test(inside) || outside === '' || /[\s\p{P}$+<=>^`|~]/u.test(outside);
}
