/** Thrown by an extraction that has taken too long. */
export class OutOfTime extends Error {}

/** Asked between two pieces of work, as often as one likes; throws `OutOfTime` once the time is up. */
export type CheckTime = () => void;

/** A limit of so many milliseconds from now. Nothing interrupts a script from outside, so it has to ask. */
export function timeLimit(milliseconds: number): CheckTime {
  const end = performance.now() + milliseconds;
  return () => {
    if (performance.now() > end) throw new OutOfTime(`not done within ${milliseconds} ms`);
  };
}

/** No limit: for tools and tests, where nobody waits at a page. */
export const unhurried: CheckTime = () => undefined;
