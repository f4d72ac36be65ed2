import { readAtom } from './atoms.ts';
import { readTable } from './environments.ts';
import type { Make, Reading } from './reading.ts';
import { group } from './reading.ts';
import { addScripts } from './scripts.ts';
import { wordsOf } from './words.ts';

const namespace = 'http://www.w3.org/1998/Math/MathML';
/** Nobody nests deeper by hand, and every level takes from the stack. */
const deepest = 64;
const ends = new Set(['', '}', '&', '\\\\', '\\right', '\\end']);

/** A formula written in TeX as MathML; undefined where something in it is not known, so that it is never drawn in part. */
export function texToMathml(tex: string, { document, display }: { document: Document; display: boolean }): Element | undefined {
  const words = wordsOf(tex);
  const reading = createReading(words, makerIn(document));
  const drawn = readTable(reading);
  if (words.peek() !== '') words.fail();
  if (words.failed()) return undefined;
  return reading.make('math', { display: display ? 'block' : 'inline' }, drawn);
}

function makerIn(document: Document): Make {
  return (name, attributes, ...children) => {
    const element = document.createElementNS(namespace, name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    element.append(...children);
    return element;
  };
}

function createReading(words: ReturnType<typeof wordsOf>, make: Make): Reading {
  const state = { depth: 0 };
  const deeper = <T>(read: () => T): T => {
    if ((state.depth += 1) > deepest) words.fail();
    const found = read();
    state.depth -= 1;
    return found;
  };
  const reading: Reading = {
    ...words,
    make,
    row: (until = '') => deeper(() => readRow(reading, until)),
    argument: () => deeper(() => {
      const next = words.peek();
      if (/^\d/.test(next)) return make('mn', {}, words.takeDigit());
      if (ends.has(next)) words.fail();
      return readAtom(reading, []);
    }),
    option: () => {
      if (!words.skip('[')) return undefined;
      const inner = reading.row(']');
      if (!words.skip(']')) words.fail();
      return group(reading, inner);
    },
  };
  return reading;
}

function readRow(reading: Reading, until: string): Element[] {
  const nodes: Element[] = [];
  for (;;) {
    const next = reading.peek();
    if (ends.has(next) || next === until) return nodes;
    nodes.push(addScripts(reading, readAtom(reading, nodes)));
  }
}
