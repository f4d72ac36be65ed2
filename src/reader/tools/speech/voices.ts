/** How long a browser may take to name its voices, in milliseconds. */
const patience = 1500;

/** The voices that speak a language, the machine's own first, and of these the ones of the very region; none where there is none. */
export async function findVoices(lang: string, window: Window): Promise<SpeechSynthesisVoice[]> {
  // Not all browsers and not all kinds of page have it.
  const speech: SpeechSynthesis | undefined = window.speechSynthesis;
  if (speech === undefined) return [];
  const voices = speech.getVoices().length > 0 ? speech.getVoices() : await namedLater(speech);
  const language = primaryOf(lang || 'zh');
  const distance = (voice: SpeechSynthesisVoice): number => (voice.localService ? 0 : 2) + Number(voice.lang.replace('_', '-').toLowerCase() !== lang.toLowerCase());
  return voices.filter((voice) => primaryOf(voice.lang) === language).sort((a, b) => distance(a) - distance(b));
}

/** Some browsers ask the system first, and tell when they know. */
function namedLater(speech: SpeechSynthesis): Promise<SpeechSynthesisVoice[]> {
  return new Promise((resolve) => {
    const tell = (): void => resolve(speech.getVoices());
    speech.addEventListener('voiceschanged', tell, { once: true });
    setTimeout(tell, patience);
  });
}

function primaryOf(lang: string): string {
  return lang.split(/[-_]/)[0]?.toLowerCase() ?? '';
}
