// @ts-check
import { parseAst } from 'vite';

/** What a rule says of itself for people and tests; nothing reads it where the rule is at work. */
const evidence = new Set(['why', 'fixture', 'matches', 'spares']);

/** @typedef {{ type: string, start: number, end: number }} Node */

/**
 * A script without the evidence of its rules: in each object that says `why`, that and what goes with it is cut out.
 *
 * @param {string} code
 * @returns {string}
 */
export function withoutEvidence(code) {
  if (!/\bwhy:/.test(code)) return code;
  /** @type {{ text: string, start: number, end: number }[]} */
  const cuts = [];
  for (const properties of objectsWithWhy(parseAst(code))) {
    const kept = properties.filter((property) => !evidence.has(nameOf(property)));
    const [first, last] = [properties[0], properties.at(-1)];
    if (first === undefined || last === undefined) continue;
    const text = kept.map(({ start, end }) => code.slice(start, end)).join(',');
    cuts.push({ text, start: first.start, end: last.end });
  }
  return cuts.sort((a, b) => b.start - a.start).reduce((whole, { text, start, end }) => whole.slice(0, start) + text + whole.slice(end), code);
}

/**
 * @param {unknown} root
 * @returns {(Node & { key?: Node & { name?: string } })[][]}
 */
function objectsWithWhy(root) {
  const found = [];
  const waiting = [root];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (typeof node !== 'object' || node === null) continue;
    if ('type' in node && node.type === 'ObjectExpression' && 'properties' in node) {
      const properties = /** @type {(Node & { key?: Node & { name?: string } })[]} */ (node.properties);
      if (properties.some((property) => nameOf(property) === 'why')) {
        found.push(properties);
        continue;
      }
    }
    waiting.push(...Object.values(node));
  }
  return found;
}

/** @param {{ key?: { name?: string } }} property */
function nameOf({ key }) {
  return key?.name ?? '';
}
