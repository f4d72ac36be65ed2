const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
/** What XML cannot hold, and the halves of broken surrogate pairs. */
const unprintable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f\ufffe\uffff]|\p{Surrogate}/gu;

/** A text as it stands in HTML and XML alike, in an element or in a quoted attribute. */
export function escapeMarkup(text: string): string {
  return printable(text).replace(/[&<>"']/g, (character) => entities[character] ?? character);
}

/** A text without the characters that XML cannot hold. */
export function printable(text: string): string {
  return text.replace(unprintable, '');
}

/** The address, if it is one that people can follow from a file on their disk; else undefined. */
export function followable(address: string): string | undefined {
  if (!URL.canParse(address)) return undefined;
  const url = new URL(address);
  return /^(https?|mailto):$/.test(url.protocol) ? url.href.replace(/[\s|\\^`{}[\]]/g, encodeURIComponent) : undefined;
}
