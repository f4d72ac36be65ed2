import { keepAnnotation, readAnnotations } from '../annotations.ts';
import { moveToBin } from '../bin.ts';
import { changeMarks, noMarks, readMarks } from '../marks.ts';
import { loadAllProgress, saveProgress } from '../progress.ts';
import type { SavedArticle } from '../saved-article.ts';
import { readSaved } from '../saved-records.ts';
import { compareArticles } from './reprint.ts';

/** Two saved articles that say the same, by their ids: the one that was there before, and the one that came. */
export interface ReprintPair {
  old: string;
  fresh: string;
}

/** Whether two saved articles are there, and say the same. */
export async function areReprints(pair: ReprintPair): Promise<boolean> {
  return (await readPair(pair)) !== undefined;
}

/**
 * Puts an article into the bin for one that says the same, after what was said about it has been copied to that one:
 * whoever takes it back out of the bin finds it as it was. Rejects where the two are not the same.
 */
export async function replaceReprint(pair: ReprintPair): Promise<void> {
  const articles = await readPair(pair);
  if (!articles) throw new Error('these are not the same article');
  await copyMarks(pair);
  await copyProgress(pair);
  await copyAnnotations(pair.old, articles.fresh);
  await moveToBin([pair.old]);
}

async function readPair({ old, fresh }: ReprintPair): Promise<{ fresh: SavedArticle } | undefined> {
  const { saved } = await readSaved([old, fresh]);
  const [before, after] = [old, fresh].map((id) => saved.find((one) => one.id === id));
  return before && after && old !== fresh && compareArticles(before, after) !== undefined ? { fresh: after } : undefined;
}

async function copyMarks({ old, fresh }: ReprintPair): Promise<void> {
  const { star, tags } = (await readMarks([old])).get(old) ?? noMarks;
  if (star || tags.length > 0) await changeMarks([fresh], (marks) => ({ ...marks, star: marks.star || star, tags: [...marks.tags, ...tags] }));
}

/** Where one has read further in the new one already, that place stays. */
async function copyProgress({ old, fresh }: ReprintPair): Promise<void> {
  const places = await loadAllProgress([old, fresh]);
  const place = places.get(old);
  if (place && place.fraction > (places.get(fresh)?.fraction ?? 0)) await saveProgress(fresh, place.fraction, place.anchorText);
}

/** A highlight is found by its words, which stand in both. */
async function copyAnnotations(old: string, { article }: SavedArticle): Promise<void> {
  for (const annotation of await readAnnotations(old)) await keepAnnotation(article.url, annotation);
}
