const han = /\p{sc=Han}/gu;
/** Signs of the languages that are written with Chinese letters among others. */
const kanaOrHangul = /[\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}]/gu;
/** So much of a text says what it is written in. */
const enough = 2_000;

/** The language of a text: as the page declares it, unless it is Chinese and a template of the site declares another. */
export function languageOf(declared: string, text: string): string {
  if (/^(zh|ja|ko|yue|wuu|lzh)\b/i.test(declared)) return declared;
  const sample = text.slice(0, enough);
  const [chinese, other] = [han, kanaOrHangul].map((script) => sample.match(script)?.length ?? 0);
  return (chinese ?? 0) > sample.length / 2 && (other ?? 0) < sample.length / 20 ? 'zh' : declared;
}
