// @ts-check
import { parseAst } from 'vite';

/** @typedef {{ type: string, start: number, end: number, value?: string, left?: Expression, right?: Expression }} Expression */
/** @typedef {{ id?: { name?: string }, init?: Expression }} Declarator */

/**
 * A module whose constant `pairs`, a text of characters two by two, is given as the steps from each to the next of its
 * kind. They take half the room in a package: neighbours stand near each other in Unicode, and deflation sees only bytes.
 *
 * @param {string} code
 * @returns {string}
 */
export function withPackedPairs(code) {
  const { body } = /** @type {{ body: { declarations?: Declarator[] }[] }} */ (/** @type {unknown} */ (parseAst(code)));
  const declared = body.flatMap(({ declarations }) => declarations ?? []).find(({ id }) => id?.name === 'pairs')?.init;
  if (declared === undefined) throw new Error('there is no constant `pairs` to pack');
  return `${code.slice(0, declared.start)}(${unpack.toString()})(${JSON.stringify(pack(textOf(declared)))})${code.slice(declared.end)}`;
}

/** @param {Expression | undefined} expression literals, added up @returns {string} */
function textOf(expression) {
  if (expression?.type === 'BinaryExpression') return textOf(expression.left) + textOf(expression.right);
  if (expression?.type !== 'Literal' || typeof expression.value !== 'string') throw new Error('`pairs` is not made of literals alone');
  return expression.value;
}

/** First the steps of the first characters, then those of the second. @param {string} pairs */
function pack(pairs) {
  return [0, 1].flatMap((place) => {
    const points = Array.from({ length: pairs.length / 2 }, (_, index) => pairs.charCodeAt(2 * index + place));
    return points.map((point, index) => digitsOf(point - (points[index - 1] ?? 0)));
  }).join('');
}

/** A step up is an even number, one down an odd one; of its digits to base 40 all but the last are written 40 higher. @param {number} step */
function digitsOf(step) {
  let rest = step < 0 ? -2 * step - 1 : 2 * step;
  let digits = String.fromCharCode(40 + (rest % 40));
  while ((rest = Math.floor(rest / 40)) > 0) digits = String.fromCharCode(80 + (rest % 40)) + digits;
  return digits;
}

/** Stands in the package as text, and so uses nothing from around it. @param {string} packed */
function unpack(packed) {
  const numbers = (packed.match(/[P-w]*[(-O]/g) ?? []).map((digits) => [...digits].reduce((number, digit) => number * 40 + (digit.charCodeAt(0) % 40), 0));
  const steps = numbers.map((number) => (number % 2 ? -(number + 1) : number) / 2);
  const half = steps.length / 2;
  let [first, second, pairs] = [0, 0, ''];
  for (let index = 0; index < half; index++) pairs += String.fromCharCode((first += steps[index] ?? 0), (second += steps[half + index] ?? 0));
  return pairs;
}
