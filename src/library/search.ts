import { annotatedIds } from './annotations.ts';
import { foldArticle, forgetTexts, keepTexts } from './folded-article.ts';
import { isBinned, isKept } from './marks.ts';
import { readNotes } from './notes.ts';
import { listKeys } from './record-store.ts';
import type { LibraryRow } from './rows.ts';
import { readRows, readRowsOf } from './rows.ts';
import { idsOf, readSaved } from './saved-records.ts';
import type { SearchQuery } from './search-query.ts';
import { isEmptyQuery, parseQuery } from './search-query.ts';
import type { ShardMatch, TextShard } from './text-shard.ts';
import { joinTexts, matchShard, scoreOf } from './text-shard.ts';
import type { FoldedArticle } from './text-shard.ts';
import { listShards, readShards, readTexts, readTextsAfter } from './text-store.ts';

/** An article in which all that was looked for is found. */
export interface SearchHit {
  entry: LibraryRow;
  /** The higher, the earlier it stands. */
  score: number;
}

/** Searches one library again and again: what was once read stays at hand. */
export interface Searcher {
  /** The hits as they are found, some at a time, those in the bin among them; none for an empty query. */
  search(query: string, signal: AbortSignal): AsyncGenerator<SearchHit[]>;
  /** Takes the rows of the whole list from who has read them, so that they are not read again. */
  know(rows: readonly LibraryRow[]): void;
  /** These articles changed; the next search reads them anew. */
  forget(ids: readonly string[]): void;
}

const looseBatch = 200;
const shardBatch = 4;
/** Articles are unpacked and folded where their text is missing: fewer at a time. */
const rebuildBatch = 20;
/** Milliseconds after which a search lets others have their turn. */
const slice = 12;

/** Makes a searcher with nothing read yet. */
export function createSearcher(): Searcher {
  return new LibrarySearcher();
}

class LibrarySearcher implements Searcher {
  /** Undefined for an article of which is known that it is gone. */
  readonly #rows = new Map<string, LibraryRow | undefined>();
  /** Folded, where there are any. */
  #notes = new Map<string, string>();
  /** The ids of all articles when the texts began to be read. */
  #articles = new Set<string>();
  /** In the order in which they came, the newest articles first. */
  readonly #shards: TextShard[] = [];
  /** The revision of each text at hand. */
  readonly #held = new Map<string, number>();
  readonly #changed = new Set<string>();
  #waiting: (() => void)[] = [];
  #loading: Promise<void> | undefined;
  #refreshing = Promise.resolve();
  #knowsAll = false;
  #complete = false;

