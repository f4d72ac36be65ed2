/**
 * A code in which Chinese text takes few bytes and is searched as it is. Each text brings its own alphabet, most frequent
 * characters first: the first ones take one byte, the next two, the rest three. As in UTF-8, no byte can both begin a
 * character and stand inside one, so that a hit in the code is a hit in the text. All bytes are one-byte characters of a
 * string, which engines keep and search in half the room and time of a string with Chinese in it.
 */
const singles = 144;
const pairLeads = 32;
const tripleLeads = 16;
const pairs = singles + pairLeads * 64;
const firstTriple = singles + pairLeads;
const firstTrail = firstTriple + tripleLeads;

/** More arguments than this overflow the stack of some browsers. */
const chunk = 0x8000;

/** The UTF-16 units of a text, the most frequent first. */
export function alphabetOf(text: string): string {
  const counts = new Uint32Array(0x10000);
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    counts[unit] = (counts[unit] ?? 0) + 1;
  }
  const units = [...counts.keys()].filter((unit) => counts[unit] !== 0);
  return fromUnits(Uint16Array.from(units.sort((a, b) => (counts[b] ?? 0) - (counts[a] ?? 0))));
}

/** A text in the code of an alphabet that has all of its characters. */
export function encode(text: string, alphabet: string): string {
  const ranks = new Uint16Array(0x10000);
  for (let rank = 0; rank < alphabet.length; rank += 1) ranks[alphabet.charCodeAt(rank)] = rank;
  const bytes = new Uint8Array(text.length * 3);
  let end = 0;
  for (let at = 0; at < text.length; at += 1) end = put(bytes, end, ranks[text.charCodeAt(at)] ?? 0);
  return fromUnits(bytes.subarray(0, end));
}

/** A word in the code; undefined where the alphabet lacks one of its characters, and so no text has it. */
export function encodeWord(word: string, alphabet: string): string | undefined {
  const bytes = new Uint8Array(word.length * 3);
  let end = 0;
  for (let at = 0; at < word.length; at += 1) {
    const rank = alphabet.indexOf(word.charAt(at));
    if (rank < 0) return undefined;
    end = put(bytes, end, rank);
  }
  return fromUnits(bytes.subarray(0, end));
}

function put(bytes: Uint8Array, at: number, rank: number): number {
  if (rank < singles) {
    bytes[at] = rank;
    return at + 1;
  }
  if (rank < pairs) {
    bytes[at] = singles + ((rank - singles) >> 6);
    bytes[at + 1] = firstTrail + ((rank - singles) & 63);
    return at + 2;
  }
  bytes[at] = firstTriple + ((rank - pairs) >> 12);
  bytes[at + 1] = firstTrail + (((rank - pairs) >> 6) & 63);
  bytes[at + 2] = firstTrail + ((rank - pairs) & 63);
  return at + 3;
}

function fromUnits(units: Uint8Array | Uint16Array): string {
  let text = '';
  for (let start = 0; start < units.length; start += chunk) text += String.fromCharCode(...units.subarray(start, start + chunk));
  return text;
}
