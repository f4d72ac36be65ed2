import { alphabetOf, encode, encodeWord } from './shard-code.ts';

/** What is searched of one article: its folded title and text, as they were at one saving of it. */
export interface FoldedArticle {
  id: string;
  /** The article's `updatedAt`; another one makes this text stale. */
  revision: number;
  title: string;
  text: string;
}

/** The folded texts of many articles as one long text: few large records are read and searched faster than many small ones. */
export interface TextShard {
  ids: string[];
  /** The `updatedAt` of each article at the saving from which its text is. */
  revisions: number[];
  /** Where in `text` each title begins; at the end, where the last text ends. */
  starts: number[];
  /** Where in `text` each body begins. */
  bodies: number[];
  /** The characters of the code in which `text` stands; undefined where it stands as it is. */
  alphabet?: string;
  text: string;
}

/** An article of a shard in which all words were found. */
export interface ShardMatch {
  /** Its index in the shard. */
  place: number;
  /** The higher, the earlier it stands. */
  score: number;
}

const titleWorth = 20;
const mostCounted = 5;
const togetherWorth = 10;
/** Characters to either side of a word; in the code one takes one unit or two. */
const reachOfWord = 40;
/** Places of a word, to see whether the others stand there, too. */
const mostCompared = 5;
/** Behind each title and body, so that no word spans two; what is looked for has no line breaks. */
const boundary = '\n';

/** Puts texts together as they are: at once done, for what is searched but not kept. */
export function joinTexts(texts: readonly FoldedArticle[]): TextShard {
  return build(texts, texts.map(({ title, text }) => [title + boundary, text + boundary]));
}

/** Puts texts together in a code that takes half the room. */
export function packTexts(texts: readonly FoldedArticle[]): TextShard {
  const alphabet = alphabetOf(texts.map(({ title, text }) => title + text).join('') + boundary);
  return { ...build(texts, texts.map(({ title, text }) => [encode(title + boundary, alphabet), encode(text + boundary, alphabet)])), alphabet };
}

/** A shard without some articles; undefined when none is left. */
export function withoutArticles(shard: TextShard, ids: ReadonlySet<string>): TextShard | undefined {
  const places = shard.ids.flatMap((id, place) => (ids.has(id) ? [] : [place]));
  if (places.length === 0) return undefined;
  const sources = places.map((place) => ({ id: shard.ids[place] ?? '', revision: shard.revisions[place] ?? 0 }));
  const parts = places.map((place): [string, string] => {
    const [start, body, end] = boundsOf(shard, place);
    return [shard.text.slice(start, body), shard.text.slice(body, end)];
  });
  return { ...shard, ...build(sources, parts) };
}

/** The articles of a shard in which every word stands, in title or body; all of them where no word is looked for. */
export function matchShard(shard: TextShard, words: readonly string[]): ShardMatch[] {
  if (words.length === 0) return shard.ids.map((_id, place) => ({ place, score: 0 }));
  const codes = encodeAll(shard, words);
  if (codes === undefined) return [];
  // The longest word is the rarest, as a rule: it leaves the least for the others to be looked for in.
  const [rarest = '', ...others] = codes.sort((a, b) => b.length - a.length);
  return findAll(shard, rarest).flatMap(({ place, score }) => {
    const rest = sumOf(shard, place, others);
    if (rest === undefined) return [];
    return [{ place, score: score + rest + (standTogether(shard, place, [rarest, ...others]) ? togetherWorth : 0) }];
  });
}

/** Whether several words stand once within a sentence, as it were: so they are most often meant. */
function standTogether(shard: TextShard, place: number, [word = '', ...others]: readonly string[]): boolean {
  if (others.length === 0) return false;
  const reach = shard.alphabet === undefined ? reachOfWord : reachOfWord * 1.5;
  const [start, , end] = boundsOf(shard, place);
  const text = shard.text.slice(start, end);
  let at = text.indexOf(word);
  for (let count = 0; at >= 0 && count < mostCompared; count += 1) {
    const around = text.slice(Math.max(0, at - reach), at + word.length + reach);
    if (others.every((other) => around.includes(other))) return true;
    at = text.indexOf(word, at + word.length);
  }
  return false;
}

/** What some words are worth together in one article of a shard; undefined where one of them is missing. */
export function scoreOf(shard: TextShard, place: number, words: readonly string[]): number | undefined {
  const codes = encodeAll(shard, words);
  return codes && sumOf(shard, place, codes);
}

function sumOf(shard: TextShard, place: number, codes: readonly string[]): number | undefined {
  let sum = 0;
  for (const code of codes) {
    const score = scoreAt(shard, place, code);
    if (score === 0) return undefined;
    sum += score;
  }
  return sum;
}

function encodeAll({ alphabet }: TextShard, words: readonly string[]): string[] | undefined {
  if (alphabet === undefined) return [...words];
  const codes = words.map((word) => encodeWord(word, alphabet));
  return codes.every((code) => code !== undefined) ? codes : undefined;
}

function findAll(shard: TextShard, code: string): ShardMatch[] {
  const matches: ShardMatch[] = [];
  let place = 0;
  for (let at = shard.text.indexOf(code); at >= 0;) {
    while ((shard.starts[place + 1] ?? Infinity) <= at) place += 1;
    const [, body, end] = boundsOf(shard, place);
    matches.push({ place, score: scoreIn(shard.text.slice(at, end), body - at, code) });
    at = shard.text.indexOf(code, end);
  }
  return matches;
}

function scoreAt(shard: TextShard, place: number, code: string): number {
  const [start, body, end] = boundsOf(shard, place);
  // A search in the whole text would go on behind the article.
  return scoreIn(shard.text.slice(start, end), body - start, code);
}

/** What a word is worth in a text of which the body begins somewhere: in the title more than several times in the body. */
function scoreIn(text: string, body: number, code: string): number {
  let at = text.indexOf(code);
  const inTitle = at >= 0 && at < body;
  if (inTitle) at = text.indexOf(code, body);
  let count = 0;
  for (; at >= 0 && count < mostCounted; at = text.indexOf(code, at + code.length)) count += 1;
  return count + (inTitle ? titleWorth : 0);
}

function boundsOf({ starts, bodies }: TextShard, place: number): [start: number, body: number, end: number] {
  return [starts[place] ?? 0, bodies[place] ?? 0, starts[place + 1] ?? Infinity];
}

function build(sources: readonly { id: string; revision: number }[], parts: readonly [title: string, body: string][]): TextShard {
  const [starts, bodies]: [number[], number[]] = [[], []];
  let end = 0;
  for (const [title, body] of parts) {
    starts.push(end);
    bodies.push(end + title.length);
    end += title.length + body.length;
  }
  return { ids: sources.map(({ id }) => id), revisions: sources.map(({ revision }) => revision), starts: [...starts, end], bodies, text: parts.map((part) => part.join('')).join('') };
}
