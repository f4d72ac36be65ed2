import { isNumber, isString, oneOf, shapeOf } from '../shape.ts';

/** The colours of the pen. */
export const highlightColours = ['yellow', 'green', 'blue', 'red'] as const;
export type HighlightColour = (typeof highlightColours)[number];

/** A passage that a person marked: its words with their neighbours, its place when it was marked, and what the person wrote about it. */
export interface Annotation {
  id: string;
  exact: string;
  prefix: string;
  suffix: string;
  /** Offsets in the body's text, in UTF-16 units; the words count more than these. */
  start: number;
  end: number;
  colour: HighlightColour;
  /** Empty where nothing was written. */
  note: string;
  /** Milliseconds since the epoch. */
  createdAt: number;
}

/** Whether a value is an annotation, field by field. */
export const isAnnotation = shapeOf<Annotation>({
  id: isString, exact: isString, prefix: isString, suffix: isString, start: isNumber, end: isNumber,
  colour: oneOf(...highlightColours), note: isString, createdAt: isNumber,
});
