import type { JSX, RefObject } from 'preact';
import { useLayoutEffect, useMemo } from 'preact/hooks';
import { t } from '../../../i18n.ts';
import type { Settings } from '../../../settings.ts';
import { CloseIcon } from '../../../ui/icons.tsx';
import type { BodyText } from '../body-text.ts';
import { rangeOf, readBodyText, unwrap, wrapText } from '../body-text.ts';
import { AfterIcon, BeforeIcon, PauseIcon, SpeakIcon } from '../tool-icons.tsx';
import type { Say } from '../word.tsx';
import type { Sentence } from './sentences.ts';
import { sentencesOf } from './sentences.ts';
import { useSpeech } from './use-speech.ts';

const rates = [0.75, 1, 1.25, 1.5, 2];
/** Sentences that end above this, in px from the top of the view, have been read. */
const top = 60;

interface SpeechBarProps {
  body: RefObject<HTMLElement | null>;
  /** Those that can read it, the best first. */
  voices: readonly [SpeechSynthesisVoice, ...SpeechSynthesisVoice[]];
  settings: Pick<Settings, 'voice' | 'speechRate'>;
  onChange: (change: Partial<Settings>) => void;
  say: Say;
  onClose: () => void;
}

/** Reads the article aloud from where one is, with the sentence marked. */
export function SpeechBar({ body, voices, settings, onChange, say, onClose }: SpeechBarProps): JSX.Element {
  const voice = voices.find(({ voiceURI }) => voiceURI === settings.voice) ?? voices[0];
  const rate = settings.speechRate;
  const { sentences, start } = useMemo(() => readyToRead(body.current, voices[0].lang), [body, voices]);
  const fail = (): void => {
    say(t('listenFailed'), { failed: true });
    onClose();
  };
  const { index, isPlaying, toggle, stepBack, nextSection } = useSpeech({ sentences, start, voice, rate, onEnd: onClose, onFail: fail });
  useLayoutEffect(() => {
    const sentence = sentences[index];
    if (body.current === null || sentence === undefined) return undefined;
    const marks = wrapText(body.current, sentence, () => markIn(body.current?.ownerDocument ?? document));
    showSpoken(marks);
    return () => unwrap(marks);
  }, [body, sentences, index]);
  return (
    <section class="floating speech-bar" data-testid="speech" aria-label={t('listen')}>
      <button type="button" class="icon-button" data-testid="speech-toggle" aria-label={t(isPlaying ? 'listenPause' : 'listenGoOn')} onClick={toggle}>{isPlaying ? <PauseIcon /> : <SpeakIcon />}</button>
      <button type="button" class="icon-button" data-testid="speech-back" aria-label={t('listenBack')} title={t('listenBack')} disabled={stepBack === undefined} onClick={stepBack}><BeforeIcon /></button>
      <button type="button" class="icon-button" data-testid="speech-section" aria-label={t('listenNextSection')} title={t('listenNextSection')} disabled={nextSection === undefined} onClick={nextSection}><AfterIcon /></button>
      <select data-testid="speech-rate" aria-label={t('listenRate')} title={t('listenRate')} value={rate} onChange={(event) => onChange({ speechRate: Number(event.currentTarget.value) })}>
        {rates.map((choice) => <option key={choice} value={choice}>{choice}×</option>)}
      </select>
      {voices.length > 1 && (
        <select data-testid="speech-voice" aria-label={t('listenVoice')} title={t('listenVoice')} value={voice.voiceURI} onChange={(event) => onChange({ voice: event.currentTarget.value })}>
          {voices.map(({ voiceURI, name }) => <option key={voiceURI} value={voiceURI}>{name}</option>)}
        </select>
      )}
      <button type="button" class="icon-button" data-testid="speech-close" aria-label={t('listenStop')} onClick={onClose}><CloseIcon /></button>
    </section>
  );
}

function readyToRead(body: HTMLElement | null, lang: string): { sentences: Sentence[]; start: number } {
  if (body === null) return { sentences: [], start: 0 };
  const text = readBodyText(body);
  const sentences = sentencesOf(text, lang);
  return { sentences, start: Math.max(0, sentences.findIndex((sentence) => isAhead(text, sentence))) };
}

function isAhead(text: BodyText, sentence: Sentence): boolean {
  return (rangeOf(text, sentence)?.getBoundingClientRect().bottom ?? 0) > top;
}

function markIn(document: Document): HTMLElement {
  const mark = document.createElement('mark');
  mark.className = 'spoken';
  return mark;
}

/** The text moves along only when the sentence would be out of sight. */
function showSpoken([mark]: HTMLElement[]): void {
  const view = mark?.ownerDocument.documentElement.clientHeight ?? 0;
  const box = mark?.getBoundingClientRect();
  if (box && (box.top < top || box.bottom > view - 120)) mark?.scrollIntoView({ block: 'center' });
}
