import { answerOf, createDatabase, rangeOf } from './database.ts';
import type { FoldedArticle, TextShard } from './text-shard.ts';
import { packTexts, withoutArticles } from './text-shard.ts';

type TextKey = [id: string, revision: number];

/** The form of the database. A version in which texts are folded otherwise deletes what is there, and all is made again from the articles. */
const version = 4;
/** Where a text comes first: keeping one takes the same time however many there are. */
const loose = 'texts';
/** Where it goes with so many others, in one record. */
const packed = 'shards';
const shardLength = 128;

const transact = createDatabase({
  name: 'jingdu-texts',
  version,
  stores: [loose, packed],
  upgrade: (database) => {
    for (const name of [...database.objectStoreNames]) database.deleteObjectStore(name);
    database.createObjectStore(loose, { keyPath: ['id', 'revision'] });
    database.createObjectStore(packed, { autoIncrement: true }).createIndex('ids', 'ids', { multiEntry: true });
  },
});

/** Up to `count` texts that stand in no shard yet, in the order of their ids, from behind one id on. */
export function readTextsAfter(id: string, count: number): Promise<FoldedArticle[]> {
  return transact('readonly', ({ texts }) => answerOf(texts.getAll(IDBKeyRange.lowerBound([id, []], true), count)));
}

/** The texts of these articles that stand in no shard yet. */
export function readTexts(ids: readonly string[]): Promise<FoldedArticle[]> {
  return transact('readonly', async ({ texts }) => (await Promise.all(ids.map((id) => answerOf<FoldedArticle[]>(texts.getAll(rangeOf(id)))))).flat());
}

/** The keys of all shards, the newest first. */
export async function listShards(): Promise<number[]> {
  const keys = await transact('readonly', ({ shards }) => answerOf<IDBValidKey[]>(shards.getAllKeys()));
  return keys.map(Number).reverse();
}

/** Several shards; one that has been dissolved in the meantime is left out. */
export function readShards(keys: readonly number[]): Promise<TextShard[]> {
  return transact('readonly', async ({ shards }) => {
    const found = await Promise.all(keys.map((key) => answerOf<TextShard | undefined>(shards.get(key))));
    return found.filter((shard) => shard !== undefined);
  });
}

/** Keeps texts, each in place of the one of the same article. */
export function writeTexts(fresh: readonly FoldedArticle[]): Promise<void> {
  return transact('readwrite', async (stores) => {
    await remove(stores, fresh.map(({ id }) => id));
    for (const text of fresh) stores.texts.put(text);
    if ((await answerOf(stores.texts.count())) >= shardLength) await packOldest(stores);
  });
}

/** Forgets the texts of these articles. */
export function removeTexts(ids: readonly string[]): Promise<void> {
  return transact('readwrite', (stores) => remove(stores, ids));
}

type Stores = Record<typeof loose | typeof packed, IDBObjectStore>;

async function remove({ texts, shards }: Stores, ids: readonly string[]): Promise<void> {
  const gone = new Set(ids);
  for (const id of ids) texts.delete(rangeOf(id));
  const keys = await Promise.all(ids.map((id) => answerOf(shards.index('ids').getKey(id))));
  for (const key of new Set(keys)) {
    if (key === undefined) continue;
    const shard = await answerOf<TextShard>(shards.get(key));
    const rest = withoutArticles(shard, gone);
    if (rest) shards.put(rest, key);
    else shards.delete(key);
  }
}

async function packOldest({ texts, shards }: Stores): Promise<void> {
  const keys = (await answerOf(texts.getAllKeys())) as TextKey[];
  const oldest = keys.sort(([, a], [, b]) => a - b).slice(0, shardLength);
  const records = await Promise.all(oldest.map((key) => answerOf<FoldedArticle>(texts.get(key))));
  shards.add(packTexts(records));
  for (const key of oldest) texts.delete(key);
}
