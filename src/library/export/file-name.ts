/** Names that Windows keeps for devices. */
const reserved = /^(con|prn|aux|nul|(com|lpt)[\d¹²³])(\.|$)/i;
const longest = 80;
/** Of the 255 that a name may take on most disks, some are for a number and the ending. */
const mostBytes = 240;

/** A title as the name of a file that every system takes; without ending. */
export function toFileName(title: string): string {
  const plain = title
    .normalize('NFC')
    .replace(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]|\p{Surrogate}/gu, '')
    .replace(/[\\/:*?"<>|#^[\]]+/g, ' ')
    .replace(/\s+/g, ' ');
  const letters = Array.from(plain.trim()).slice(0, longest);
  while (new TextEncoder().encode(letters.join('')).length > mostBytes) letters.pop();
  const short = letters.join('').replace(/^[.\s]+|[.\s]+$/g, '');
  return short === '' || reserved.test(short) ? `_${short}` : short;
}

/** Makes a giver of names that never gives one twice, whatever the case of its letters. */
export function uniqueNames(): (name: string) => string {
  const given = new Set<string>();
  return (name) => {
    let unique = name;
    for (let count = 2; given.has(unique.toLowerCase()); count += 1) unique = `${name} ${count}`;
    given.add(unique.toLowerCase());
    return unique;
  };
}
