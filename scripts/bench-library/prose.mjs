// @ts-check

/**
 * @typedef {object} Prose Text that means nothing, and is packed and searched as Chinese prose is.
 * @property {string[]} words the most frequent first
 * @property {(length: number) => string[]} article paragraphs about a subject of their own
 */

/** Every library of the bench has the same articles, of that many characters. */
export const proseSeed = 7;
export const articleLength = 4000;

const vocabulary = 8000;
const ownWords = 120;

/**
 * Makes prose, the same from the same seed. Its words follow Zipf's law and each article repeats its own, which gzip packs
 * to 0.47 of its UTF-8 bytes, as it does articles of that length.
 *
 * @param {number} seed
 * @returns {Prose}
 */
export function createProse(seed) {
  let state = seed;
  const random = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
  const character = () => String.fromCharCode(0x4e00 + 8 * Math.floor(2500 * random() ** 2.5));
  /** @type {(from: string[]) => string} */
  const oneOf = (from) => from[Math.floor(from.length ** random()) - 1] ?? '';
  const words = Array.from({ length: vocabulary }, (_, rank) => Array.from({ length: rank < 150 ? 1 : [2, 2, 2, 2, 3, 4][rank % 6] ?? 2 }, character).join(''));
  /** @type {(pick: () => string) => string} */
  const sentence = (pick) => `${clause(pick)}，${clause(pick)}。`;
  /** @type {(pick: () => string) => string} */
  const clause = (pick) => Array.from({ length: 4 + Math.floor(5 * random()) }, pick).join('');
  /** @type {(length: number, pick: () => string) => string} */
  const paragraph = (length, pick) => {
    let text = '';
    while (text.length < length) text += sentence(pick);
    return text;
  };
  return {
    words,
    article: (length) => {
      const own = Array.from({ length: ownWords }, () => oneOf(words));
      const pick = () => oneOf(random() < 0.45 ? own : words);
      return Array.from({ length: Math.round(length / 140) }, () => paragraph(130, pick));
    },
  };
}
