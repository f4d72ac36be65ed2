import type { Reading } from './reading.ts';
import { group } from './reading.ts';

/** The base with what stands below and above it; at its corners, or under and over it where limits stand. */
export function addScripts(reading: Reading, base: Element): Element {
  const { make } = reading;
  let limits = base.matches('[movablelimits], .limits');
  let [below, above]: (Element | undefined)[] = [];
  const primes: string[] = [];
  for (;;) {
    const next = reading.peek();
    if (next === '\\limits' || next === '\\nolimits') limits = next === '\\limits';
    else if (next === "'") primes.push('′');
    else if (next !== '_' && next !== '^') break;
    reading.take();
    if (next === '\\limits') base.setAttribute('movablelimits', 'false');
    if ((next === '_' && below) || (next === '^' && above)) reading.fail();
    if (next === '_') below = reading.argument();
    if (next === '^') above = reading.argument();
  }
  if (primes.length > 0) above = group(reading, [make('mo', { lspace: '0', rspace: '0' }, primes.join('')), ...(above ? [above] : [])]);
  const name = `${below ? (limits ? 'under' : 'sub') : ''}${above ? (limits ? 'over' : 'sup') : ''}`;
  return name === '' ? base : make(`m${name}`, {}, base, ...(below ? [below] : []), ...(above ? [above] : []));
}
