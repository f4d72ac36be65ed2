import type { TextShard } from '../../src/library/text-shard.ts';
import { packTexts, withoutArticles } from '../../src/library/text-shard.ts';
import type { FoldedArticle } from '../../src/library/text-shard.ts';

/** The texts of a test, which stand in memory; `broken` makes every call fail, `pack` puts all into shards. */
export function createFakeTextStore() {
  const texts = new Map<string, FoldedArticle>();
  const shards = new Map<number, TextShard>();
  const state = { broken: false };
  const call = async <T>(answer: () => T): Promise<T> => {
    await Promise.resolve();
    if (state.broken) throw new Error('no database here');
    return answer();
  };
  const remove = (ids: readonly string[]): void => {
    for (const id of ids) texts.delete(id);
    for (const [key, shard] of shards) {
      const rest = withoutArticles(shard, new Set(ids));
      if (rest) shards.set(key, rest);
      else shards.delete(key);
    }
  };
  return {
    texts,
    state,
    empty: () => { texts.clear(); shards.clear(); },
    all: () => [...texts.keys(), ...[...shards.values()].flatMap(({ ids }) => ids)],
    pack: (perShard = 30) => {
      const loose = [...texts.values()];
      for (let start = 0; start < loose.length; start += perShard) shards.set(start, packTexts(loose.slice(start, start + perShard)));
      texts.clear();
    },
    readTextsAfter: (id: string, count: number) => call(() => [...texts.values()].filter((text) => text.id > id).sort((a, b) => (a.id < b.id ? -1 : 1)).slice(0, count)),
    readTexts: (ids: readonly string[]) => call(() => ids.flatMap((id) => texts.get(id) ?? [])),
    listShards: () => call(() => [...shards.keys()].reverse()),
    readShards: (keys: readonly number[]) => call(() => keys.flatMap((key) => shards.get(key) ?? [])),
    writeTexts: (fresh: readonly FoldedArticle[]) => call(() => {
      remove(fresh.map(({ id }) => id));
      for (const text of fresh) texts.set(text.id, text);
    }),
    removeTexts: (ids: readonly string[]) => call(() => remove(ids)),
  };
}
