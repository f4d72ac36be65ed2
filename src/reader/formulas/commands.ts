import { alphabetCommands, setInAlphabet } from './alphabets.ts';
import { readEnvironment, readTable } from './environments.ts';
import type { Reading } from './reading.ts';
import { pairs, signs } from './symbols.ts';

type Command = (reading: Reading, name: string) => Element;

/** The sign of a fence that grows; empty for the point. */
function readFence(reading: Reading): string {
  const word = reading.take();
  const sign = signs.get(word) ?? word;
  if (!/^[()[\]{}|/.<>⟨⟩‖⌊⌋⌈⌉↑↓]$/u.test(sign)) reading.fail();
  return sign.replace('.', '').replace('<', '⟨').replace('>', '⟩');
}

const fenced: Command = (reading) => {
  const fence = (form: string): Element => {
    const sign = readFence(reading);
    return sign === '' ? reading.make('mrow', {}) : reading.make('mo', { form, stretchy: 'true' }, sign);
  };
  const parts = [fence('prefix'), ...reading.row()];
  if (!reading.skip('\\right')) reading.fail();
  return reading.make('mrow', {}, ...parts, fence('postfix'));
};

const sized: Command = (reading, name) => {
  const height = `${1.2 + (name.includes('B') ? 0.6 : 0) + (name.includes('gg') ? 1.2 : 0)}em`;
  return reading.make('mo', { stretchy: 'true', symmetric: 'true', minsize: height, maxsize: height, lspace: '0', rspace: '0' }, readFence(reading));
};

const fraction = (displaystyle?: string): Command => ({ make, argument }) => {
  const made = make('mfrac', {}, argument(), argument());
  return displaystyle === undefined ? made : make('mstyle', { displaystyle }, made);
};

const root: Command = ({ make, option, argument }) => {
  const index = option();
  return index ? make('mroot', {}, argument(), index) : make('msqrt', {}, argument());
};

const binomial: Command = ({ make, argument }) => make('mrow', {}, make('mo', {}, '('), make('mfrac', { linethickness: '0' }, argument(), argument()), make('mo', {}, ')'));

/** A mark over or under a term; on a brace limits stand. */
const marked = (name: 'mover' | 'munder', mark: string): Command => ({ make, argument }) => {
  const grows = /[‾_⏞⏟→←]/u.test(mark) ? 'true' : 'false';
  return make(name, /[⏞⏟]/u.test(mark) ? { class: 'limits' } : { accent: 'true' }, argument(), make('mo', { stretchy: grows }, mark));
};

const stacked = (name: 'mover' | 'munder'): Command => ({ make, argument }) => {
  const mark = argument();
  return make(name, {}, argument(), mark);
};

/** An arrow that is as long as what stands over and under it. */
const arrow = (sign: string): Command => ({ make, option, argument }) => {
  const below = option();
  const spaced = (term: Element): Element => make('mrow', {}, make('mspace', { width: '.4em' }), term, make('mspace', { width: '.4em' }));
  const parts = [make('mo', { stretchy: 'true' }, sign), ...(below ? [spaced(below)] : []), spaced(argument())];
  return make(below ? 'munderover' : 'mover', {}, ...parts);
};

/** A sign with a stroke through it. */
const negated: Command = (reading) => {
  const word = reading.take();
  const sign = signs.get(word) ?? word;
  if (!/^[=<>≤≥∈⊂⊃⊆⊇≡∼≃≅≈∣∥∃→←⇒⇐⇔↔]$/u.test(sign)) reading.fail();
  return reading.make('mo', {}, `${sign}\u0338`.normalize('NFC'));
};

const boxed: Command = ({ make, argument }) => make('mrow', { class: 'boxed' }, argument());
const between: Command = (reading) => reading.make('mo', { stretchy: 'true', form: 'infix', lspace: '.2em', rspace: '.2em' }, readFence(reading));

/** Words in a formula: spaces count, and a command among them is not known. */
const words: Command = (reading, name) => {
  const text = reading.raw().replace(/\\([ %&#_])/g, '$1');
  if (/[\\$]/.test(text)) reading.fail();
  return reading.make('mtext', name === '\\textbf' ? { class: 'bold' } : {}, text.replace(/[{}]/g, '').replace(/[\s~]+/g, '\u00a0'));
};

const modulo: Command = ({ make, argument }) => make('mrow', {}, make('mtext', {}, '\u2003(mod\u00a0'), argument(), make('mtext', {}, ')'));

const tag: Command = (reading) => {
  const isBare = reading.skip('*');
  const text = reading.raw();
  return reading.make('mtext', {}, `\u2003\u2003${isBare ? text : `(${text})`}`);
};

const substack: Command = (reading) => {
  if (!reading.skip('{')) reading.fail();
  const table = readTable(reading);
  if (!reading.skip('}')) reading.fail();
  return table;
};

const inAlphabet: Command = ({ make, argument, row }, name) => {
  const term = make('mrow', {}, ...(/^\\(rm|bf|cal)$/.test(name) ? row() : [argument()]));
  setInAlphabet(term, alphabetCommands.get(name.slice(1)) ?? '');
  return term;
};

const style = (attributes: Readonly<Record<string, string>>): Command => ({ make, row }) => make('mstyle', attributes, ...row());
const pass: Command = ({ argument }) => argument();
const nothing: Command = ({ make }) => make('mrow', {});
/** What it takes cannot be seen here: a colour, or a name for links. */
const unseen: Command = ({ make, raw }) => (raw(), make('mrow', {}));

const named = (names: string, command: Command): [string, Command][] => names.split(' ').map((name) => [`\\${name}`, command]);
const each = (text: string, make: (sign: string) => Command): [string, Command][] => Array.from(pairs(text), ([name, sign]) => [name, make(sign)]);

/** Every command that takes something, by its name. */
export const commands: ReadonlyMap<string, Command> = new Map([
  ...named('frac', fraction()), ...named('dfrac cfrac', fraction('true')), ...named('tfrac', fraction('false')), ...named('sqrt', root), ...named('binom', binomial),
  ...named('left', fenced), ...named('big Big bigg Bigg', sized), ...named('begin', readEnvironment), ...named('substack', substack),
  ...each('hat ^ widehat ^ tilde ~ widetilde ~ dot ˙ ddot ¨ bar ‾ overline ‾ vec → overrightarrow → overbrace ⏞', (mark) => marked('mover', mark)), ...each('underline _ underbrace ⏟', (mark) => marked('munder', mark)),
  ...named('overset stackrel', stacked('mover')), ...named('underset', stacked('munder')),
  ...named('text textrm textbf textit mbox', words), ...named('pmod', modulo), ...named('tag', tag),
  ...named([...alphabetCommands.keys()].join(' '), inAlphabet), ...named('displaystyle', style({ displaystyle: 'true' })), ...named('textstyle', style({ displaystyle: 'false' })),
  ...each('xrightarrow → xleftarrow ← xleftrightarrow ↔ xRightarrow ⇒ xLeftarrow ⇐', arrow), ...named('not', negated), ...named('boxed', boxed), ...named('middle', between),
  ...named('mathop mathbin mathrel', pass), ...named('nonumber notag', nothing), ...named('color textcolor label', unseen),
]);
