/** Where an alphabet of its own begins in Unicode, and the letters of it that stood elsewhere before, each after its plain one. */
const alphabets: Readonly<Record<string, readonly [capitals: number, small: number, elsewhere: string]>> = {
  bb: [0x1d538, 0x1d552, 'CℂHℍNℕPℙQℚRℝZℤ'], cal: [0x1d49c, 0x1d4b6, 'BℬEℰFℱHℋIℐLℒMℳRℛeℯgℊoℴ'],
  frak: [0x1d504, 0x1d51e, 'CℭHℌIℑRℜZℨ'],
};

/** The commands for an alphabet, all of them for what they take; the short ones of old for the rest of their group. */
export const alphabetCommands: ReadonlyMap<string, string> = new Map(Object.entries({
  mathbb: 'bb', mathcal: 'cal', mathscr: 'cal', mathfrak: 'frak', cal: 'cal', mathrm: 'upright', rm: 'upright', mathsf: 'upright', mathtt: 'upright',
  mathit: '', mathbf: 'upright bold', bf: 'upright bold', boldsymbol: 'bold', bm: 'bold',
}));

/** Sets the letters of a term in an alphabet: by signs of their own, or by a class of the style sheet. */
export function setInAlphabet(term: Element, name: string): void {
  const [capitals = 0, small = 0, elsewhere = ''] = alphabets[name] ?? [];
  const signOf = (sign: string): string => {
    const place = elsewhere.indexOf(sign);
    return place < 0 ? String.fromCodePoint(sign.charCodeAt(0) + (sign < 'a' ? capitals - 65 : small - 97)) : elsewhere.charAt(place + 1);
  };
  if (capitals === 0) term.setAttribute('class', name);
  if (name === 'bold' || name === '') return;
  for (const leaf of term.querySelectorAll('mi')) {
    leaf.setAttribute('mathvariant', 'normal');
    if (capitals > 0) leaf.textContent = (leaf.textContent ?? '').replace(/[a-z]/gi, signOf);
  }
}
