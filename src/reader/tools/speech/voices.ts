/** How long a browser may take to name its voices, in milliseconds. */
const patience = 1500;

/** A voice that speaks the language, one of the machine's own if there is any; undefined where there is none. */
export async function findVoice(lang: string, window: Window): Promise<SpeechSynthesisVoice | undefined> {
  // Not all browsers and not all kinds of page have it.
  const speech: SpeechSynthesis | undefined = window.speechSynthesis;
  if (speech === undefined) return undefined;
  const voices = speech.getVoices().length > 0 ? speech.getVoices() : await namedLater(speech);
  const language = primaryOf(lang || 'zh');
  const able = voices.filter((voice) => primaryOf(voice.lang) === language);
  const exact = able.filter((voice) => voice.lang.replace('_', '-').toLowerCase() === lang.toLowerCase());
  return [...exact, ...able].find(({ localService }) => localService) ?? exact[0] ?? able[0];
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
