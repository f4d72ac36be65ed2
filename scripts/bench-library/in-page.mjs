// @ts-check

/**
 * Types a query into the library's page and waits for the end of the search. Runs in the page.
 *
 * @param {string} query
 * @returns {Promise<{ first: number, all: number }>} milliseconds to the first hit on screen, and to the end
 */
export function searchFor(query) {
  const field = /** @type {HTMLInputElement} */ (document.querySelector('[data-testid=search]'));
  const answer = /** @type {HTMLElement} */ (document.querySelector('.search-field [role=status]'));
  const list = /** @type {HTMLElement} */ (document.querySelector('.library-list'));
  return new Promise((resolve) => {
    const started = performance.now();
    let first = NaN;
    const look = () => {
      if (Number.isNaN(first) && list.querySelector('mark') !== null) first = performance.now() - started;
      if (answer.textContent === '' || list.querySelector('[aria-busy=true]') !== null) return;
      watch.disconnect();
      const all = performance.now() - started;
      resolve({ first: Number.isNaN(first) ? all : first, all });
    };
    const watch = new MutationObserver(look);
    field.value = '';
    field.dispatchEvent(new Event('input', { bubbles: true }));
    setTimeout(() => {
      watch.observe(document.body, { childList: true, subtree: true, characterData: true, attributes: true });
      field.value = query;
      field.dispatchEvent(new Event('input', { bubbles: true }));
    }, 100);
  });
}

/**
 * Reads all folded texts into memory and looks for the words in a plain loop. Runs in the page.
 *
 * @param {string[]} words
 * @returns {Promise<number>} milliseconds of the loop alone
 */
export async function plainScan(words) {
  const database = await new Promise((resolve, reject) => {
    const opening = indexedDB.open('jingdu-texts');
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error);
  });
  /** @type {{ text: string }[]} */
  const texts = await new Promise((resolve, reject) => {
    const reading = database.transaction('texts').objectStore('texts').getAll();
    reading.onsuccess = () => resolve(reading.result);
    reading.onerror = () => reject(reading.error);
  });
  database.close();
  const started = performance.now();
  texts.filter(({ text }) => words.every((word) => text.includes(word)));
  return performance.now() - started;
}

/**
 * Saves new articles one after the other. Runs in the page.
 *
 * @param {number} count
 * @returns {Promise<number>} milliseconds of the median one
 */
export async function saveOne(count) {
  const kept = { kept: 1, found: 1 };
  const text = '一门关于温度的生意。'.repeat(400);
  const times = [];
  for (let index = 0; index < count; index += 1) {
    const article = {
      url: `https://example.com/new/${index}`, title: '新的一篇', byline: '', siteName: '', publishedTime: '', lang: 'zh-CN', dir: '', standfirst: '',
      excerpt: '', leadImage: '', length: 4000, contentHtml: `<p>${text}</p>`, textContent: text, outline: [], provenance: [], removals: [],
      completeness: { characters: kept, images: kept, headings: kept }, nextPage: '',
    };
    const started = performance.now();
    const reply = await chrome.runtime.sendMessage({ to: 'background', type: 'saveArticle', input: { article } });
    if (reply?.output?.kind !== 'saved') throw new Error(`an article was not saved: ${JSON.stringify(reply)}`);
    times.push(performance.now() - started);
  }
  return times.sort((a, b) => a - b)[Math.floor(count / 2)] ?? NaN;
}
