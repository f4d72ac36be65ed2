import { Readability } from '@mozilla/readability';
import type { CheckTime } from './time-limit.ts';

type Options = ConstructorParameters<typeof Readability<Element>>[1];
type Methods = Record<string, ((...parameters: unknown[]) => unknown) | undefined>;

/** What Readability calls for each element that it walks over or weighs. */
const busiest = ['_getNextNode', '_getInnerText', '_getAllNodesWithTag'] as const;
/** So many calls take a moment even on a large page, and asking at each of them would take as long as they do. */
const callsBetweenChecks = 16;

/** Readability that asks for the time while it works: by itself it goes on until it is done, however long that takes. */
export function createReadability(page: Document, options: Options, checkTime: CheckTime): Readability<Element> {
  const readability = new Readability<Element>(page, options);
  const methods = readability as unknown as Methods;
  let calls = 0;
  for (const name of busiest) {
    const method = methods[name];
    if (method === undefined) throw new Error(`Readability has no ${name} any more`);
    // None of them has more than two parameters, and a rest parameter would cost more than the method itself.
    methods[name] = (one, two) => {
      calls += 1;
      if (calls % callsBetweenChecks === 0) checkTime();
      return method.call(readability, one, two);
    };
  }
  return readability;
}
