import type { BodyText, Stretch } from '../body-text.ts';
import { chunksOf } from '../body-text.ts';

/** A sentence of the article, as it stands and as it is said. */
export interface Sentence extends Stretch {
  spoken: string;
  /** Whether a section begins with it. */
  isHeading: boolean;
}

/** Numbers that refer to notes are for the eye. */
const references = /\[\d{1,3}\]/g;

/** The sentences of a body in reading order; code is not read out. */
export function sentencesOf(body: BodyText, lang: string): Sentence[] {
  const segmenter = new Intl.Segmenter(lang || undefined, { granularity: 'sentence' });
  return chunksOf(body).filter(({ block }) => block?.tagName !== 'PRE').flatMap(({ block, start, end }) =>
    Array.from(segmenter.segment(withoutReferences(body.text.slice(start, end))), breathsOf).flat().map(({ segment, index }) => ({
      start: start + index + segment.length - segment.trimStart().length,
      end: start + index + segment.trimEnd().length,
      spoken: segment.trim(),
      isHeading: /^H[1-6]$/.test(block?.tagName ?? ''),
    })).filter(({ spoken }) => /[\p{L}\p{N}]/u.test(spoken)));
}

/** Some voices fall silent after a quarter of a minute, without a word: what takes longer is said clause by clause. */
const longBreath = /[^]{1,60}[，；：、]|[^]{1,240}(?:[,;:\s]|$)|[^]{1,60}/gu;

function breathsOf({ segment, index }: Pick<Intl.SegmentData, 'segment' | 'index'>): { segment: string; index: number }[] {
  if (segment.length <= 60) return [{ segment, index }];
  return Array.from(segment.matchAll(longBreath), (breath) => ({ segment: breath[0], index: index + breath.index }));
}

/** As long as before, so that each sentence keeps its place. */
function withoutReferences(text: string): string {
  return text.replace(references, (reference) => ' '.repeat(reference.length));
}

/** The first sentence of the section after this one; undefined in the last section. */
export function nextSectionAfter(sentences: readonly Sentence[], index: number): number | undefined {
  const next = sentences.findIndex(({ isHeading }, at) => at > index && isHeading);
  return next < 0 ? undefined : next;
}
