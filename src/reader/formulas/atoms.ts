import { commands } from './commands.ts';
import type { Reading } from './reading.ts';
import { functions, limitFunctions, signs, spaces } from './symbols.ts';

const eastAsian = /^[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}\u3000-\u303f\uff00-\uffef]/u;
const opening = /^[([{⟨⌊⌈]$/u;
const fence = /^[()[\]{}⟨⟩⌊⌋⌈⌉|‖]$/u;
/** Large ones, whose limits stand above and below where there is room. */
const large = /^[∑∏∐⋃⋂⨁⨂⋁⋀]$/u;
/** What is no letter and yet stands for a quantity. */
const quantity = /^[Α-Ω∞∂∇∅∀∃∄∠△•…⋯⋮⋱%#$_&.⊤]$/u;

/** One sign, command or group, after what stands before it in its row. */
export function readAtom(reading: Reading, before: readonly Element[]): Element {
  const word = reading.peek();
  // A script with nothing before it belongs to nothing.
  if (/^[_^']/.test(word)) return reading.make('mrow', {});
  reading.take();
  if (word === '{') return readGroup(reading);
  if (/^[%#$]/.test(word)) reading.fail();
  const sign = word.startsWith('\\') ? signs.get(word) : word;
  return sign === undefined ? readCommand(reading, word, before) : readSign(reading, sign, before);
}

/** What stands in braces is no operator any more: nothing is added beside it. */
function readGroup(reading: Reading): Element {
  const inner = reading.row();
  if (!reading.skip('}')) reading.fail();
  return reading.make('mrow', {}, ...inner);
}

function readCommand(reading: Reading, word: string, before: readonly Element[]): Element {
  const space = spaces.get(word) ?? (/^(\\\s|~)$/.test(word) ? '.25' : undefined);
  if (space !== undefined) return reading.make('mspace', { width: `${space}em` });
  const [, name] = functions.exec(word) ?? [];
  if (name !== undefined) return readFunction(reading, { name, limits: limitFunctions.test(name), before });
  if (word === '\\operatorname') {
    const limits = reading.skip('*');
    return readFunction(reading, { name: reading.argument().textContent ?? '', limits, before });
  }
  const command = commands.get(word.replace(/^(\\[bB]igg?)[lrm]$/, '$1'));
  if (command === undefined) reading.fail();
  return command?.(reading, word) ?? reading.make('mrow', {});
}

/** The name of a function keeps a little away from its neighbours, but not from its bracket. */
function readFunction(reading: Reading, { name, limits, before }: { name: string; limits: boolean; before: readonly Element[] }): Element {
  const hasBracket = /^([([]|\\left|\\[bB]ig)/.test(reading.peek());
  const space = { lspace: isAfterTerm(before) ? '.167em' : '0', rspace: hasBracket ? '0' : '.167em' };
  return reading.make('mo', { ...space, ...(limits && { movablelimits: 'true' }) }, name);
}

function readSign(reading: Reading, sign: string, before: readonly Element[]): Element {
  const { make } = reading;
  const after = isAfterTerm(before);
  const operator = (attributes: Readonly<Record<string, string>>, shown = sign): Element => make('mo', attributes, shown);
  if (/^\d/.test(sign)) return make('mn', {}, sign);
  if (quantity.test(sign)) return make('mi', { mathvariant: 'normal' }, sign);
  if (eastAsian.test(sign)) return readWords(reading, sign);
  if (/^\p{L}$/u.test(sign)) return make('mi', {}, sign);
  // As it is written, a fence does not grow and keeps no distance.
  if (fence.test(sign)) return operator({ stretchy: 'false', form: opening.test(sign) || (/[|‖]/u.test(sign) && !after) ? 'prefix' : 'postfix', lspace: '0', rspace: '0' });
  if (large.test(sign)) return operator({ movablelimits: 'true' });
  if (sign === '/') return operator({ lspace: '0', rspace: '0' });
  // A sign after nothing, or after another operator, belongs to what follows it.
  if (/^[-−+±∓¬]$/u.test(sign)) return operator({ form: after ? 'infix' : 'prefix' }, sign.replace('-', '−'));
  return operator({}, sign.replace('*', '∗'));
}

/** Words of a language that is written without spaces stand together. */
function readWords(reading: Reading, first: string): Element {
  let text = first;
  while (eastAsian.test(reading.peek())) text += reading.take();
  return reading.make('mtext', {}, text);
}

function isAfterTerm(before: readonly Element[]): boolean {
  const last = before.at(-1);
  return last !== undefined && (last.localName !== 'mo' || last.getAttribute('form') === 'postfix' || last.textContent === '!');
}
