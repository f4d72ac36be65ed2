import type { RemovalGroup } from '../article/article.ts';

/** One of the signs by which a call to the reader is told from a text about such calls. */
export interface CallSign {
  id: string;
  /** `deed`: what the reader is to do, or a phrase that only closes a text; `plea`: how it is asked; `story`: speaks against a call; `words`: counts once for each word. */
  kind: 'deed' | 'plea' | 'sign' | 'story' | 'words';
  /** What a line with this deed is: the message key of the reason that people are shown. */
  group?: RemovalGroup;
  weight: number;
  /** Only in texts whose words are parted by spaces, which spares all others the look. */
  spaced?: true;
  /** Tested against the line folded by `foldForRules`. */
  pattern: RegExp;
  matches: readonly string[];
  spares: readonly string[];
  why: string;
}
