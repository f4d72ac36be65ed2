import { getSaved } from './library.ts';

/** The texts of articles as they were written, for rows that are drawn again with every key. */
export interface RecentTexts {
  /** The text of an article; undefined when it is not there or cannot be read. */
  read(id: string): Promise<string | undefined>;
  /** These articles changed. */
  forget(ids: readonly string[]): void;
}

/** More rows than stand on a screen. */
const most = 60;

/** Keeps the texts that were read last. */
export function createRecentTexts(): RecentTexts {
  const texts = new Map<string, Promise<string | undefined>>();
  return {
    read: (id) => {
      const text = texts.get(id) ?? getSaved(id).then((saved) => saved?.article.textContent);
      // What was read last stands last.
      texts.delete(id);
      texts.set(id, text);
      const [oldest] = texts.keys();
      if (texts.size > most && oldest !== undefined) texts.delete(oldest);
      return text;
    },
    forget: (ids) => {
      for (const id of ids) texts.delete(id);
    },
  };
}
