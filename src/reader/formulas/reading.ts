/** Makes an element of MathML. */
export type Make = (name: string, attributes: Readonly<Record<string, string>>, ...children: readonly (Element | string)[]) => Element;

/** A formula while it is read, word by word. */
export interface Reading {
  make: Make;
  /** The next word; empty at the end, and once something is not known. */
  peek(): string;
  take(): string;
  /** Takes the next word if it is this one. */
  skip(word: string): boolean;
  /** Something is not known: the formula is not drawn, and nothing more is read. */
  fail(): void;
  /** What comes until the group, the cell or the formula ends, or until this word. */
  row(until?: string): Element[];
  /** What a command or a script takes: a group, or one sign. */
  argument(): Element;
  /** What a command takes in square brackets; undefined where there are none. */
  option(): Element | undefined;
  /** What a command takes as it was written. */
  raw(): string;
}

/** Several in a row are one. */
export function group({ make }: Reading, children: readonly Element[]): Element {
  const [only] = children;
  return children.length === 1 && only ? only : make('mrow', {}, ...children);
}
