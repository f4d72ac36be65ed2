import type { BodyText, Stretch } from '../body-text.ts';

/** A sentence of the article, as it stands and as it is said. */
export interface Sentence extends Stretch {
  spoken: string;
  /** Whether a section begins with it. */
  isHeading: boolean;
}

const blocks = 'p, li, h1, h2, h3, h4, h5, h6, td, th, dt, dd, figcaption, caption, blockquote, pre';
/** Numbers that refer to notes are for the eye. */
const references = /\[\d{1,3}\]/g;

/** The sentences of a body in reading order; code is not read out. */
export function sentencesOf({ text, pieces }: BodyText, lang: string): Sentence[] {
  const segmenter = new Intl.Segmenter(lang || undefined, { granularity: 'sentence' });
  return chunksOf(pieces).filter(({ block }) => block?.tagName !== 'PRE').flatMap(({ block, start, end }) =>
    Array.from(segmenter.segment(withoutReferences(text.slice(start, end))), ({ segment, index }) => ({
      start: start + index + segment.length - segment.trimStart().length,
      end: start + index + segment.trimEnd().length,
      spoken: segment.trim(),
      isHeading: /^H[1-6]$/.test(block?.tagName ?? ''),
    })).filter(({ spoken }) => /[\p{L}\p{N}]/u.test(spoken)));
}

/** As long as before, so that each sentence keeps its place. */
function withoutReferences(text: string): string {
  return text.replace(references, (reference) => ' '.repeat(reference.length));
}

interface Chunk extends Stretch {
  block: Element | null;
}

/** The text of one block after the other: a sentence never goes on in the next. */
function chunksOf(pieces: BodyText['pieces']): Chunk[] {
  const chunks: Chunk[] = [];
  for (const { node, start } of pieces) {
    const block = node.parentElement?.closest(blocks) ?? null;
    const last = chunks.at(-1);
    if (last && last.block === block) last.end = start + node.length;
    else chunks.push({ block, start, end: start + node.length });
  }
  return chunks;
}

/** The first sentence of the section after this one; undefined in the last section. */
export function nextSectionAfter(sentences: readonly Sentence[], index: number): number | undefined {
  const next = sentences.findIndex(({ isHeading }, at) => at > index && isHeading);
  return next < 0 ? undefined : next;
}
