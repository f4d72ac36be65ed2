import { boxRules } from '../rules/box-rules.ts';
import { lineRules } from '../rules/line-rules.ts';
import type { BoxRule, LineRule } from '../rules/promo-rule.ts';
import type { Provenance, ProvenanceKind, RemovalGroup } from './article.ts';
import { blocksOf } from './blocks.ts';
import { foldForMatch, foldForRules, lengthOf, linkDensity, textLength, textOf } from './text.ts';

/** A block taken out of the body, before it is written into the article's removals. */
export interface Stripped {
  step: 'boxes' | 'lines';
  reason: string;
  group: RemovalGroup;
  element: Element;
  /** Stands in the body where the block stood. */
  marker: Element;
}

const proseLength = 40;
const sentenceMark = /[，。！？；,.!?;]/;
/** No line with more characters than this is tested against the rules, white space included. */
const longestTested = 1000;
const qrPicture = /[/_-](ads?|poster|banner|camp|course|wxqr|contact|card)[/_.\d-]|qr-?_?code|erweima|二维码|weixin|wechat|gzh|公众号|reward|打赏|赞赏|donat|shang\b|扫码/i;

/**
 * Takes out the boxes that are known by their names, and cards that are one link round whole blocks.
 *
 * @param selectors what a site's rule knows to be clutter within the body.
 */
export function stripBoxes(root: Element, selectors: readonly string[] = []): Stripped[] {
  const stripped: Stripped[] = [];
  for (const selector of selectors) for (const box of root.querySelectorAll(selector)) {
    if (textLength(box) > 0 || box.querySelector('img')) stripped.push(take(box, 'boxes', { id: 'site-rule', group: 'ad' }));
    else box.remove();
  }
  const whole = textLength(root);
  for (const element of root.querySelectorAll('div, section, aside, ul, ol, p, footer, header, nav, form, a, table, dl, details, figure, blockquote')) {
    if (!root.contains(element) || element === root) continue;
    const rule = namedBox(element, whole);
    if (rule) stripped.push(take(element, 'boxes', rule));
    else if (isLinkCard(element)) stripped.push(take(element, 'boxes', { id: 'link-card', group: 'ad' }));
    else if (isLinkList(element) && isPart(element, whole * 0.3) && !isUnderHeading(element)) stripped.push(take(element, 'boxes', { id: 'link-list', group: 'related' }));
    else if (/^(ASIDE|NAV|FOOTER)$/.test(element.tagName) && isPart(element, whole * 0.3)) stripped.push(take(element, 'boxes', { id: element.tagName.toLowerCase(), group: 'navigation' }));
  }
  return stripped;
}

function namedBox(element: Element, whole: number): BoxRule | undefined {
  const rule = boxRuleFor(element);
  return rule && isPart(element, Math.min(rule.maxLength, whole * 0.5)) && !isPlainProse(element, rule.group) ? rule : undefined;
}

function isPart(element: Element, most: number): boolean {
  const length = textLength(element);
  return length <= most && (length > 0 || element.querySelector('img, button, input') !== null);
}

/** The rule by which an element's names make it a box that is not the article. */
export function boxRuleFor(element: Element): BoxRule | undefined {
  const names = `${element.getAttribute('class') ?? ''} ${element.getAttribute('id') ?? ''}`;
  if (names.length < 3) return undefined;
  const parted = names.replace(/([a-z0-9])([A-Z])/g, '$1-$2').toLowerCase();
  return boxRules.find(({ pattern }) => pattern.test(parted));
}

/** A list below a heading of the body is a part of it, unless the heading announces other articles. */
function isUnderHeading(list: Element): boolean {
  const before = list.previousElementSibling;
  if (!before || !/^H[1-6]$/.test(before.tagName)) return false;
  const text = foldForRules(before.textContent ?? '');
  return !lineRules.some(({ endsArticle, pattern }) => endsArticle !== undefined && pattern.test(text));
}

/** Three links or more and hardly anything else: a list of other articles, of tags, of channels. */
function isLinkList(element: Element): boolean {
  if (!/^(UL|OL|DIV|SECTION|TABLE|DL)$/.test(element.tagName)) return false;
  const links = element.getElementsByTagName('a');
  return links.length >= 3 && !element.querySelector('pre, [id^="fn"], [class*="footnote"], [class*="reference"]') && linkDensity(element) > 0.7;
}

