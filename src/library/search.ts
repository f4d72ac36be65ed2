import { annotatedIds, readAnnotations } from './annotations.ts';
import { fold } from './fold.ts';
import { foldArticle, forgetTexts, keepTexts } from './folded-article.ts';
import { isKept } from './marks.ts';
import { listKeys } from './record-store.ts';
import type { LibraryRow } from './rows.ts';
import { readFirstRows, readRows, readRowsOf } from './rows.ts';
import { readSaved } from './saved-records.ts';
import type { SearchQuery } from './search-query.ts';
import { isEmptyQuery, parseQuery } from './search-query.ts';
import type { FoldedArticle } from './text-store.ts';
import { readTexts, readTextsAfter } from './text-store.ts';

/** An article in which all that was looked for is found. */
export interface SearchHit {
  entry: LibraryRow;
  /** The higher, the earlier it stands. */
  score: number;
}

/** Searches one library again and again: what was once read stays at hand. */
export interface Searcher {
  /** The hits as they are found, some at a time; none for an empty query. */
  search(query: string, signal: AbortSignal): AsyncGenerator<SearchHit[]>;
  /** These articles changed; the next search reads them anew. */
  forget(ids: readonly string[]): void;
}

const readBatch = 200;
/** Articles are unpacked and folded where their text is missing: fewer at a time. */
const rebuildBatch = 20;
/** Milliseconds after which a search lets others have their turn. */
const slice = 12;
const titleWorth = 20;
const mostCounted = 5;

/** Makes a searcher with nothing read yet. */
export function createSearcher(): Searcher {
  return new LibrarySearcher();
}

class LibrarySearcher implements Searcher {
  readonly #rows = new Map<string, LibraryRow>();
  readonly #notes = new Map<string, string>();
  readonly #texts = new Map<string, FoldedArticle>();
  /** The texts in the order in which they came; one that was replaced since is no longer in the map. */
  readonly #came: FoldedArticle[] = [];
  readonly #changed = new Set<string>();
  #wake: () => void = () => undefined;
  #loading: Promise<void> | undefined;
  #complete = false;

  forget(ids: readonly string[]): void {
    for (const id of ids) this.#changed.add(id);
  }

  async *search(typed: string, signal: AbortSignal): AsyncGenerator<SearchHit[]> {
    const query = parseQuery(typed);
    if (isEmptyQuery(query) || signal.aborted) return;
    if (this.#complete) await this.#refresh();
    // One load for all searches: a word typed on does not begin it again.
    this.#loading ??= this.#load();
    let started = performance.now();
    for (let place = 0; ;) {
      const texts = this.#came.slice(place, place + readBatch);
      place += texts.length;
      const hits = texts.flatMap((text) => this.#match(text, query));
      if (hits.length > 0) yield hits;
      if (texts.length === 0 && this.#complete) return;
      if (texts.length === 0) await Promise.race([this.#arrival(), this.#loading]);
      else if (performance.now() - started > slice) await nextTurn();
      else continue;
      if (signal.aborted) return;
      started = performance.now();
    }
  }

  #match(text: FoldedArticle, { terms, conditions }: SearchQuery): SearchHit[] {
    const entry = this.#rows.get(text.id);
    if (!entry || this.#texts.get(text.id) !== text || !isKept(entry) || !conditions.every((holds) => holds(entry))) return [];
    const notes = this.#notes.get(text.id) ?? '';
    if (!terms.every((term) => text.title.includes(term) || text.text.includes(term) || notes.includes(term))) return [];
    return [{ entry, score: terms.reduce((sum, term) => sum + worth(text, term), 0) }];
  }

  /** Reads the newest articles first, so that something is found at once, then all others. */
  async #load(): Promise<void> {
    try {
      const annotated = annotatedIds(await listKeys());
      const { rows } = await readFirstRows();
      const first = new Set(rows.map(({ id }) => id));
      await this.#readNotes(annotated.filter((id) => first.has(id)));
      await this.#take(rows, await attempt(() => readTexts(rows.map(({ id }) => id)), []));
      const all = (await readRows()).rows;
      for (const row of all) this.#rows.set(row.id, row);
      await this.#readNotes(annotated.filter((id) => !first.has(id)));
      await this.#readStored();
      const missing = all.filter(({ id }) => !this.#texts.has(id));
      for (let start = 0; start < missing.length; start += rebuildBatch) await this.#take(missing.slice(start, start + rebuildBatch), []);
      this.#complete = true;
    } catch (error) {
      this.#loading = undefined;
      throw error;
    }
  }

  async #readStored(): Promise<void> {
    const gone: string[] = [];
    for (let last = ''; ;) {
      const texts = await attempt(() => readTextsAfter(last, readBatch), []);
      this.#add(texts.filter((text) => this.#isFresh(text)));
      gone.push(...texts.filter(({ id }) => !this.#rows.has(id)).map(({ id }) => id));
      if (texts.length < readBatch) break;
      last = texts.at(-1)?.id ?? '';
    }
    if (gone.length > 0) await forgetTexts(gone);
  }

  /** Rows and what is known of their texts; what is missing or stale is made from the article, and kept. */
  async #take(rows: readonly LibraryRow[], known: readonly FoldedArticle[]): Promise<void> {
    for (const row of rows) this.#rows.set(row.id, row);
    const fresh = known.filter((text) => this.#isFresh(text));
    const there = new Set(fresh.map(({ id }) => id));
    const { saved } = await readSaved(rows.filter(({ id }) => !there.has(id)).map(({ id }) => id));
    if (saved.length > 0) await keepTexts(saved);
    this.#add([...fresh, ...saved.map(foldArticle)]);
  }

  async #readNotes(ids: readonly string[]): Promise<void> {
    await Promise.all(ids.map(async (id) => {
      const annotations = await attempt(() => readAnnotations(id), []);
      this.#notes.set(id, fold(annotations.map(({ note }) => note).join('\n')));
    }));
  }

  #add(texts: readonly FoldedArticle[]): void {
    for (const text of texts) {
      if (this.#texts.get(text.id)?.revision === text.revision) continue;
      this.#texts.set(text.id, text);
      this.#came.push(text);
    }
    this.#wake();
  }

  #arrival(): Promise<void> {
    return new Promise((resolve) => { this.#wake = resolve; });
  }

  #isFresh({ id, revision }: FoldedArticle): boolean {
    return this.#rows.get(id)?.updatedAt === revision;
  }

  /** Reads anew what changed since the last search. */
  async #refresh(): Promise<void> {
    const ids = [...this.#changed];
    this.#changed.clear();
    if (ids.length === 0) return;
    const rows = await readRowsOf(ids);
    for (const id of ids) this.#rows.delete(id);
    await this.#take(rows, ids.flatMap((id) => this.#texts.get(id) ?? []));
    await this.#readNotes(ids);
  }
}

/** A word in the title is worth more than several in the text. */
function worth({ title, text }: FoldedArticle, term: string): number {
  let count = 0;
  for (let at = text.indexOf(term); at >= 0 && count < mostCounted; at = text.indexOf(term, at + term.length)) count += 1;
  return count + (title.includes(term) ? titleWorth : 0);
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

function nextTurn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