  know(rows: readonly LibraryRow[]): void {
    for (const row of rows) if (!this.#changed.has(row.id)) this.#rows.set(row.id, row);
    this.#knowsAll = true;
  }

  forget(ids: readonly string[]): void {
    for (const id of ids) {
      this.#changed.add(id);
      this.#rows.delete(id);
    }
  }

  async *search(typed: string, signal: AbortSignal): AsyncGenerator<SearchHit[]> {
    const query = parseQuery(typed);
    if (isEmptyQuery(query) || signal.aborted) return;
    if (this.#complete) await this.#upToDate();
    // One load for all searches: a word typed on does not begin it again.
    this.#loading ??= this.#load();
    const seen = new Set<string>();
    let started = performance.now();
    for (let next = 0; ;) {
      const shard = this.#shards[next];
      if (shard) {
        next += 1;
        const hits = await this.#search(shard, query);
        const fresh = hits.filter(({ entry }) => !seen.has(entry.id));
        for (const { entry } of fresh) seen.add(entry.id);
        if (fresh.length > 0) yield fresh;
        if (signal.aborted) return;
        if (performance.now() - started < slice) continue;
      } else if (this.#complete) return;
      await (shard ? nextTurn() : Promise.race([this.#arrival(), this.#loading]));
      if (signal.aborted) return;
      started = performance.now();
    }
  }

  async #search(shard: TextShard, { terms, conditions }: SearchQuery): Promise<SearchHit[]> {
    const inText = matchShard(shard, terms);
    const found = [...inText, ...this.#foundInNotes(shard, terms, inText)];
    await this.#readRows(found.map(({ place }) => shard.ids[place] ?? ''));
    return found.flatMap(({ place, score }) => {
      const entry = this.#rows.get(shard.ids[place] ?? '');
      // Of an article saved anew, older texts may still be there.
      if (!entry || entry.updatedAt !== shard.revisions[place] || !(isKept(entry) || isBinned(entry)) || !conditions.every((holds) => holds(entry))) return [];
      return [{ entry, score }];
    });
  }

  /** Articles besides those found, of which some words stand in the notes and the others in the text. */
  #foundInNotes(shard: TextShard, terms: readonly string[], inText: readonly ShardMatch[]): ShardMatch[] {
    if (this.#notes.size === 0) return [];
    const found = new Set(inText.map(({ place }) => place));
    return shard.ids.flatMap((id, place) => {
      const note = this.#notes.get(id);
      if (note === undefined || found.has(place)) return [];
      const others = terms.filter((term) => !note.includes(term));
      const score = scoreOf(shard, place, others);
      return score === undefined || others.length === terms.length ? [] : [{ place, score: score + terms.length - others.length }];
    });
  }

  /** What stands loose is newer than what is packed, and the newest is most often looked for. */
  async #load(): Promise<void> {
    try {
      const [keys, loose] = await Promise.all([listKeys(), attempt(() => readTextsAfter('', looseBatch), [])]);
      this.#articles = new Set(idsOf(keys).articles);
      this.#notes = await attempt(() => readNotes(annotatedIds(keys)), new Map<string, string>());
      await this.#addLoose(loose);
      const shards = await attempt(listShards, []);
      await this.#addPacked(shards.slice(0, shardBatch));
      // Not before the first hits, which would wait for it.
      const [all] = await Promise.all([this.#knowsAll ? undefined : readRows(), this.#addPacked(shards.slice(shardBatch))]);
      if (all) this.know(all.rows);
      await this.#mend();
      this.#complete = true;
    } catch (error) {
      this.#loading = undefined;
      throw error;
    }
  }

  async #addLoose(first: readonly FoldedArticle[]): Promise<void> {
    for (let texts = first; texts.length > 0;) {
      const last = texts.at(-1)?.id ?? '';
      this.#add(joinTexts(texts));
      texts = texts.length < looseBatch ? [] : await attempt(() => readTextsAfter(last, looseBatch), []);
    }
  }

  async #addPacked(keys: readonly number[]): Promise<void> {
    for (let start = 0; start < keys.length; start += shardBatch) {
      const shards = await attempt(() => readShards(keys.slice(start, start + shardBatch)), []);
      for (const shard of shards) this.#add(shard);
    }
  }

  /** Texts that are missing or stale are made from the articles; those of articles that are gone are forgotten. */
  async #mend(): Promise<void> {
    await this.#readRows([...this.#held.keys()]);
    const gone = [...this.#held.keys()].filter((id) => this.#rows.get(id) === undefined);
    if (gone.length > 0) await forgetTexts(gone);
    await this.#take([...this.#rows.values()].filter((row) => row !== undefined), []);
  }

  /** Sees to it that the text of each row is at hand; `known` are some that have been read. */
  async #take(rows: readonly LibraryRow[], known: readonly FoldedArticle[]): Promise<void> {
    const fresh = known.filter(({ id, revision }) => this.#rows.get(id)?.updatedAt === revision && this.#held.get(id) !== revision);
    if (fresh.length > 0) this.#add(joinTexts(fresh));
    const missing = rows.filter(({ id, updatedAt }) => this.#held.get(id) !== updatedAt).map(({ id }) => id);
    for (let start = 0; start < missing.length; start += rebuildBatch) {
      const { saved } = await readSaved(missing.slice(start, start + rebuildBatch));
      if (saved.length === 0) continue;
      this.#add(joinTexts(saved.map(foldArticle)));
      await keepTexts(saved);
    }
  }

  /** Who asks while what changed is being read waits for it, too. */
  #upToDate(): Promise<void> {
    const refresh = (): Promise<void> => this.#refresh();
    this.#refreshing = this.#refreshing.then(refresh, refresh);
    return this.#refreshing;
  }

  /** Reads anew what changed since the last search. */
  async #refresh(): Promise<void> {
    const ids = [...this.#changed];
    this.#changed.clear();
    if (ids.length === 0) return;
    await this.#readRows(ids);
    for (const [id, note] of await attempt(() => readNotes(ids), new Map<string, string>())) this.#notes.set(id, note);
    const rows = ids.flatMap((id) => this.#rows.get(id) ?? []);
    await this.#take(rows, await attempt(() => readTexts(rows.map(({ id }) => id)), []));
  }

  async #readRows(ids: readonly string[]): Promise<void> {
    const unknown = ids.filter((id) => !this.#rows.has(id));
    if (unknown.length === 0) return;
    const rows = new Map((await readRowsOf(unknown)).rows.map((row) => [row.id, row]));
    for (const id of unknown) this.#rows.set(id, rows.get(id));
  }

  #add(shard: TextShard): void {
    shard.ids.forEach((id, place) => {
      this.#held.set(id, shard.revisions[place] ?? 0);
      if (!this.#complete && !this.#articles.has(id) && !this.#changed.has(id)) this.#rows.set(id, undefined);
    });
    this.#shards.push(shard);
    for (const wake of this.#waiting.splice(0)) wake();
  }

  #arrival(): Promise<void> {
    return new Promise((resolve) => { this.#waiting.push(resolve); });
  }
}

/** Without the store of texts the articles are read themselves. */
async function attempt<T>(read: () => Promise<T>, otherwise: T): Promise<T> {
  try {
    return await read();
  } catch (error) {
    console.warn('the texts to search in could not be read', error);
    return otherwise;
  }
}

/** By a message, because browsers let a timer wait for four milliseconds. */
function nextTurn(): Promise<void> {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
}