/** Whether a box that is named like an advertisement holds nothing but a paragraph, and so is one. */
export function isPlainProse(element: Element, group: RemovalGroup): boolean {
  if (!/^(ad|share|related|app|navigation)$/.test(group) || textLength(element) < proseLength) return false;
  return /[。！？.!?]["”』」）)]?$/.test(textOf(element)) && linkDensity(element) < 0.3 && !element.querySelector('img, button, input, iframe, li');
}

/** Credits and notices that stood in boxes of their own. */
export function provenanceInBoxes(boxes: readonly Stripped[]): Provenance[] {
  return boxes.flatMap(({ element, group }) => {
    if (group !== 'copyright' && group !== 'bio' && group !== 'ad') return [];
    const text = textOf(element);
    const folded = foldForRules(text);
    const rule = lineRules.find((candidate) => candidate.provenance && folded.length <= candidate.maxLength && candidate.pattern.test(folded));
    return rule ? provenanceOf(rule, text) : [];
  });
}

/** `<a><img><div>title</div><p>teaser</p></a>` between paragraphs leads to something else. */
function isLinkCard(element: Element): boolean {
  if (element.tagName !== 'A') return false;
  const length = textLength(element);
  const blocks = element.querySelectorAll('p, div, h2, h3, h4, h5, section');
  const isHeading = blocks.length === 1 && /^H\d$/.test(blocks[0]?.tagName ?? '') && !element.querySelector('img');
  return length > 0 && length < 400 && blocks.length > 0 && !isHeading;
}

/**
 * Takes out the lines that are no part of the article; lines that tell where the text comes from go to its provenance.
 *
 * @param known what the reader view shows above the body anyway: title, byline, site.
 */
export function stripLines(body: Element, known: readonly string[]): { stripped: Stripped[]; provenance: Provenance[] } {
  const stripped: Stripped[] = [];
  const provenance: Provenance[] = [];
  const lines = linesOf(body);
  const zone = zonesOf(lines);
  let previous: LineRule | undefined;
  let over: LineRule['endsArticle'];
  const shown = new Set(known.map(foldForMatch).filter(Boolean));
  lines.forEach((line, index) => {
    const raw = line.textContent ?? '';
    const text = raw.length > longestTested ? '' : foldForRules(raw); // no rule takes a longer line
    const place = zone(index);
    if (over && (over === 'all' || (place.isBeforeProse ? isLinkLine(line) : isLoose(line)))) {
      stripped.push(take(line, 'lines', { id: 'after-the-end', group: over === 'all' ? 'comments' : 'related' }));
      return;
    }
    over = undefined;
    const rule = ruleFor(line, text, place) ?? followsBioHeading(previous, text, place);
    if (rule) {
      provenance.push(...provenanceOf(rule, textOf(line)));
      stripped.push(take(line, 'lines', rule));
      over = rule.endsArticle;
    } else if (place.isBeforeProse && repeatsMetadata(line, shown)) stripped.push(take(line, 'lines', { id: 'repeats-metadata', group: 'notice' }));
    else if (place.isBeforeProse && isCodePicture(line, undefined)) stripped.push(take(line, 'lines', { id: 'code-picture', group: 'follow' }));
    else if (place.isTail && isCodePicture(line, previous ?? (place.isAfterProse ? ruleBelow(lines[index + 1], zone(index + 1)) : undefined))) stripped.push(take(line, 'lines', { id: 'code-picture', group: 'follow' }));
    else if (place.isAfterProse && (isLinkLine(line) || isHouseLine(line, text, known))) stripped.push(take(line, 'lines', { id: 'link-line', group: 'related' }));
    else if (place.isBeforeProse && isLinkLine(line) && line.tagName !== 'FIGURE') stripped.push(take(line, 'lines', { id: 'link-line', group: 'ad' }));
    previous = rule;
  });
  stripped.push(...betweenCalls(body, zone, lines));
  return { stripped, provenance };
}

/** What a credit line speaks of, each of which is a kind of its own; tested against the line folded by `foldForRules`. */
const spokenOf: readonly (readonly [ProvenanceKind, RegExp])[] = [
  ['author', /(作者|撰文|采写|原作者|^文|口述)[:|丨/]|作者[\u4e00-\u9fa5]{2,6},/],
  ['translation', /(译者|编译|翻译|译)[:|丨/]/],
  ['editor', /(编辑|责编|校对|策划|审校|监制)[:|丨/]/],
  ['picture', /(题图|头图|封面图?)(来源|来自|[:|丨/])/],
  ['source', /^[([【*]*(本文|文章)?(来源|首发于|转自|转载自)/],
  ['licence', /(未经|禁止|请勿|谢绝|严禁|版权归)/],
];

/** Below the prose, a short line that is no sentence goes with the calls on both sides of it. */
function betweenCalls(body: Element, zone: (index: number) => Zone, lines: Element[]): Stripped[] {
  const isMarker = (element: Element | null): boolean => element?.hasAttribute('data-removal') === true;
  return lines
    .filter((line, index) => line.parentElement === body && zone(index).isAfterProse && isAside(line) && isMarker(line.previousElementSibling) && (line.nextElementSibling === null || isMarker(line.nextElementSibling)))
    .map((line) => take(line, 'lines', { id: 'between-calls', group: 'follow' }));
}

/** Short, no sentence, and not the beginning of the notes that authors put below their text. */
function isAside(line: Element): boolean {
  const text = textOf(line);
  return line.tagName === 'P' && lengthOf(text) <= 30 && !/[。！？.!?）)]$/.test(text) && !/^(参考|注|附|数据|致谢|来源|备注|说明|\[?\d)/.test(text);
}

/** What a line that a rule took tells of where the text comes from. */
export function provenanceOf(rule: LineRule, text: string): Provenance[] {
  if (!rule.provenance || lengthOf(text) < 3 || (rule.id === 'columnist-bio' && lengthOf(text) < 10)) return [];
  const folded = foldForRules(text);
  const kinds = new Set<ProvenanceKind>([rule.provenance]);
  for (const [kind, pattern] of spokenOf) if ((rule.id !== 'account-plug' || kind === 'source') && pattern.test(folded)) kinds.add(kind);
  return [...kinds].map((kind) => ({ kind, text }));
}

/** A line above the prose that only says again who wrote it, where, or under which title. */
function repeatsMetadata(line: Element, shown: Set<string>): boolean {
  return line.tagName !== 'FIGURE' && shown.has(foldForMatch(line.textContent ?? ''));
}

interface Zone {
  isHead: boolean;
  isTail: boolean;
  isBeforeProse: boolean;
  isAfterProse: boolean;
}

/** The lines of the body; those of a quote count one by one. */
function linesOf(body: Element): Element[] {
  return blocksOf(body)
    .flatMap((block) => (block.tagName === 'BLOCKQUOTE' ? blocksOf(block) : [block]))
    .filter((block) => !block.hasAttribute('data-removal'));
}

function zonesOf(lines: Element[]): (index: number) => Zone {
  const firstProse = lines.findIndex(isProseLine);
  const lastProse = lines.findLastIndex(isProseLine);
  const lengths = lines.map((line) => textLength(line));
  const total = lengths.reduce((sum, length) => sum + length, 0);
  let before = 0;
  const reached = lengths.map((length) => (before += length) - length);
  return (index) => ({
    isHead: index <= Math.max(firstProse, 1) + 1 && index < 10,
    isTail: index > lastProse || ((reached[index] ?? 0) >= total * 0.5 && index >= lines.length - Math.max(8, Math.ceil(lines.length * 0.15))),
    isBeforeProse: index < firstProse,
    isAfterProse: index > lastProse,
  });
}

/** The rules by which a line is no prose wherever it stands. */
const lineTests: ReadonlySet<LineRule['place']> = new Set(['tail', 'edges', 'anywhere']);

function isProseLine(line: Element): boolean {
  if (line.tagName === 'TABLE' || line.tagName === 'PRE') return true;
  const text = foldForRules(line.textContent ?? '');
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
  return isThere(rule, zone) && rule.pattern.test(text) && !(callsToAct.has(rule.group) && isNarrative(text));
}

/** Rules about the text itself; a heading that has their words is a section about them. */
const aboutText: ReadonlySet<RemovalGroup> = new Set(['copyright', 'credit', 'notice']);

function isThere({ place }: LineRule, zone: Zone): boolean {
  switch (place) {
    case 'anywhere': return true;
    case 'before': return zone.isBeforeProse;
    case 'after': return zone.isAfterProse;
    case 'head': return zone.isHead;
    case 'tail': return zone.isTail;
    case 'edges': return zone.isHead || zone.isTail;
  }
}

const callsToAct: ReadonlySet<RemovalGroup> = new Set(['follow', 'app', 'reward', 'ad']);

/** Several full sentences tell something, even about 扫码 and 下载; a call is one sentence. */
function isNarrative(text: string): boolean {
  return text.length >= proseLength && (text.match(/[。？?]/g)?.length ?? 0) >= 2 && !/id:|微信号:|公众号:|[☞👇👆▼▲]/u.test(text);
}

/** The paragraph under 作者简介. */
function followsBioHeading(previous: LineRule | undefined, text: string, zone: Zone): LineRule | undefined {
  const isBio = previous?.id === 'columnist-bio' && zone.isTail && text.length > 0 && text.length <= previous.maxLength;
  return isBio ? previous : undefined;
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

function take(element: Element, step: Stripped['step'], rule: { id: string; group: RemovalGroup }): Stripped {
  const marker = element.ownerDocument.createElement('div');
  marker.setAttribute('data-removal', '');
  element.replaceWith(marker);
  return { step, reason: rule.id, group: rule.group, element, marker };
}
