// @ts-check
import { removeForGood } from '../../src/library/bin.ts';
import { keepTexts } from '../../src/library/folded-article.ts';
import { metaRecord } from '../../src/library/library-index.ts';
import { enterInLedger } from '../../src/library/ledger/ledger.ts';
import { currentSchema } from '../../src/library/migrations.ts';
import { pack } from '../../src/library/packing.ts';
import { bytesInUse, writeRecords } from '../../src/library/record-store.ts';
import { articleKey, metaKey } from '../../src/library/saved-records.ts';
import { listShards, readShards, readTextsAfter } from '../../src/library/text-store.ts';
import { articleLength, createProse, proseSeed } from './prose.mjs';

/** @typedef {import('../../src/library/saved-article.ts').SavedArticle} SavedArticle */

const batch = 100;

/**
 * Fills the library as saving would have done.
 *
 * @param {number} count
 * @returns {Promise<number>} the UTF-8 bytes of the sanitised HTML of all articles
 */
export async function fill(count) {
  const prose = createProse(proseSeed);
  let htmlBytes = 0;
  for (let start = 0; start < count; start += batch) {
    const saved = Array.from({ length: Math.min(batch, count - start) }, (_, index) => makeSaved(start + index, prose));
    for (const { article } of saved) htmlBytes += new TextEncoder().encode(article.contentHtml).length;
    const records = await Promise.all(saved.map(async (one) => [[articleKey(one.id), await pack(one)], [metaKey(one.id), metaRecord(one)]]));
    await writeRecords(Object.fromEntries(records.flat()));
    await keepTexts(saved);
    await enterInLedger(saved);
  }
  return htmlBytes;
}

/**
 * Removes the oldest articles for good.
 *
 * @param {number} count
 */
export async function removeOldest(count) {
  for (let start = 0; start < count; start += batch) await removeForGood(Array.from({ length: Math.min(batch, count - start) }, (_, index) => idOf(start + index)));
}

/**
 * The bytes of the library: of its records, as the browser counts them, and of its texts.
 *
 * @returns {Promise<number>}
 */
export async function bytesOf() {
  const shards = await readShards(await listShards());
  const packed = shards.map(({ text, alphabet = '', ids }) => text.length + 2 * alphabet.length + ids.join().length + 24 * ids.length);
  const loose = (await readTextsAfter('', 4_000_000_000)).map(({ id, title, text }) => id.length + 8 + 2 * (title.length + text.length));
  return [await bytesInUse(), ...packed, ...loose].reduce((sum, one) => sum + one, 0);
}

/** @param {number} index */
function idOf(index) {
  return (index * 7919).toString(16).padStart(32, '0');
}

/**
 * @param {number} index
 * @param {import('./prose.mjs').Prose} prose
 * @returns {SavedArticle}
 */
function makeSaved(index, prose) {
  const paragraphs = prose.article(articleLength);
  const [first = ''] = paragraphs;
  const textContent = paragraphs.join('\n');
  const length = textContent.length - paragraphs.length + 1;
  const characters = { kept: length, found: length };
  const savedAt = 1_700_000_000_000 + index * 60_000;
  return {
    id: idOf(index), schema: currentSchema, savedAt, updatedAt: savedAt,
    article: {
      url: `https://example.com/${index}`, title: first.slice(0, 20), byline: '林述', siteName: `账本周刊${index % 20}`, publishedTime: '2024-05-16',
      lang: 'zh-CN', dir: '', standfirst: '', excerpt: first.slice(0, 120), leadImage: '', length,
      contentHtml: paragraphs.map((text) => `<p>${text}</p>`).join('\n'), textContent, outline: [], provenance: [], removals: [],
      completeness: { characters, images: { kept: 0, found: 0 }, headings: { kept: 0, found: 0 } }, nextPage: '',
    },
  };
}
