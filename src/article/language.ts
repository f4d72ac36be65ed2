/** So much of a text says what it is written in. */
const enough = 2_000;

/** The language of a text: as the page declares it, unless it is Chinese and a template of the site declares another. */
export function languageOf(declared: string, text: string): string {
  if (/^(zh|ja|ko|yue|wuu|lzh)\b/i.test(declared)) return declared;
  const { chinese, other, characters } = countScripts(text);
  return chinese > characters / 2 && other < characters / 20 ? 'zh' : declared;
}

/** The characters of the beginning of a text: all, the Chinese ones, and those of languages that are written with Chinese ones among others. */
function countScripts(text: string): { chinese: number; other: number; characters: number } {
  const characters = Math.min(text.length, enough);
  let chinese = 0;
  let other = 0;
  for (let i = 0; i < characters; i += 1) {
    const code = text.charCodeAt(i);
    if (code >= 0x3400 && code <= 0x9fff) chinese += 1;
    else if ((code >= 0x3041 && code <= 0x30ff) || (code >= 0xac00 && code <= 0xd7af)) other += 1;
  }
  return { chinese, other, characters };
}
