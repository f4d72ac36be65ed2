import { lineRules } from '../rules/line-rules.ts';
import type { LineRule } from '../rules/promo-rule.ts';
import type { Provenance, RemovalGroup } from './article.ts';
import { blocksOf } from './blocks.ts';
import { provenanceOf } from './credits.ts';
import { isThere, zonesOf } from './line-zones.ts';
import type { Zone } from './line-zones.ts';
import { parseDate } from './published-time.ts';
import { take } from './stripped.ts';
import type { Stripped } from './stripped.ts';
import { foldForMatch, foldForRules, lengthOf, linkDensity, textLength, textOf } from './text.ts';
import type { CheckTime } from './time-limit.ts';

/** A paragraph of this many characters is prose. */
const proseLength = 40;
/** A note about the author is no longer than this. */
const longestNote = 320;
const sentenceMark = /[，。！？；,.!?;]/;
/** No line with more characters than this is tested against the rules, white space included. */
const longestTested = 1000;
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
  const zone = zonesOf(lines, (line, index) => isProseLine(line, texts[index] ?? ''));
  let previous: LineRule | undefined;
  let over: LineRule['endsArticle'];
  const shown = new Set(known.map(foldForMatch).filter(Boolean));
  const [, byline = ''] = known;
  const author = foldForRules(byline);
  lines.forEach((line, index) => {
    checkTime();
    const text = texts[index] ?? '';
    const place = zone(index);
    if (over && (over === 'all' || (place.isBeforeProse ? isLinkLine(line) : isLoose(line)))) {
      stripped.push(take(line, 'lines', { id: 'after-the-end', group: over === 'all' ? 'comments' : 'related' }));
      return;
    }
    over = undefined;
    const rule = ruleFor(line, text, place) ?? companionOf(previous, text, place);
    if (rule) {
      provenance.push(...provenanceOf(rule, textOf(line)));
      stripped.push(take(line, 'lines', rule));
      over = rule.endsArticle;
    } else if (place.isBeforeProse && repeatsMetadata(line, text, { shown, author })) stripped.push(take(line, 'lines', { id: 'repeats-metadata', group: 'notice' }));
    else if (place.isTail && isAuthorNote(line, text, byline)) stripped.push(take(line, 'lines', { id: 'author-note', group: 'bio' }));
    else if (place.isBeforeProse && isCodePicture(line, undefined)) stripped.push(take(line, 'lines', { id: 'code-picture', group: 'follow' }));
    else if (place.isTail && isCodePicture(line, previous ?? (place.isAfterProse ? ruleBelow(lines[index + 1], zone(index + 1)) : undefined))) stripped.push(take(line, 'lines', { id: 'code-picture', group: 'follow' }));
    else if (place.isAfterProse && (isLinkLine(line) || isHouseLine(line, text, known))) stripped.push(take(line, 'lines', { id: 'link-line', group: 'related' }));
    else if (place.isBeforeProse && isLinkLine(line) && line.tagName !== 'FIGURE') stripped.push(take(line, 'lines', { id: 'link-line', group: 'ad' }));
    previous = rule;
  });
  stripped.push(...betweenCalls(body, zone, lines));
  const below = lines.filter((line, index) => line.parentElement === body && zone(index).isAfterProse);
  stripped.push(...closingLines(below, stripped));
  return { stripped, provenance };
}

/** Below the prose, a short line that is no sentence goes with the calls on both sides of it. */
function betweenCalls(body: Element, zone: (index: number) => Zone, lines: Element[]): Stripped[] {
  const isMarker = (element: Element | null): boolean => element?.hasAttribute('data-removal') === true;
  return lines
    .filter((line, index) => line.parentElement === body && zone(index).isAfterProse && isAside(line) && isMarker(line.previousElementSibling) && (line.nextElementSibling === null || isMarker(line.nextElementSibling)))
    .map((line) => take(line, 'lines', { id: 'between-calls', group: 'follow' }));
}

/** What announces the links below the prose, and the short lines behind the first of the notes that close a text. */
function closingLines(below: readonly Element[], stripped: readonly Stripped[]): Stripped[] {
  const groupOf = new Map(stripped.map(({ marker, group }) => [marker, group]));
  const taken: Stripped[] = [];
  for (const line of below) {
    if (line.tagName !== 'P' || !isShortNote(line)) continue;
    const isListed = groupOf.get(line.nextElementSibling ?? line) === 'related' && lengthOf(textOf(line)) <= longestAnnouncement;
    const isBehindNote = [...before(line)].some((marker) => furniture.has(groupOf.get(marker) ?? 'navigation'));
    if (isListed || isBehindNote) taken.push(take(line, 'lines', { id: 'closing-line', group: 'follow' }));
  }
  return taken;
}

