import { headingRules } from '../rules/heading-rules.ts';
import { lineRules } from '../rules/line-rules.ts';
import type { LineRule } from '../rules/promo-rule.ts';
import type { Provenance, RemovalGroup } from './article.ts';
import { blocksOf } from './blocks.ts';
import { argues, callAmongProse, callOutsideProse, isLongCall, leansToCall, tellsOfCalls } from './calls.ts';
import { beginsNotes, stripClosingLines } from './closing-lines.ts';
import { provenanceOf } from './credits.ts';
import { isCallList, isListOfText, lineTests, textForRules } from './line-lists.ts';
import { isThere, zonesOf } from './line-zones.ts';
import type { Zone } from './line-zones.ts';
import { parseDate } from './published-time.ts';
import { take } from './stripped.ts';
import type { Stripped } from './stripped.ts';
import { foldForMatch, foldForRules, linkDensity, textLength, textOf } from './text.ts';
import type { CheckTime } from './time-limit.ts';

/** A paragraph of this many characters is prose. */
const proseLength = 40;
/** A note about the author is no longer than this. */
const longestNote = 320;
const sentenceMark = /[，。！？；,.!?;]/;
const qrPicture = /[/_-](ads?|poster|banner|camp|course|wxqr|contact|card)[/_.\d-]|qr-?_?code|erweima|二维码|weixin|wechat|gzh|公众号|reward|打赏|赞赏|donat|shang\b|扫码/i;

/**
 * Takes out the lines that are no part of the article; lines that tell where the text comes from go to its provenance.
 *
 * @param known what the reader view shows above the body anyway: title, byline, site.
 */
export function stripLines(body: Element, known: readonly string[], checkTime: CheckTime): { stripped: Stripped[]; provenance: Provenance[] } {
  const stripped: Stripped[] = [];
  const provenance: Provenance[] = [];
  const lines = linesOf(body);
  const texts = lines.map(textForRules);
  const least = shortestProse(texts);
  const zone = zonesOf(
    lines,
    (line, index) => isProseLine(line, texts[index] ?? '', least) && !isDrawnIn(texts, index),
    (line, index) => isListOfText(line, lines[index - 1]),
  );
  let previous: Reason | undefined;
  let over: LineRule['endsArticle'];
  const lengths = texts.map((text) => text.length);
  const total = lengths.reduce((sum, length) => sum + length, 0);
  let reached = 0;
  const shown = new Set(known.map(foldForMatch).filter(Boolean));
  const [, byline = ''] = known;
  const author = foldForRules(byline);
  lines.forEach((line, index) => {
    checkTime();
    const text = texts[index] ?? '';
    const place = zone(index);
    reached += text.length;
    if (over && goesWithEnd(over, line, place)) {
      if (over === 'closing') provenance.push(...creditOf(line, text, place));
      stripped.push(take(line, 'lines', { id: 'after-the-end', group: groupOfEnd[over] }));
      return;
    }
    over = undefined;
    const rule = ruleFor(line, text, place) ?? companionOf(previous, text, place);
    if (rule) {
      provenance.push(...provenanceOf(rule, textOf(line)));
      stripped.push(take(line, 'lines', rule));
      over = rule.endsArticle === 'closing' && reached < total * 0.7 ? undefined : rule.endsArticle;
    } else if (place.isBeforeProse && repeatsMetadata(line, text, { shown, author })) stripped.push(take(line, 'lines', { id: 'repeats-metadata', group: 'notice' }));
    else if (place.isTail && isAuthorNote(line, text, byline)) stripped.push(take(line, 'lines', { id: 'author-note', group: 'bio' }));
    else if (place.isBeforeProse && isCodePicture(line, undefined)) stripped.push(take(line, 'lines', { id: 'code-picture', group: 'follow' }));
    else if (place.isTail && isCodePicture(line, previous ?? (place.isAfterProse ? ruleBelow(lines[index + 1], zone(index + 1)) : undefined))) stripped.push(take(line, 'lines', { id: 'code-picture', group: 'follow' }));
    else if (place.isAfterProse && (isLinkLine(line) || isHouseLine(line, text, known))) stripped.push(take(line, 'lines', { id: 'link-line', group: 'related' }));
    else if (place.isBeforeProse && isLinkLine(line) && line.tagName !== 'FIGURE') stripped.push(take(line, 'lines', { id: 'link-line', group: 'ad' }));
    previous = rule;
  });
  const below = lines.filter((line, index) => line.parentElement !== null && zone(index).isAfterProse);
  stripped.push(...stripClosingLines(below, stripped));
  return { stripped, provenance };
}

function creditOf(line: Element, text: string, zone: Zone): Provenance[] {
  const rule = ruleFor(line, text, zone);
  return rule ? provenanceOf(rule, textOf(line)) : [];
}

