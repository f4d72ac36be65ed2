import { useEffect, useRef, useState } from 'preact/hooks';
import type { Sentence } from './sentences.ts';
import { nextSectionAfter } from './sentences.ts';

export interface Speech {
  /** The sentence that is read, or at which reading rests. */
  index: number;
  isPlaying: boolean;
  rate: number;
  toggle: () => void;
  setRate: (rate: number) => void;
  /** Undefined in the last section. */
  nextSection: (() => void) | undefined;
}

interface Options {
  sentences: readonly Sentence[];
  start: number;
  voice: SpeechSynthesisVoice;
  onEnd: () => void;
  onFail: () => void;
}

interface Turn {
  index: number;
  isPlaying: boolean;
  rate: number;
}

/** Reads sentence by sentence: so the mark is exact, and no browser cuts a long text short. */
export function useSpeech({ sentences, start, voice, onEnd, onFail }: Options): Speech {
  const [turn, setTurn] = useState<Turn>({ index: start, isPlaying: true, rate: 1 });
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
    const utterance = utter(sentence, voice, turn.rate);
    utterance.addEventListener('end', () => setTurn((now) => ({ ...now, index: now.index + 1 })), { signal: life.signal });
    utterance.addEventListener('error', (event) => {
      console.error('reading aloud failed', event.error);
      ends.current.onFail();
    }, { signal: life.signal });
    speechSynthesis.speak(utterance);
    // A pause is a cancel too: resuming begins the sentence again, which every browser can do.
    return () => {
      life.abort();
      speechSynthesis.cancel();
    };
  }, [sentences, voice, turn]);
  const next = nextSectionAfter(sentences, turn.index);
  return {
    ...turn,
    toggle: () => setTurn({ ...turn, isPlaying: !turn.isPlaying }),
    setRate: (rate) => setTurn({ ...turn, rate }),
    nextSection: next === undefined ? undefined : () => setTurn({ ...turn, index: next }),
  };
}

function utter({ spoken }: Sentence, voice: SpeechSynthesisVoice, rate: number): SpeechSynthesisUtterance {
  const utterance = new SpeechSynthesisUtterance(spoken);
  utterance.voice = voice;
  utterance.lang = voice.lang;
  utterance.rate = rate;
  return utterance;
}
