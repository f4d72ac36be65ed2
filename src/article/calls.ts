import type { CallSign } from '../rules/call-sign.ts';
import { callSigns } from '../rules/call-signs.ts';
import type { RemovalGroup } from './article.ts';

/** Below the prose, a line of so few characters without the mark of a sentence is no paragraph. */
const shortest = 24;
/** What the signs have to come to: of such a line, of a line that touches a call, of a sentence below or above the prose, of a paragraph beside a call, of what would be the first or the last paragraph of it, and of one among paragraphs. */
const enough = { label: 2, near: 3, sentence: 4, beside: 5, paragraph: 6, amongProse: 8 } as const;
/**
 * Where words are parted by spaces, texts of all kinds are read here, and their authors take leave in their own words:
 * only what asks for several things is a call.
 */
const enoughElsewhere = 6;
/** Where words are parted by spaces, a line of so few characters is no paragraph beside a call. */
const shortestElsewhere = 140;
const eastAsian = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/;
/** No call has more characters. */
const longestCall = 400;

const signsFor = { spaced: byKind(callSigns), unspaced: byKind(callSigns.filter(({ spaced }) => !spaced)) } as const;
const asks = callSigns.filter(({ kind }) => kind !== 'story' && kind !== 'words');
const addresses = asks.filter(({ kind, id }) => kind !== 'deed' && id !== 'channel');
const words = new RegExp(callSigns.filter(({ kind }) => kind === 'words').map(({ pattern }) => pattern.source).join('|'), 'g');
/** No line of the trade's words has more characters. */
const longestOfWords = 60;
/** What was done, and to whom, is told. */
const narrated = /(?<![忘到完解除为备])了(?!解)|[被把](?![我本它]|更多)|过(?![来去程])|曾|着(?!急)|[说问答]:/;

function byKind(signs: readonly CallSign[]): { deeds: CallSign[]; others: CallSign[] } {
  return { deeds: signs.filter(({ kind }) => kind === 'deed'), others: signs.filter(({ kind }) => kind !== 'deed' && kind !== 'words') };
}

/** What a folded line asks of the reader: the group of the deed and the weight of all signs; undefined where it asks for nothing, as most lines do. */
function readCall(text: string): { group: RemovalGroup; weight: number } | undefined {
  if (text.length > longestCall) return undefined;
  const { deeds, others } = eastAsian.test(text) ? signsFor.unspaced : signsFor.spaced;
  const asked = deeds.filter(({ pattern }) => pattern.test(text));
  const [deed] = asked;
  if (deed === undefined) return undefined;
  const signs = [...asked, ...others.filter(({ pattern }) => pattern.test(text))];
  return { group: deed.group ?? 'follow', weight: signs.reduce((sum, { weight }) => sum + weight, 0) };
}

/** Whether a line that is as long as a paragraph is a call, and so neither begins nor ends the prose. */
export function isLongCall(text: string): boolean {
  return (readCall(text)?.weight ?? 0) >= enough.paragraph;
}

/** The group of a call in a line with prose on both sides of it. */
export function callAmongProse(text: string): RemovalGroup | undefined {
  const call = readCall(text);
  return call && eastAsian.test(text) && call.weight >= enough.amongProse ? call.group : undefined;
}

/** Whether a line that is as long as a paragraph asks for something, if not beyond doubt: beside another call it is one. */
export function leansToCall(text: string): boolean {
  const isShortElsewhere = text.length <= shortestElsewhere && !eastAsian.test(text);
  return (readCall(text)?.weight ?? 0) >= (isShortElsewhere ? enough.near : enough.beside);
}

/** Whether a short line that touches a call asks for something as well. */
export function joinsCall(text: string): boolean {
  return (readCall(text)?.weight ?? 0) >= enough.near;
}

/** Whether a line bears any sign of a call: the reader, the house or a deed. */
export function bearsSign(text: string): boolean {
  return asks.some(({ pattern }) => pattern.test(text));
}

/** The group of a call in a line that stands below or above all prose. */
export function callOutsideProse(text: string): RemovalGroup | undefined {
  const call = readCall(text);
  const isLabel = text.length <= shortest && !endsSentence(text);
  const ofSentence = eastAsian.test(text) ? enough.sentence : enoughElsewhere;
  if (call && call.weight >= (isLabel ? enough.label : ofSentence)) return call.group;
  return hasTradeWords(text) ? 'follow' : undefined;
}

function endsSentence(text: string): boolean {
  return /[。.?]["”』」）)]*$/.test(text);
}

/** Whether a short line is made of the trade's words, and speaks to the reader or is no sentence. */
function hasTradeWords(text: string): boolean {
  if (text.length > longestOfWords) return false;
  const found = new Set(text.match(words)).size;
  if (found < 2 || narrated.test(text) || callSigns.some(({ kind, pattern }) => kind === 'story' && pattern.test(text))) return false;
  if (!endsSentence(text)) return found >= (text.length <= shortest ? 2 : 3);
  const address = addresses.reduce((sum, { pattern, weight }) => sum + (pattern.test(text) ? weight : 0), 0);
  return address > 0 && found + address >= enough.sentence;
}

const [argument] = callSigns.filter(({ id }) => id === 'argument');

/** Whether a line that has the words of a notice says something about such notices. */
export function argues(text: string): boolean {
  return argument?.pattern.test(text) === true && /。["”』」）)]*$/.test(text);
}

/** Whether a line tells of calls, of their trade and its figures, rather than calling. */
export function tellsOfCalls(text: string): boolean {
  const tells = callSigns.some(({ kind, pattern }) => kind === 'story' && pattern.test(text));
  return tells && (readCall(text)?.weight ?? 0) < enough.sentence;
}
