import type { FoldedArticle } from '../../src/library/text-store.ts';

/** The texts of a test, which stand in memory; `broken` makes every call fail. */
export function createFakeTextStore() {
  const texts = new Map<string, FoldedArticle>();
  const state = { broken: false };
  const call = async <T>(answer: () => T): Promise<T> => {
    await Promise.resolve();
    if (state.broken) throw new Error('no database here');
    return answer();
  };
  return {
    texts,
    state,
    readTextsAfter: (id: string, count: number) => call(() => [...texts.values()].filter((text) => text.id > id).sort((a, b) => (a.id < b.id ? -1 : 1)).slice(0, count)),
    readTexts: (ids: readonly string[]) => call(() => ids.flatMap((id) => texts.get(id) ?? [])),
    writeTexts: (fresh: readonly FoldedArticle[]) => call(() => { for (const text of fresh) texts.set(text.id, text); }),
    removeTexts: (ids: readonly string[]) => call(() => { for (const id of ids) texts.delete(id); }),
  };
}
