import type { RemovalGroup } from '../article/article.ts';
import { isRemovalGroup } from './article-shape.ts';
import { withLibraryLock } from './lock.ts';
import { readForChange, readRecords, removeRecords, writeRecords } from './record-store.ts';

const prefix = 'kept-kinds:';

/** A wish to see a kind of block on a site, or no longer. */
export interface KindChoice {
  /** Host name of the site. */
  site: string;
  group: RemovalGroup;
  keep: boolean;
}

/** The kinds of blocks that a person wants to see on a site though they are no part of the article. */
export async function readKeptKinds(site: string): Promise<RemovalGroup[]> {
  return kindsIn((await readRecords([prefix + site])).records.get(prefix + site));
}

/** Remembers or forgets such a wish; a site without any leaves nothing in the store. Rejects where there is no such kind. */
export async function keepKind({ site, group, keep }: KindChoice): Promise<void> {
  if (!isRemovalGroup(group)) throw new Error('nothing of this kind is removed');
  await withLibraryLock(async () => {
    const key = prefix + site;
    const others = kindsIn((await readForChange([key])).get(key)).filter((kind) => kind !== group);
    const kinds = keep ? [...others, group] : others;
    await (kinds.length > 0 ? writeRecords({ [key]: kinds }) : removeRecords([key]));
  });
}

function kindsIn(stored: unknown): RemovalGroup[] {
  return Array.isArray(stored) ? stored.filter(isRemovalGroup) : [];
}
