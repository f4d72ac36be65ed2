/** Nothing longer is drawn: no one writes it by hand. */
const longest = 4_000;

/** A command, white space, a number, or any other sign. */
const word = /\\(?:[a-zA-Z]+|[^])|\s+|\d+(?:\.\d+)?|[^]/gu;

/** The words of a formula and how far one has come; empty from the moment that something is not known. */
export interface Words {
  peek(): string;
  take(): string;
  skip(word: string): boolean;
  fail(): void;
  failed(): boolean;
  /** Takes one digit of a number: what follows a script or a command without braces. */
  takeDigit(): string;
  /** What stands between two braces as it was written. */
  raw(): string;
}

/** Takes a formula apart. */
export function wordsOf(tex: string): Words {
  const state = { words: tex.length > longest ? [] : (tex.match(word) ?? []), at: 0, failed: tex.length > longest };
  const takeAny = (): string => state.words[state.at++] ?? '';
  const passSpace = (): void => {
    while (/^\s/.test(state.words[state.at] ?? '')) state.at += 1;
  };
  const peek = (): string => {
    passSpace();
    return state.words[state.at] ?? '';
  };
  const take = (): string => {
    passSpace();
    return takeAny();
  };
  const fail = (): void => {
    state.words = [];
    state.failed = true;
  };
  return {
    peek, take, fail,
    failed: () => state.failed,
    skip: (wanted) => peek() === wanted && take() === wanted,
    takeDigit: () => {
      const [first = '', ...rest] = take();
      if (rest.length > 0) state.words[--state.at] = rest.join('');
      return first;
    },
    raw: () => {
      if (take() !== '{') fail();
      let text = '';
      for (let depth = 1; ;) {
        const next = takeAny();
        depth += next === '{' ? 1 : next === '}' ? -1 : 0;
        if (depth === 0) return text;
        if (next === '') return fail(), '';
        text += next;
      }
    },
  };
}