/** Characters of the title of a list of links. */
const longestAnnouncement = 12;
/** Characters of a line among the closing notes. */
const longestClosing = 60;
/** What closes a text: behind the first of these no prose follows. */
const furniture: ReadonlySet<RemovalGroup> = new Set(['copyright', 'credit', 'follow', 'reward', 'share', 'app', 'ad', 'bio']);

/** The markers above a line, up to the last line that stayed. */
function* before(line: Element): Generator<Element> {
  for (let element = line.previousElementSibling; element?.hasAttribute('data-removal'); element = element.previousElementSibling) yield element;
}

function isShortNote(line: Element): boolean {
  const text = textOf(line);
  return lengthOf(text) <= longestClosing && !notesBegin.test(text) && !line.querySelector('img, sup, b, strong');
}

const notesBegin = /^[（(【[]?(参考|注|附|数据|致谢|感谢|谨以|来源|备注|说明|更正|更新|勘误|利益|披露|P\.?S|\d|\[)/i;

/** Short, no sentence, and not the beginning of the notes that authors put below their text. */
function isAside(line: Element): boolean {
  const text = textOf(line);
  return line.tagName === 'P' && lengthOf(text) <= 30 && !/[。！？.!?）)]$/.test(text) && !notesBegin.test(text);
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

/** A line's text as the rules read it; one that is too long for all of them is left as it is. */
function textForRules(line: Element): string {
  const text = line.textContent ?? '';
  return text.length > longestTested ? text : foldForRules(text);
}

/** The rules by which a line is no prose wherever it stands. */
const lineTests: ReadonlySet<LineRule['place']> = new Set(['tail', 'edges', 'anywhere']);

function isProseLine(line: Element, text: string): boolean {
  if (line.tagName === 'TABLE' || line.tagName === 'PRE') return true;
  if (text.length < proseLength || !sentenceMark.test(text) || linkDensity(line) > 0.5) return false;
  return !lineRules.some((rule) => lineTests.has(rule.place) && text.length <= rule.maxLength && rule.pattern.test(text) && !(callsToAct.has(rule.group) && isNarrative(text)));
}

function ruleBelow(line: Element | undefined, zone: Zone): LineRule | undefined {
  return line && ruleFor(line, foldForRules(line.textContent ?? ''), zone);
}

/** A list or a table is no line: only a short one, such as a bar of buttons, is judged by its text. */
function ruleFor(line: Element, text: string, zone: Zone): LineRule | undefined {
  if (line.tagName === 'PRE' || (/^(UL|OL|DL|TABLE)$/.test(line.tagName) && text.length > 60)) return undefined;
  const isHeading = /^H[1-6]$/.test(line.tagName);
  return lineRules.find((candidate) => !(isHeading && aboutText.has(candidate.group)) && applies(candidate, text, zone));
}

function applies(rule: LineRule, text: string, zone: Zone): boolean {
  if (text.length === 0 || text.length > rule.maxLength) return false;
  return isThere(rule, zone) && rule.pattern.test(text) && !(callsToAct.has(rule.group) && (isNarrative(text) || isAmongProse(text, zone)));
}

/** Rules about the text itself; a heading that has their words is a section about them. */
const aboutText: ReadonlySet<RemovalGroup> = new Set(['copyright', 'credit', 'notice']);

const callsToAct: ReadonlySet<RemovalGroup> = new Set(['follow', 'app', 'reward', 'ad']);

/** Several full sentences tell something, even about 扫码 and 下载; a call is one sentence. */
function isNarrative(text: string): boolean {
  return text.length >= proseLength && (text.match(/[。？?]/g)?.length ?? 0) >= 2 && !/id:|微信号:|公众号:|[☞👇👆▼▲]/u.test(text);
}

/** Between the paragraphs a long line that ends like a sentence is one of them, whatever words it has. */
function isAmongProse(text: string, zone: Zone): boolean {
  return !zone.isBeforeProse && !zone.isAfterProse && !zone.isTail && text.length >= proseLength && /[。！？]["”』」）)]*$/.test(text);
}

/** What goes with the line above it, as the paragraph under 作者简介 does. */
function companionOf(previous: LineRule | undefined, text: string, zone: Zone): LineRule | undefined {
  const goesAlong = previous?.companion?.test(text) === true && text.length <= previous.maxLength && isThere(previous, zone);
  return goesAlong ? previous : undefined;
}

function isCodePicture(line: Element, previous: LineRule | undefined): boolean {
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
