import type { HeadingRule } from '../rules/heading-rules.ts';

/** `boxed`: the number stood in a box of its own. */
export type Kind = 'real' | 'bold' | 'plain' | 'boxed';

/** A line that may be a heading. */
export interface Candidate {
  element: Element;
  /** Position among the blocks. */
  index: number;
  text: string;
  length: number;
  kind: Kind;
  /** Of a real heading: 1 to 6. */
  level: number;
  rule: HeadingRule | undefined;
  /** The number in the series; 0 where the form has none. */
  ordinal: number;
}
