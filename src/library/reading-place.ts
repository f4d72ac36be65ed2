import { articleId } from './article-id.ts';
import { forgetProgress, loadAllProgress, loadProgress, progressIds, saveProgress } from './progress.ts';
import { listKeys } from './record-store.ts';
import { idsOf } from './saved-records.ts';

/** How far an article was read, saved or not: from 0 to 1, and the first words of the block that was reached. */
export interface ReadingPlace {
  fraction: number;
  anchorText: string;
}

/** So many places of articles that are not saved are remembered; above, the older half is forgotten. */
const mostUnsaved = 400;

/** Keeps the reading place of the article at an address. */
export async function keepReadingPlace(url: string, { fraction, anchorText }: ReadingPlace): Promise<void> {
  const id = await articleId(url);
  if (id === undefined) return;
  await saveProgress(id, fraction, anchorText);
  await forgetOldest();
}

/** The reading place of the article at an address; undefined when it was never read here. */
export async function readingPlaceOf(url: string): Promise<ReadingPlace | undefined> {
  const id = await articleId(url);
  const progress = id === undefined ? undefined : await loadProgress(id);
  return progress && { fraction: progress.fraction, anchorText: progress.anchorText };
}

async function forgetOldest(): Promise<void> {
  const keys = await listKeys();
  const saved = new Set(idsOf(keys).articles);
  const unsaved = progressIds(keys).filter((id) => !saved.has(id));
  if (unsaved.length <= mostUnsaved) return;
  const places = [...(await loadAllProgress(unsaved))].sort(([, a], [, b]) => a.at - b.at);
  await forgetProgress(places.slice(0, mostUnsaved / 2).map(([id]) => id));
}
