import type { JSX } from 'preact';
import { useCallback, useState } from 'preact/hooks';

/** One short sentence about what has just happened. */
export interface Word {
  text: string;
  failed: boolean;
  /** Tells two equal sentences apart, so that the second is seen and heard as well. */
  turn: number;
}

/** Says a sentence; `failed` stays until the next one. */
export type Say = (text: string, options?: { failed?: boolean }) => void;

/** The last thing said by the tools. */
export function useWord(): [Word, Say] {
  const [word, setWord] = useState<Word>({ text: '', failed: false, turn: 0 });
  const say: Say = useCallback((text, { failed = false } = {}) => setWord(({ turn }) => ({ text, failed, turn: turn + 1 })), []);
  return [word, say];
}

/** Shows the last word at the foot of the view, and speaks it to a screen reader. */
export function WordLine({ word }: { word: Word }): JSX.Element {
  return (
    <p class="words" role="status" data-testid="said">
      <span class="word" key={word.turn} data-failed={word.failed}>{word.text}</span>
    </p>
  );
}
