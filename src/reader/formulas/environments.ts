import type { Reading } from './reading.ts';
import { group } from './reading.ts';

const matrixFences: Readonly<Record<string, string>> = { p: '()', b: '[]', B: '{}', v: '||', V: '‖‖' };
/** Set as large as a formula on a line of its own. */
const displayed = /^(align(ed)?|split|gather(ed)?|equation)$/;

/** What stands between `\begin{…}` and `\end{…}`. */
export function readEnvironment(reading: Reading): Element {
  const { make } = reading;
  const written = reading.raw();
  const name = written.replace('*', '');
  const [isPlain, matrix = ''] = /^(?:([pbBvV])?matrix|array|cases)$/.exec(name) ?? [];
  if (!isPlain && !displayed.test(name)) reading.fail();
  const columns = name === 'array' ? reading.raw().replace(/\s/g, '') : name === 'cases' ? 'l' : /^[as]/.test(name) ? 'r' : '';
  if (/[^lcr|]/.test(columns)) reading.fail();
  const table = readTable(reading, { display: !isPlain, columns });
  if (!reading.skip('\\end') || reading.raw() !== written) reading.fail();
  const [open, close] = name === 'cases' ? '{' : (matrixFences[matrix] ?? '');
  const fence = (sign: string | undefined, form: string): Element[] => (sign ? [make('mo', { form, stretchy: 'true' }, sign)] : []);
  return make('mrow', {}, ...fence(open, 'prefix'), table, ...fence(close, 'postfix'));
}

/** Cells and rows until the table ends; a single cell is what it holds. Columns that begin with one to the right are set to their sign. */
export function readTable(reading: Reading, { columns = '', display = false } = {}): Element {
  const { make } = reading;
  const rows: Element[] = [];
  const style = display ? { displaystyle: 'true' } : {};
  const bars = columns.split(/[lcr]/); // before each column, and behind the last
  do {
    reading.option(); // a distance that was asked for before the row
    let isRuled = false;
    while (reading.skip('\\hline')) isRuled = true;
    const cells: Element[] = [];
    do {
      const drawn = [bars[cells.length] && 'bar', cells.length === bars.length - 2 && bars.at(-1) && 'end'].filter(Boolean).join(' ');
      cells.push(make('mtd', drawn === '' ? {} : { class: drawn }, group(reading, reading.row())));
    } while (reading.skip('&'));
    if (cells.some(({ firstElementChild }) => firstElementChild?.localName !== 'mrow' || firstElementChild.firstChild)) rows.push(make('mtr', isRuled ? { class: 'rule' } : {}, ...cells));
    else if (isRuled) rows.at(-1)?.classList.add('end');
  } while (reading.skip('\\\\'));
  const only = rows.length === 1 && rows[0]?.children.length === 1 ? rows[0].firstElementChild : undefined;
  if (only?.firstElementChild && !display) return only.firstElementChild;
  return only ? make('mstyle', style, ...only.children) : make('mtable', { ...style, class: columns.replaceAll('|', '').charAt(0) }, ...rows);
}
