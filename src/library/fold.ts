import type { FoldedText } from './fold-letters.ts';
import { closeUp, foldLetters, foldWithPlaces } from './fold-letters.ts';
import { simplify } from './han-variants.ts';

/** A text in which no letter's form makes a difference, traditional and simplified neither; its spaces and quotation marks stay. */
export function foldCharacters(text: string): string {
  return simplify(foldLetters(text));
}

/** The form in which texts are compared: the forms of letters make no difference, nor do quotation marks, and spaces only between words. */
export function fold(text: string): string {
  return closeUp(foldCharacters(text));
}

/** Folds a short text and keeps for each unit its place in the original. */
export function foldWithOrigins(text: string): FoldedText {
  return foldWithPlaces(text, foldCharacters);
}
