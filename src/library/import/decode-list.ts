/** The text of a list: in UTF-8, or as spreadsheets write tables, in UTF-16 or in the encoding of the country. */
export function decodeList(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder(/-(?:TW|HK|MO|Hant)/i.test(navigator.language) ? 'big5' : 'gb18030').decode(bytes);
  }
}
