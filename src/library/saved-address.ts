/** A place in a saved article: a section, words in their sentence, or a highlight with its note. */
export interface SavedPlace {
  sectionId?: string;
  words?: string;
  /** The sentence in which the words are meant. */
  sentence?: string;
  annotationId?: string;
}

/** What stands behind the address of the page that shows a saved article, at a place in it if one is given. */
export function savedQuery(id: string, { sectionId, words, sentence, annotationId }: SavedPlace = {}): string {
  const given = Object.entries({ id, section: sectionId, words, sentence, annotation: annotationId }).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return `?${new URLSearchParams(given).toString()}`;
}
