import { closingTitles, headingRules } from '../rules/heading-rules.ts';
import { blocksOf } from './blocks.ts';
import type { Candidate, Kind } from './heading-candidate.ts';
import { depthsOf } from './heading-depths.ts';
import { joinNumberBoxes } from './number-boxes.ts';
import { moveChildren } from './move-children.ts';
import { ordinalOf } from './ordinals.ts';
import { foldForMatch, foldSpace, lengthOf, textLength, textOf } from './text.ts';

const longestBoldHeading = 60;
const longestPlainHeading = 40;
const longestUnnumbered = 36;
const longestLine = 100;
const longestLabel = 16;
const shortestLoneLabel = 4;
/** Characters of a plain title behind an ordinal word: 其一，仓租. */
const longestOrdinalTitle = 12;
const bareOrdinal = /^[—–\-·•~\s]*(?:[\d.]+|其?[一二三四五六七八九十壹贰叁肆伍陆柒捌玖]+|[Ⅰ-Ⅻ])[—–\-·•~\s]*$/;
/** A paragraph of this many characters is prose. */
const proseLength = 40;
/** Beside a plain line, a paragraph of this many characters that ends like a sentence is prose. */
const shortProse = 24;
const sentenceEnd = /[。！!；;，,、…~～]["”』」）)]*$|[.](?<!\d\.)$/;
const questionEnd = /[？?]["”』」）)]*$/;
const colonEnd = /[：:]$/;
const captionStart = /^(图|表|▲|△|▼|↑|图表|图源|图片|资料图|数据来源|来源|注)[\s\d一二三四五六七八九十：:/｜|]/;
/** A formula, such as 收入＝客单×频次. */
const formula = /[=＝≈×÷]/;
/** A number and its unit, such as 3.2亿元; a date is none. */
const quantity = /^[约近超逾+]?(?!0\d)\d[\d.,]*(?:[%％‰]|[^\P{L}年月日]{1,3})?$/u;
/** A sentence of more clauses than this stresses a point; a title has few. */
const mostClauses = 3;

/**
 * Turns the paragraphs that act as section headings into headings, and gives all headings the level of their depth
 * in the outline (`<h2>` for depth 1). Decides over the whole article: a series that counts up, prose between the
 * lines, the form of their neighbours; how a line ends is only one sign.
 *
 * @param body flat blocks, without promos.
 * @param title a heading that repeats it is taken out.
 */
export function promoteHeadings(body: Element, title: string): void {
  dropPermalinks(body);
  joinNumberBoxes(body);
  const blocks = blocksOf(body);
  const candidates = blocks.map((element, index) => candidateOf(element, index, blocks)).filter((candidate) => candidate !== undefined);
  const titleKey = foldForMatch(title);
  const chosen = choose(candidates, blocks).filter((candidate) => {
    const repeatsTitle = candidate.kind === 'real' && foldForMatch(candidate.text) === titleKey;
    if (repeatsTitle) candidate.element.remove();
    return !repeatsTitle;
  });
  const depths = depthsOf(chosen);
  chosen.forEach((candidate, position) => retag(candidate.element, `h${Math.min(6, (depths[position] ?? 1) + 1)}`));
  const isChosen = new Set(chosen);
  for (const candidate of candidates) if (candidate.kind === 'real' && !isChosen.has(candidate) && candidate.element.parentNode === body) retag(candidate.element, 'p');
}

/** The ¶ or # beside a heading, which links to itself. */
function dropPermalinks(body: Element): void {
  for (const link of body.querySelectorAll('h1 a, h2 a, h3 a, h4 a, h5 a, h6 a')) {
    if (/^[¶#§🔗\s]*$/u.test(link.textContent ?? '') && !link.querySelector('img')) link.remove();
  }
}

function candidateOf(element: Element, index: number, blocks: Element[]): Candidate | undefined {
  const isReal = /^H[1-6]$/.test(element.tagName);
  if (!isReal && element.tagName !== 'P') return undefined;
  const raw = element.textContent ?? '';
  if (raw.length > 400) return undefined;
  const text = foldSpace(titleText(element));
  const length = lengthOf(text);
  if (length > longestLine) return undefined;
  if (length === 0 || element.querySelector('img, br + br')) return undefined;
  const kind: Kind = element.querySelector('[data-number]') ? 'boxed' : isReal ? 'real' : isWhollyBold(element) ? 'bold' : 'plain';
  const most = kind === 'real' ? longestLine : kind === 'bold' ? longestBoldHeading : longestPlainHeading;
  if (length > most) return undefined;
  if (kind !== 'real' && isCaption(element, text, blocks[index - 1])) return undefined;
  const rule = headingRules.find(({ pattern }) => pattern.test(text));
  const level = isReal ? Number(element.getAttribute('data-level') ?? element.tagName.slice(1)) : 0;
  return { element, index, text, length, kind, level, rule, ordinal: rule ? ordinalOf(rule, text) : 0 };
}

/** The heading's own words: a number that stood in a box of its own is not part of them. */
function titleText(element: Element): string {
  const number = element.querySelector('[data-number]');
  const text = element.textContent ?? '';
  return number ? text.replace(number.textContent ?? '', '') : text;
}

/** Whether all of a block's words are bold; marks outside count for nothing. */
export function isWhollyBold(element: Element): boolean {
  if (!element.querySelector('b, strong')) return false;
  const walker = element.ownerDocument.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let hasBold = false;
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (!/[\p{L}\p{N}]/u.test(node.nodeValue ?? '')) continue;
    if (!node.parentElement?.closest('b, strong')) return false;
    hasBold = true;
  }
  return hasBold;
}

function isCaption(element: Element, text: string, before: Element | undefined): boolean {
  if (captionStart.test(text)) return true;
  return before?.tagName === 'FIGURE' && element.getAttribute('data-align') === 'center' && !headingRules.some(({ pattern }) => pattern.test(text));
}

function choose(candidates: Candidate[], blocks: Element[]): Candidate[] {
  const real = candidates.filter(({ kind }) => kind === 'real');
  const chosen = new Set<Candidate>(candidates.filter(({ kind }) => kind === 'real' || kind === 'boxed'));
  for (const candidate of numbered(candidates, blocks)) chosen.add(candidate);
  for (const candidate of marked(candidates, blocks)) chosen.add(candidate);
  const bold = unnumberedBold(candidates, blocks);
  for (const candidate of real.length < 2 ? bold : labels(bold, blocks)) chosen.add(candidate);
  if (chosen.size === 0) for (const candidate of unnumberedPlain(candidates, blocks)) chosen.add(candidate);
  for (const candidate of closing(candidates, blocks, chosen)) chosen.add(candidate);
  return [...chosen].sort((a, b) => a.index - b.index);
}

/** Series that count up: 一、二、三、 or 首先/其次/再次, with text between their lines. */
function numbered(candidates: Candidate[], blocks: Element[]): Candidate[] {
  const found: Candidate[] = [];
  const families = new Map<string, Candidate[]>();
  for (const candidate of candidates) {
    if (candidate.kind === 'real' || candidate.kind === 'boxed' || !candidate.rule || candidate.rule.unnumbered) continue;
    if (candidate.kind === 'plain' && !mayHeadPlain(candidate, blocks)) continue;
    if (candidate.kind === 'bold' && sentenceEnd.test(candidate.text) && !readsLikeTitle(candidate)) continue;
    const key = `${candidate.kind} ${candidate.rule.rank === 3 ? 'ordinal words' : candidate.rule.id}`;
    addTo(families, key, candidate);
  }
  for (const family of families.values()) {
    if (!countsUp(family) || isList(family, blocks)) continue;
    for (const candidate of family) found.push(candidate);
  }
  return found;
}

/** Of a numbered line that is not bold: whether it is a short title, or an ordinal alone above prose. */
function mayHeadPlain(candidate: Candidate, blocks: Element[]): boolean {
  const { text, length, rule } = candidate;
  if (sentenceEnd.test(text) || length > (rule?.onlyBold ? longestOrdinalTitle : 30)) return false;
  return !bareOrdinal.test(text) || isProse(blocks[candidate.index + 1]);
}

/** Of a bold numbered line that ends like a sentence: whether it is short enough to head a section. */
function readsLikeTitle({ text, length, rule }: Candidate): boolean {
  const clauses = text.split(/[，,；;、：:]/).length;
  return rule?.mayEndSentence ? length <= 40 && clauses <= mostClauses : length <= 24;
}

function countsUp(family: Candidate[]): boolean {
  if (family.every(({ rule }) => rule?.id === 'question')) return family.length >= 2;
  let steps = 0;
  for (let i = 1; i < family.length; i += 1) {
    const [before, after] = [family[i - 1]?.ordinal ?? 0, family[i]?.ordinal ?? 0];
    if (after === before + 1 || (before > 0 && after > before && after - before <= 8) || (family[i]?.rule?.id === 'first-then' && after >= before)) steps += 1;
  }
  return steps >= 1;
}

/** Lines of a series that follow one another without text between them are a list, or a table of contents. */
function isList(family: Candidate[], blocks: Element[]): boolean {
  const rules = [...new Set(family.map(({ rule }) => rule))];
  const isItem = (block: Element | undefined): boolean => block?.tagName === 'P' && rules.some((rule) => rule?.pattern.test(textOf(block)));
  const adjacent = family.filter(({ index }) => {
    const next = blocks[index + 1];
    return next === undefined || isItem(next) || isItem(blocks[index - 1]);
  });
  return adjacent.length > family.length / 2;
}

function addTo(families: Map<string, Candidate[]>, key: string, candidate: Candidate): void {
  const family = families.get(key);
  if (family) family.push(candidate);
  else families.set(key, [candidate]);
}

function marked(candidates: Candidate[], blocks: Element[]): Candidate[] {
  const lines = candidates.filter(({ rule, kind, text }) => rule?.unnumbered && kind !== 'real' && !/[。！!；;，,]$/.test(text));
  const byRule = new Map<string, Candidate[]>();
  for (const line of lines) addTo(byRule, line.rule?.id ?? '', line);
  return [...byRule.values()].filter((family) => (family.length >= 2 || family[0]?.kind === 'bold') && !isList(family, blocks)).flat();
}

/** Bold lines without a number: headings when they read like titles and prose stands between them. */
function unnumberedBold(candidates: Candidate[], blocks: Element[]): Candidate[] {
  const bold = candidates.filter(({ kind, rule }) => kind === 'bold' && rule === undefined);
  const sentences = bold.filter(({ text }) => sentenceEnd.test(text));
  const titles = bold.filter(({ text, length }) => length >= 2 && length <= longestUnnumbered && !sentenceEnd.test(text) && !colonEnd.test(text) && !formula.test(text) && !quantity.test(text));
  const questions = titles.filter(({ text }) => questionEnd.test(text));
  const isInterview = questions.length >= 3;
  const places = new Set(bold.map(({ index }) => index));
  const spaced = titles.filter((title) => {
    if (questionEnd.test(title.text) && !isInterview) return false;
    const isAnswered = isInterview && (blocks[title.index + 1]?.tagName ?? '') === 'P';
    return (isAnswered || leadsProse(title, blocks)) && !places.has(title.index + 1);
  });
  if (spaced.length > blocks.length * (isInterview ? 0.6 : 0.4)) return [];
  if (spaced.length < sentences.length && spaced.length < 2) return [];
  return spaced;
}

/** Below real headings only bare noun phrases count, alone above a paragraph or several: there a bold line mostly stresses a point. */
function labels(bold: Candidate[], blocks: Element[]): Candidate[] {
  const bare = bold.filter(({ text, length }) => length <= longestLabel && !/[，。；：？！、,.;:?!\d]/.test(text));
  const [only] = bare;
  if (bare.length < bold.length || only === undefined) return [];
  return bare.length >= 2 || (only.length >= shortestLoneLabel && isProse(blocks[only.index - 1]) && isProse(blocks[only.index + 1])) ? bare : [];
}

function leadsProse(candidate: Candidate, blocks: Element[]): boolean {
  const next = blocks.slice(candidate.index + 1, candidate.index + 4).filter((block) => !block.hasAttribute('data-removal'));
  const [first] = next;
  if (first?.tagName === 'P' && textLength(first) >= shortProse && isProse(first) && !isWhollyBold(first)) return true;
  return next.some((block) => textLength(block) >= proseLength || /^(UL|OL|TABLE|BLOCKQUOTE|PRE|DL)$/.test(block.tagName)) || next[0]?.tagName === 'FIGURE';
}

/** Short plain lines without a full stop between long paragraphs, where the article has no other headings. */
function unnumberedPlain(candidates: Candidate[], blocks: Element[]): Candidate[] {
  const lines = candidates.filter((candidate) => {
    const { kind, rule, text, length, index } = candidate;
    if (kind !== 'plain' || rule || length < 4 || length > 28 || sentenceEnd.test(text) || colonEnd.test(text) || questionEnd.test(text)) return false;
    const before = blocks[index - 1];
    const follows = isProse(before) || before?.querySelector(':scope > figcaption') !== null;
    return follows && isProse(blocks[index + 1]);
  });
  return lines.length >= 2 && lines.length <= Math.max(3, blocks.length / 4) ? lines : [];
}

function isProse(block: Element | undefined): boolean {
  return block?.tagName === 'P' && textLength(block) >= shortProse && /[。！？!?…”.」]["”』」）)]*$/.test(textOf(block).slice(-longestLine));
}

/** 总结, 结语 and the like, bold or alone on their line, before the last prose. */
function closing(candidates: Candidate[], blocks: Element[], chosen: Set<Candidate>): Candidate[] {
  return candidates.filter((candidate) => !chosen.has(candidate) && closingTitles.test(candidate.text) && leadsProse(candidate, blocks) && (chosen.size > 0 || candidate.kind !== 'plain'));
}

function retag(element: Element, tag: string): void {
  const renamed = element.ownerDocument.createElement(tag);
  moveChildren(element, renamed);
  if (tag !== 'p') for (const bold of renamed.querySelectorAll('b, strong')) bold.replaceWith(...bold.childNodes);
  element.replaceWith(renamed);
}
