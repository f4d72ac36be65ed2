import { vi } from 'vitest';
import { saveArticle } from '../../src/library/library.ts';
import { makeArticle } from './articles.ts';

/** Saves an article of that title, under an address of its own, as if it were that moment, in milliseconds since the epoch; gives its id. */
export async function saveNamed(title: string, now = Date.now()): Promise<string> {
  vi.useFakeTimers({ toFake: ['Date'], now });
  const outcome = await saveArticle(makeArticle({ url: `https://example.com/${title}`, title }));
  vi.useRealTimers();
  if (outcome.kind !== 'saved') throw new Error(outcome.reason);
  return outcome.id;
}
