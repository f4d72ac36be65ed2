import { residueOfFile } from './residue.ts';

/** What an opened file shows: its text, and what of it could do more than be read. */
export interface Shown {
  text: string;
  residue: string[];
}

// Runs before anything of the file itself, in each frame; what happens is told to the page that opened the file.
const tell = (word: Shown | { fired: number }): void => globalThis.parent.postMessage(word, '*');
if (globalThis.parent !== globalThis.self) {
  Object.assign(globalThis, { canary: (index: number) => tell({ fired: index }) });
  globalThis.addEventListener('load', () => tell(readFile()));
}

/** Reads the document that is open; one that XML could not read is all residue. */
export function readFile(): Shown {
  if (document.querySelector('parsererror')) return { text: '', residue: ['not well-formed'] };
  return { text: document.body.textContent ?? '', residue: residueOfFile(document.body) };
}
