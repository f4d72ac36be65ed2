// @ts-check
import { articleLength, createProse } from './prose.mjs';

/**
 * @typedef {object} Saving What saving one article took, in milliseconds.
 * @property {number} save from the message that a page sends to the worker's answer, once the store has been read back
 * @property {number} least of a `storage.local.set` of one number directly behind it: what the browser takes for any write
 * @property {string} id of the article
 */

const prose = createProse(11);

/**
 * Saves one new article as the popup does, and then has the browser write a mere number.
 *
 * @param {{ name: string, times: number }} article its name, and how many times it is as long as the others of the bench
 * @returns {Promise<Saving>}
 */
export async function saveOne({ name, times }) {
  const article = makeArticle(name, prose.article(articleLength * times));
  const { taken: save, answer } = await time(() => ask('saveArticle', { article }));
  if (answer?.kind !== 'saved') throw new Error(`an article was not saved: ${JSON.stringify(answer)}`);
  const { taken: least } = await time(() => chrome.storage.local.set({ bench: name.length }));
  await chrome.storage.local.remove('bench');
  return { save, least, id: answer.id };
}

/**
 * Asks of some saved articles whether they are there under another address as well.
 *
 * @param {string[]} ids
 * @returns {Promise<number>} milliseconds to an answer, the median
 */
export async function findReprints(ids) {
  const times = [];
  for (const id of ids) times.push((await time(() => ask('findReprint', { id }))).taken);
  return times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? NaN;
}

/**
 * @param {string} type
 * @param {unknown} input
 */
async function ask(type, input) {
  const reply = await chrome.runtime.sendMessage({ to: 'background', type, input });
  return reply?.output;
}

/**
 * @template T
 * @param {() => Promise<T>} task
 */
async function time(task) {
  const started = performance.now();
  const answer = await task();
  return { taken: performance.now() - started, answer };
}

/**
 * @param {string} name
 * @param {string[]} paragraphs
 */
function makeArticle(name, paragraphs) {
  const kept = { kept: 1, found: 1 };
  const textContent = paragraphs.join('\n');
  return {
    url: `https://example.com/new/${name}`, title: `新的一篇 ${name}`, byline: '', siteName: '', publishedTime: '', lang: 'zh-CN', dir: '', standfirst: '',
    excerpt: '', leadImage: '', length: textContent.length, contentHtml: paragraphs.map((text) => `<p>${text}</p>`).join('\n'), textContent,
    outline: [], provenance: [], removals: [], completeness: { characters: kept, images: kept, headings: kept }, nextPage: '',
  };
}
