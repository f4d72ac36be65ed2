/**
 * Scoring of one extraction against the truth about its page: pure functions over plain data.
 *
 * @typedef {{ text: string, tag: string }} Block
 * @typedef {{ text: string, depth: number }} Entry
 * @typedef {{ title: string, byline: string, published: string, blocks: Block[], outline: Entry[], removals?: { step: string, reason: string, text: string }[] }} Output
 */

const invisible = /[\s\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]+/gu;
const shingleLength = 4;
/** Shorter promo texts (分享, 首页) stand in honest prose too often to be looked for inside of it. */
const shortestLeakInside = 8;

/** The form in which texts are compared: NFKC, without white space and zero-width characters, lower case. */
export function normalise(text) {
  return text.normalize('NFKC').replace(invisible, '').toLowerCase();
}

/** Counts each run of four characters; a shorter text counts as one run. */
export function shingles(text) {
  const counts = new Map();
  const characters = [...text];
  if (characters.length === 0) return counts;
  const last = Math.max(characters.length - shingleLength, 0);
  for (let start = 0; start <= last; start += 1) {
    const shingle = characters.slice(start, start + shingleLength).join('');
    counts.set(shingle, (counts.get(shingle) ?? 0) + 1);
  }
  return counts;
}

/** Precision, recall and F1 of the output's text as multisets of shingles; both texts are normalised already. */
export function compareTexts(wanted, got) {
  const want = shingles(wanted);
  const have = shingles(got);
  let common = 0;
  for (const [shingle, count] of want) common += Math.min(count, have.get(shingle) ?? 0);
  const precision = have.size === 0 ? share(0, want.size) : common / total(have);
  const recall = share(common, total(want));
  return { precision, recall, f1: harmonicMean(precision, recall) };
}

/** The stretches of `text` whose shingles `other` does not hold, longest first. */
export function stretchesMissing(text, other) {
  const left = shingles(other);
  const characters = [...text];
  const absent = new Array(characters.length).fill(false);
  for (let start = 0; start + shingleLength <= characters.length; start += 1) {
    const shingle = characters.slice(start, start + shingleLength).join('');
    const count = left.get(shingle) ?? 0;
    if (count > 0) left.set(shingle, count - 1);
    else absent.fill(true, start, start + shingleLength);
  }
  return stretches(characters, absent).sort((a, b) => b.length - a.length);
}

function stretches(characters, marked) {
  const found = [];
  characters.forEach((character, index) => {
    if (!marked[index]) return;
    if (marked[index - 1]) found[found.length - 1] += character;
    else found.push(character);
  });
  return found;
}

/** The body blocks whose text is nowhere in the output's. */
export function lostBlocks(body, outputText) {
  return body.filter(({ text }) => !outputText.includes(normalise(text)));
}

/** The promo blocks that are a block of the output, or long enough and somewhere in its text. */
export function leakedBlocks(promo, outputBlocks, outputText) {
  const blocks = new Set(outputBlocks.map(({ text }) => normalise(text)));
  return promo.filter(({ text }) => {
    const wanted = normalise(text);
    return wanted !== '' && (blocks.has(wanted) || ([...wanted].length >= shortestLeakInside && outputText.includes(wanted)));
  });
}

/** Depths from 1 for heading levels that may skip, so that a heading is one deeper than the nearest one above it. */
export function depthsOf(levels) {
  const open = [];
  return levels.map((level) => {
    while (open.length > 0 && open.at(-1) >= level) open.pop();
    return open.push(level);
  });
}

/**
 * Aligns the outline that was got with the one that is wanted by their longest common subsequence.
 * Entries that are optional are taken out of what was got, unless they are wanted as well.
 *
 * @param {{ wanted: Entry[], got: Entry[], optional?: string[], withDepth?: boolean }} outlines
 */
export function alignOutlines({ wanted, got, optional = [], withDepth = false }) {
  const key = ({ text, depth }) => (withDepth ? `${depth} ${normalise(text)}` : normalise(text));
  const asked = new Set(wanted.map(({ text }) => normalise(text)));
  const ignored = new Set(optional.map(normalise).filter((text) => !asked.has(text)));
  const counted = got.filter(({ text }) => !ignored.has(normalise(text)));
  const pairs = longestCommonSubsequence(wanted.map(key), counted.map(key));
  const foundWanted = new Set(pairs.map(([index]) => index));
  const foundGot = new Set(pairs.map(([, index]) => index));
  return {
    matched: pairs.length,
    wanted: wanted.length,
    got: counted.length,
    foundWanted,
    missed: wanted.filter((_, index) => !foundWanted.has(index)),
    wrong: counted.filter((_, index) => !foundGot.has(index)),
  };
}

/** Pairs of indices of a longest common subsequence of two lists of strings. */
export function longestCommonSubsequence(left, right) {
  const lengths = Array.from({ length: left.length + 1 }, () => new Array(right.length + 1).fill(0));
  for (let i = left.length - 1; i >= 0; i -= 1) {
    for (let j = right.length - 1; j >= 0; j -= 1) {
      lengths[i][j] = left[i] === right[j] ? lengths[i + 1][j + 1] + 1 : Math.max(lengths[i + 1][j], lengths[i][j + 1]);
    }
  }
  const pairs = [];
  for (let i = 0, j = 0; i < left.length && j < right.length; ) {
    if (left[i] === right[j]) pairs.push([i++, j++]);
    else if (lengths[i + 1][j] >= lengths[i][j + 1]) i += 1;
    else j += 1;
  }
  return pairs;
}

/** Whether the title is the wanted one, letter by letter after normalisation. */
export function isTitle(wanted, got) {
  return normalise(got) === normalise(wanted);
}

/** Whether the byline holds one of the accepted names. */
export function isByline(names, got) {
  const byline = normalise(got);
  return names.map(normalise).some((name) => name !== '' && byline.includes(name));
}

/** Whether both are the same day; times after the first ten characters do not count. */
export function isDate(wanted, got) {
  return got.slice(0, 10) === wanted.slice(0, 10);
}

/** The body blocks that are lost from the output and stand in the text of a removal. */
export function proseRemoved(lost, removals) {
  const removed = removals.map(({ text }) => normalise(text));
  return lost.filter(({ text }) => normalise(text) !== '' && removed.some((one) => one.includes(normalise(text))));
}

/** `part` of `whole`; all of nothing is 1 where there was nothing to find. */
export function share(part, whole) {
  return whole === 0 ? 1 : part / whole;
}

/** The harmonic mean of precision and recall, 0 when both are. */
export function harmonicMean(precision, recall) {
  return precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
}

function total(counts) {
  return [...counts.values()].reduce((sum, count) => sum + count, 0);
}
