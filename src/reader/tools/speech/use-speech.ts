import { useEffect, useRef, useState } from 'preact/hooks';
import type { Sentence } from './sentences.ts';
import { nextSectionAfter } from './sentences.ts';

export interface Speech {
  /** The sentence that is read, or at which reading rests. */
  index: number;
  isPlaying: boolean;
  toggle: () => void;
  /** Undefined at the first sentence. */
  stepBack: (() => void) | undefined;
  /** Undefined in the last section. */
  nextSection: (() => void) | undefined;
}

interface Options {
  sentences: readonly Sentence[];
  start: number;
  voice: SpeechSynthesisVoice;
  rate: number;
  onEnd: () => void;
  onFail: () => void;
}

interface Turn {
  index: number;
  isPlaying: boolean;
}

/** Reads sentence by sentence: so the mark is exact, and no browser cuts a long text short. */
export function useSpeech({ sentences, start, voice, rate, onEnd, onFail }: Options): Speech {
  const [turn, setTurn] = useState<Turn>({ index: start, isPlaying: true });
  const ends = useRef({ onEnd, onFail });
  ends.current = { onEnd, onFail };
  useEffect(() => {
    const sentence = sentences[turn.index];
    if (!turn.isPlaying) return undefined;
    if (sentence === undefined) {
      ends.current.onEnd();
      return undefined;
    }
    const life = new AbortController();
    const rest = (): void => setTurn((now) => ({ ...now, isPlaying: false }));
    const utterance = utter(sentence, voice, rate);
    utterance.addEventListener('end', () => setTurn((now) => ({ ...now, index: now.index + 1 })), { signal: life.signal });
    utterance.addEventListener('error', ({ error }) => {
      // The page, another tab or the system took the voice.
      if (/^(interrupted|canceled)$/.test(error)) return rest();
      console.error('reading aloud failed', error);
      ends.current.onFail();
    }, { signal: life.signal });
    // A page that goes away falls silent, and does not speak up when one comes back to it.
    window.addEventListener('pagehide', () => { speechSynthesis.cancel(); rest(); }, { signal: life.signal });
    speechSynthesis.resume(); // whoever had it paused
    speechSynthesis.speak(utterance);
    // A pause is a cancel too: resuming begins the sentence again, which every browser can do.
    return () => {
      life.abort();
      speechSynthesis.cancel();
    };
  }, [sentences, voice, rate, turn]);
  const next = nextSectionAfter(sentences, turn.index);
  const goTo = (index: number) => (): void => setTurn({ ...turn, index });
  return {
    ...turn,
    toggle: () => setTurn({ ...turn, isPlaying: !turn.isPlaying }),
    stepBack: turn.index === 0 ? undefined : goTo(turn.index - 1),
    nextSection: next === undefined ? undefined : goTo(next),
  };
}

function utter({ spoken }: Sentence, voice: SpeechSynthesisVoice, rate: number): SpeechSynthesisUtterance {
  const utterance = new SpeechSynthesisUtterance(spoken);
  utterance.voice = voice;
  utterance.lang = voice.lang;
  utterance.rate = rate;
  return utterance;
}
