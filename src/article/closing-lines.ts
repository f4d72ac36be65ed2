import type { RemovalGroup } from './article.ts';
import { bearsSign, joinsCall } from './calls.ts';
import { take } from './stripped.ts';
import type { Stripped } from './stripped.ts';
import { foldForRules, lengthOf, textOf } from './text.ts';

/** Characters of the title of a list of links, or of what a call is announced with. */
const longestAnnouncement = 14;
/** Characters of a line among the closing notes. */
const longestClosing = 60;
/** What closes a text: behind the first of these no prose follows. */
export const furniture: ReadonlySet<RemovalGroup> = new Set(['copyright', 'credit', 'follow', 'reward', 'share', 'app', 'ad', 'bio']);
const notesBegin = /^[（(【[]?(参考|注|附|数据|致谢|感谢|谨以|来源|备注|说明|更正|更新|勘误|利益|披露|P\.?S|references?|notes?|sources?|update|correction|\d|\[)/i;
/** What calls are announced with; tested against the line folded by `foldForRules`. */
const announcement = /^(?:关于|如有|加入|联系|如果.{0,10}(?:帮助|不错|有用|启发|收获|喜欢)$|(?:觉得|喜欢).{2,12}[吗?]$)|(?:推荐|介绍|征集|征稿|合作|福利|活动|预告|通知|公告|转载|交流群?|[系名动聘]信息|课程|社群|招聘|投稿|须知|传送门|声明|矩阵|[:↓,])$/;

/**
 * Strips what is left below the prose once the calls have gone: what stands between them or announces them, and the
 * short lines behind the first of the notes that close a text.
 *
 * @param below the lines below the prose.
 */
export function stripClosingLines(below: readonly Element[], stripped: readonly Stripped[]): Stripped[] {
  const groupOf = new Map(stripped.map(({ marker, group }) => [marker, group]));
  const closing: Stripped[] = [];
  const strip = (line: Element, id: string): void => {
    const taken = take(line, 'lines', { id, group: 'follow' });
    groupOf.set(taken.marker, taken.group);
    closing.push(taken);
  };
  const left = (): Element[] => below.filter((line) => line.parentElement !== null && /^(P|H[1-6])$/.test(line.tagName));
  for (const figure of below.filter(isBarePicture)) if (standsBetween(figure, groupOf, below)) strip(figure, 'between-calls');
  for (const line of behindDivider(below, groupOf)) strip(line, 'behind-divider');
  for (const line of left()) if (isShortNote(line) && touchesCall(line, groupOf) && joinsCall(foldForRules(line.textContent ?? ''))) strip(line, 'beside-call');
  for (const line of left()) if (isAside(line) && isBetweenMarkers(line)) strip(line, 'between-calls');
  for (const line of left()) if (isShortNote(line) && (isListed(line, groupOf) || isBehindNote(line, groupOf))) strip(line, 'closing-line');
  for (const line of left().reverse()) if (announces(line, groupOf)) strip(line, 'announcement');
  for (const line of left().reverse()) if (headsNothing(line)) strip(line, 'empty-heading');
  return closing;
}

/** Whether a line begins the notes that authors put below their text. */
export function beginsNotes(text: string): boolean {
  return notesBegin.test(text);
}

type GroupOf = ReadonlyMap<Element, RemovalGroup>;

const divider = /^[^\p{L}\p{N}]{3,}$|^([·•—–\-~*=◆●■☆★✦▼▽|/]){1,40}[^。，,.]{2,8}\1{1,40}$/u;

/**
 * The lines that an editor set apart below the text: from a divider to the last call, where all of them speak of the
 * house or to the reader. What only tells is the end of the text.
 */
function behindDivider(below: readonly Element[], groupOf: GroupOf): Element[] {
  const first = below.findIndex((line) => line.tagName === 'HR' || divider.test(textOf(line)));
  const divided = first < 0 ? undefined : below[first];
  if (!divided) return [];
  const found: Element[] = [];
  let pending: Element[] = divided.tagName === 'HR' ? [] : [divided];
  for (let line = divided.nextElementSibling; line; line = line.nextElementSibling) {
    const group = groupOf.get(line);
    if (group && furniture.has(group)) {
      found.push(...pending);
      pending = [];
    } else if (!group && !isBarePicture(line)) {
      if (!/^(P|H[1-6])$/.test(line.tagName) || !isShortNote(line) || !isSetApart(line)) break;
      pending.push(line);
    }
  }
  return found;
}

function isBarePicture(line: Element): boolean {
  return line.tagName === 'FIGURE' && !line.querySelector('figcaption');
}

/** Whether what closes a text stands above a line as well as below it. */
function standsBetween(line: Element, groupOf: GroupOf, below: readonly Element[]): boolean {
  const goesAlong = (met: Element): boolean => met.hasAttribute('data-removal') || (below.includes(met) && (isBarePicture(met) || isShortNote(met)));
  return meetsFurniture(line, groupOf, { way: 'previousElementSibling', goesAlong }) && meetsFurniture(line, groupOf, { way: 'nextElementSibling', goesAlong });
}

function meetsFurniture(line: Element, groupOf: GroupOf, { way, goesAlong }: Walk): boolean {
  for (let met = line[way]; met; met = met[way]) {
    if (furniture.has(groupOf.get(met) ?? 'navigation')) return true;
    if (!goesAlong(met)) return false;
  }
  return false;
}

interface Walk {
  way: 'previousElementSibling' | 'nextElementSibling';
  /** What is passed over; all else ends the walk. */
  goesAlong: (met: Element) => boolean;
}

/** Whether a line is a label, or speaks of the house or to the reader. */
function isSetApart(line: Element): boolean {
  const text = foldForRules(line.textContent ?? '');
  return !/[。.!?]["”』」）)]*$/.test(text) || /^.{2,8}:|\d/.test(text) || bearsSign(text);
}

function touchesCall(line: Element, groupOf: GroupOf): boolean {
  return [line.previousElementSibling, line.nextElementSibling].some((beside) => furniture.has(groupOf.get(beside ?? line) ?? 'navigation'));
}

/** A heading that lost all that stood below it. */
function headsNothing(line: Element): boolean {
  if (!/^H[1-6]$/.test(line.tagName) || !line.nextElementSibling) return false;
  for (let next = line.nextElementSibling; next; next = next.nextElementSibling as Element) if (!next.hasAttribute('data-removal')) return false;
  return true;
}

function isBetweenMarkers(line: Element): boolean {
  const isMarker = (element: Element | null): boolean => element?.hasAttribute('data-removal') === true;
  return isMarker(line.previousElementSibling) && (line.nextElementSibling === null || isMarker(line.nextElementSibling));
}

function isListed(line: Element, groupOf: GroupOf): boolean {
  return line.tagName === 'P' && groupOf.get(line.nextElementSibling ?? line) === 'related' && lengthOf(textOf(line)) <= longestAnnouncement;
}

/** Whether one of the markers above the line, up to the last line that stayed, is of what closes a text. */
function isBehindNote(line: Element, groupOf: GroupOf): boolean {
  const isQuoted = line.parentElement?.tagName === 'BLOCKQUOTE' && !line.previousElementSibling;
  const above = isQuoted ? line.parentElement.previousElementSibling : line.previousElementSibling;
  for (let element = above?.tagName === 'BLOCKQUOTE' ? above.lastElementChild : above; element?.hasAttribute('data-removal'); element = element.previousElementSibling) {
    if (furniture.has(groupOf.get(element) ?? 'navigation')) return true;
  }
  return false;
}

/** `活动推荐`, `如有问题`: just above a call, and by its words no last line of a text. */
function announces(line: Element, groupOf: GroupOf): boolean {
  const group = line.nextElementSibling && groupOf.get(line.nextElementSibling);
  if (!group || !(furniture.has(group) || group === 'related')) return false;
  const text = foldForRules(line.textContent ?? '');
  return text.length <= longestAnnouncement && !/来源|资料|参考|文献|数据|注释/.test(text) && announcement.test(text);
}

function isShortNote(line: Element): boolean {
  const text = textOf(line);
  return lengthOf(text) <= longestClosing && !notesBegin.test(text) && !line.querySelector('img, sup');
}

/** Short, no sentence, and not the beginning of the notes that authors put below their text. */
function isAside(line: Element): boolean {
  const text = textOf(line);
  return lengthOf(text) <= 30 && !/[。！？.!?）)]$/.test(text) && !notesBegin.test(text);
}
