import { Readability } from '@mozilla/readability';
import type { CheckTime } from './time-limit.ts';

type Options = ConstructorParameters<typeof Readability<Element>>[1];
type Methods = Record<string, ((...parameters: unknown[]) => unknown) | undefined>;

/** What Readability calls for each element that it walks over, weighs or cleans. */
const busiest = ['_getNextNode', '_getInnerText', '_getAllNodesWithTag', '_hasAncestorTag'] as const;

/** Readability that asks for the time while it works: by itself it goes on until it is done, however long that takes. */
export function createReadability(page: Document, options: Options, checkTime: CheckTime): Readability<Element> {
  const readability = new Readability<Element>(page, options);
  const methods = readability as unknown as Methods;
  for (const name of busiest) {
    const method = methods[name];
    if (method === undefined) throw new Error(`Readability has no ${name} any more`);
    methods[name] = (...parameters) => {
      checkTime();
      return method.apply(readability, parameters);
    };
  }
  return readability;
}
