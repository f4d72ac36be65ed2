/**
 * The browser copies the table of all keys at every single write, and Chromium does so eight times as fast where none is
 * longer than 22 bytes: such a key needs no room of its own. So the store has `article:` and 32 hexadecimal digits as `a:`
 * and the same number in 20 digits of base 85. Other keys are few, and stay as they are.
 */
const shortKinds: Readonly<Record<string, string>> = { article: 'a', meta: 'i', marks: 'm', progress: 'p', annotations: 'n', bookmark: 'b' };
const kinds: ReadonlyMap<string, string> = new Map(Object.entries(shortKinds).map(([kind, short]) => [short, kind]));

const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%&()*+-/:;<=>?@[]^_~';
const values = Uint8Array.from({ length: 128 }, (_, code) => Math.max(0, digits.indexOf(String.fromCharCode(code))));
const bytes = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));
const base = digits.length;
/** So many hexadecimal digits make so many of the others: 32 bits at a time. */
const [hexLength, shortLength] = [8, 5];
const storedLength = 22;

const longKey = /^([a-z]+):[\da-f]{32}$/;

/** The key under which the browser's store has what the library calls by another key. */
export function toStoredKey(key: string): string {
  const kind = longKey.exec(key)?.[1] ?? '';
  return Object.hasOwn(shortKinds, kind) ? `${shortKinds[kind] ?? ''}:${shorten(key.slice(kind.length + 1))}` : key;
}

/** What the library calls a key of the browser's store. */
export function fromStoredKey(stored: string): string {
  const kind = stored.length === storedLength && stored.charAt(1) === ':' ? kinds.get(stored.charAt(0)) : undefined;
  return kind === undefined ? stored : `${kind}:${lengthen(stored)}`;
}

function shorten(id: string): string {
  let short = '';
  for (let start = 0; start < id.length; start += hexLength) {
    let number = parseInt(id.slice(start, start + hexLength), 16);
    let part = '';
    for (let place = 0; place < shortLength; place += 1) {
      part = digits.charAt(number % base) + part;
      number = Math.floor(number / base);
    }
    short += part;
  }
  return short;
}

/** Twenty thousand keys are told at once, so nothing is made here that is not needed. */
function lengthen(stored: string): string {
  let id = '';
  for (let start = storedLength - 20; start < storedLength; start += shortLength) {
    let number = 0;
    for (let place = start; place < start + shortLength; place += 1) number = number * base + (values[stored.charCodeAt(place)] ?? 0);
    for (let shift = 24; shift >= 0; shift -= 8) id += bytes[(number >>> shift) & 255] ?? '';
  }
  return id;
}