/** Why a line goes: a rule's word, or that of the signs of a call. */
type Reason = Pick<LineRule, 'id' | 'group' | 'place' | 'maxLength' | 'companion' | 'endsArticle' | 'provenance'>;

const groupOfEnd = { all: 'comments', lists: 'related', closing: 'follow' } as const;
/** Behind the mark of an article's end only notes are longer than this. */
const longestBehindEnd = 400;

/** Whether a line goes with what said that the article is over. */
function goesWithEnd(over: NonNullable<LineRule['endsArticle']>, line: Element, place: Zone): boolean {
  if (over === 'all') return true;
  if (over === 'lists') return place.isBeforeProse ? isLinkLine(line) : isLoose(line);
  return /^(P|FIGURE|H[1-6])$/.test(line.tagName) && textLength(line) <= longestBehindEnd && !beginsNotes(textOf(line)) && !line.querySelector('figcaption, sup');
}

/** Characters that may stand with a name or a date in its line: a label, a clock. */
const longestLabel = 30;

/** A line above the prose that only says again who wrote it, when, where, or under which title. */
function repeatsMetadata(line: Element, text: string, known: Known): boolean {
  if (line.tagName === 'FIGURE' || text === '') return false;
  if (known.shown.has(foldForMatch(line.textContent ?? ''))) return true;
  if (/^H[1-6]$/.test(line.tagName) || text.length > known.author.length + longestLabel * 2 || /[。！？.!?]["”』」）)]*$/.test(text)) return false;
  const rest = known.author ? text.replace(known.author, '') : text;
  const hasName = rest.length < text.length;
  const printed = textOf(line);
  return parseDate(printed) === '' ? hasName && rest.length <= longestLabel / 2 && !/[,，:：].{6}/.test(rest) : rest.length <= longestLabel;
}

/** What the reader view shows above the body anyway, folded. */
interface Known {
  shown: Set<string>;
  author: string;
}

/** Below the text, a note that begins with the author's own full name tells who that is. */
function isAuthorNote(line: Element, text: string, author: string): boolean {
  return line.tagName === 'P' && /\p{L} \p{L}/u.test(author) && text.length <= longestNote && text.startsWith(foldForMatch(author)) && !/["“”«»「」]/.test(text);
}

/** The lines of the body; those of a quote count one by one. */
function linesOf(body: Element): Element[] {
  return blocksOf(body)
    .flatMap((block) => (block.tagName === 'BLOCKQUOTE' ? blocksOf(block) : [block]))
    .filter((block) => !block.hasAttribute('data-removal'));
}

/** Whether a paragraph far down that half asks for something stands beside a line that plainly does. */
function isDrawnIn(texts: readonly string[], index: number): boolean {
  return index > texts.length / 2 && leansToCall(texts[index] ?? '') && [texts[index - 1], texts[index + 1]].some((text) => text !== undefined && callOutsideProse(text) !== undefined);
}

/** Sentences of this many characters are the prose of a text that is written in such, one to a paragraph. */
const shortestSentence = 8;

/** How long a paragraph of prose is: shorter where most of the text stands in short ones. */
function shortestProse(texts: readonly string[]): number {
  let [long, short] = [0, 0];
  for (const { length } of texts) if (length >= proseLength) long += length;
  else short += length;
  return long >= short ? proseLength : shortestSentence;
}

function isProseLine(line: Element, text: string, least: number): boolean {
  if (line.tagName === 'TABLE' || line.tagName === 'PRE') return true;
  if (isCallList(line)) return false;
  if (text.length < least || !(text.length < proseLength ? /[。.!?]["”』」)]*$/ : sentenceMark).test(text) || linkDensity(line) > 0.5) return false;
  return !isLongCall(text) && !lineRules.some((rule) => lineTests.has(rule.place) && text.length <= rule.maxLength && rule.pattern.test(text) && !isAbout(rule.group, text));
}

function ruleBelow(line: Element | undefined, zone: Zone): Reason | undefined {
  return line && ruleFor(line, foldForRules(line.textContent ?? ''), zone);
}

/** A list or a table is no line: only a short one, such as a bar of buttons, is judged by its text. */
function ruleFor(line: Element, text: string, zone: Zone): Reason | undefined {
  if (zone.isAfterProse && isCallList(line)) return { id: 'call-list', group: 'follow', place: 'after', maxLength: text.length };
  if (line.tagName === 'PRE' || (/^(UL|OL|DL|TABLE)$/.test(line.tagName) && text.length > 60)) return undefined;
  const isHeading = /^H[1-6]$/.test(line.tagName);
  return lineRules.find((candidate) => !(isHeading && !zone.isAfterProse && aboutText.has(candidate.group)) && applies(candidate, text, zone)) ?? (isHeading && isNumbered(text) ? undefined : callIn(text, zone));
}

function isNumbered(text: string): boolean {
  return headingRules.some(({ pattern, unnumbered, onlyBold }) => !unnumbered && !onlyBold && pattern.test(text));
}

/** A line that no rule knows, but that by its signs asks the reader for something, where texts begin and end. */
function callIn(text: string, zone: Zone): Reason | undefined {
  if (!zone.isHead && !zone.isTail) return undefined;
  const group = zone.isBeforeProse || zone.isAfterProse ? callOutsideProse(text) : callAmongProse(text);
  return group && { id: 'call', group, place: 'edges', maxLength: text.length };
}

function applies(rule: LineRule, text: string, zone: Zone): boolean {
  if (text.length === 0 || text.length > rule.maxLength) return false;
  return isThere(rule, zone) && rule.pattern.test(text) && !isAbout(rule.group, text) && !(callsToAct.has(rule.group) && isAmongProse(text, zone));
}

/** Rules about the text itself; a heading that has their words is a section about them. */
const aboutText: ReadonlySet<RemovalGroup> = new Set(['copyright', 'credit', 'notice']);

const callsToAct: ReadonlySet<RemovalGroup> = new Set(['follow', 'app', 'reward', 'ad']);

/** Whether a line with the words of a call or a notice is a text about them. */
function isAbout(group: RemovalGroup, text: string): boolean {
  return callsToAct.has(group) ? isNarrative(text) || tellsOfCalls(text) : group === 'copyright' && argues(text);
}

/** Several full sentences tell something, even about 扫码 and 下载; a call is one sentence. */
function isNarrative(text: string): boolean {
  return text.length >= proseLength && (text.match(/[。？?]/g)?.length ?? 0) >= 2 && !/id:|微信号:|公众号:|[☞👇👆▼▲]/u.test(text);
}

/** Between the paragraphs a long line that ends like a sentence is one of them, whatever words it has. */
function isAmongProse(text: string, zone: Zone): boolean {
  return !zone.isBeforeProse && !zone.isAfterProse && !zone.isTail && text.length >= proseLength && /[。！？]["”』」）)]*$/.test(text);
}

/** What goes with the line above it, as the paragraph under 作者简介 does. */
function companionOf(previous: Reason | undefined, text: string, zone: Zone): Reason | undefined {
  const goesAlong = previous?.companion?.test(text) === true && text.length <= previous.maxLength && isThere(previous, zone);
  return goesAlong ? previous : undefined;
}

function isCodePicture(line: Element, previous: Reason | undefined): boolean {
  const image = line.tagName === 'FIGURE' ? line.querySelector('img') : null;
  if (!image) return false;
  const isCode = qrPicture.test(`${image.getAttribute('src') ?? ''} ${image.getAttribute('alt') ?? ''} ${image.className}`);
  return isCode || (callsToAct.has(previous?.group ?? 'notice') && !line.querySelector('figcaption'));
}

/** A line that is one link, as teasers and ads are. */
function isLinkLine(line: Element): boolean {
  if (!/^(P|UL|OL|H[1-6]|DL|TABLE)$/.test(line.tagName) || textLength(line) < 4 || linkDensity(line) <= 0.8) return false;
  const text = textOf(line);
  if (/^H[1-6]$/.test(line.tagName)) return !headsText(line) && line.querySelector('a[href]:not([href^="#"])') !== null;
  return !/^https?:\/\/\S+$/.test(text) && !/[:：]$/.test(textOf(line.previousElementSibling ?? line));
}

/** Whether prose follows within the next few blocks, so that a linked heading is a heading. */
function headsText(heading: Element): boolean {
  let next = heading.nextElementSibling;
  for (let i = 0; i < 4 && next; i += 1, next = next.nextElementSibling) if (textLength(next) >= proseLength && linkDensity(next) < 0.5) return true;
  return false;
}

/** Below the prose, a short line with a link, or set apart as a quote, that names the outlet itself: 关注…, …为你呈现. */
function isHouseLine(line: Element, text: string, known: readonly string[]): boolean {
  const isNamed = known.slice(1).map(foldForRules).some((name) => name.length >= 2 && text.includes(name));
  return line.tagName === 'P' && isNamed && text.length <= 24 && (line.querySelector('a') !== null || line.parentElement?.tagName === 'BLOCKQUOTE' || !/[。！？!?]$/.test(text));
}

function isLoose(line: Element): boolean {
  return textLength(line) < proseLength || linkDensity(line) > 0.5 || line.tagName === 'FIGURE' || !sentenceMark.test(line.textContent ?? '');
}
