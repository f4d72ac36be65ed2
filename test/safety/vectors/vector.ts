/** What a vector tries to reach: a call that must never happen, and an address that must never be asked for. */
export interface Probe {
  /** A call of the canary, as JavaScript without quotation marks. */
  js: string;
  /** An address of the recording site. */
  url: string;
}

/** One hostile piece of markup. */
export interface Vector {
  /** The class of attack, such as `handler`. */
  kind: string;
  /** What is particular about it. */
  name: string;
  make: (probe: Probe) => string;
}

/** Gives all of one class their kind; the text of the markup stands for its name where there is none. */
export function ofKind(kind: string, vectors: readonly (Vector['make'] | readonly [string, Vector['make']])[]): Vector[] {
  return vectors.map((vector) => {
    const [name, make] = typeof vector === 'function' ? [vector({ js: 'x()', url: 'u' }).slice(0, 80), vector] : vector;
    return { kind, name, make };
  });
}
