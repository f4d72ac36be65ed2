import type { Arrangement } from '../library/arrange.ts';
import { plainArrangement, rowStates, sortOrders } from '../library/arrange.ts';

/** What the page is asked to show. */
export interface View {
  arrangement: Arrangement;
  query: string;
}

const plain: Readonly<Record<string, string>> = { ...plainArrangement, query: '' };

/** The end of the page's address that tells a view, from its `#` on; empty for the plain list. */
export function hashOf({ arrangement, query }: View): string {
  const told = Object.entries({ ...arrangement, query }).filter(([name, value]) => value !== plain[name]);
  return told.length === 0 ? '' : `#${new URLSearchParams(told).toString()}`;
}

/** The view that an address tells; of what it leaves out, or what nobody knows, the plain list's. */
export function viewIn(hash: string): View {
  const told = new URLSearchParams(hash.slice(1));
  const text = (name: string): string => told.get(name) ?? '';
  const oneOf = <T extends string>(known: readonly [T, ...T[]], name: string): T => known.find((one) => one === told.get(name)) ?? known[0];
  return {
    arrangement: { sort: oneOf(sortOrders, 'sort'), state: oneOf(rowStates, 'state'), site: text('site'), author: text('author'), tag: text('tag') },
    query: text('query'),
  };
}
