// @ts-check

/**
 * Fills the store of the page's extension with articles of 4,000 characters, as saving would have left them. Runs in the page.
 *
 * @param {number} count
 * @returns {Promise<number>} the UTF-8 bytes of the sanitised HTML of all of them
 */
export async function seedLibrary(count) {
  const alphabet = Array.from({ length: 2500 }, (_, index) => String.fromCharCode(0x4e00 + index * 7));
  let state = 7;
  /** @param {number} below */
  const random = (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
  // Frequent characters are frequent, as in prose; else nothing could be packed.
  const sentence = () => `${Array.from({ length: 24 }, () => alphabet[Math.floor(2500 * (random(1000) / 1000) ** 3)]).join('')}。`;
  /** @param {unknown} record */
  const pack = async (record) => {
    const stream = /** @type {ReadableStream} */ (new Response(JSON.stringify(record)).body).pipeThrough(new CompressionStream('gzip'));
    const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
    return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
  };
  let htmlBytes = 0;
  /** @type {Record<string, unknown>} */
  let batch = {};
  for (let index = 0; index < count; index += 1) {
    const id = index.toString(16).padStart(32, '0');
    const savedAt = 1_700_000_000_000 + index * 60_000;
    const paragraphs = Array.from({ length: 32 }, () => Array.from({ length: 5 }, sentence).join(''));
    const contentHtml = paragraphs.map((text) => `<p>${text}</p>`).join('\n');
    htmlBytes += new TextEncoder().encode(contentHtml).length;
    const row = {
      url: `https://example.com/${index}`, title: sentence().slice(0, 20), byline: '林述', siteName: `账本周刊${index % 20}`,
      publishedTime: '2024-05-16', excerpt: (paragraphs[0] ?? '').slice(0, 120), length: 4000,
    };
    const kept = { kept: 1, found: 1 };
    const article = {
      ...row, lang: 'zh-CN', dir: '', standfirst: '', leadImage: '', contentHtml, textContent: paragraphs.join('\n'), outline: [],
      provenance: [], removals: [], completeness: { characters: kept, images: kept, headings: kept }, nextPage: '',
    };
    batch[`article:${id}`] = { id, schema: 1, packed: await pack({ id, schema: 1, savedAt, updatedAt: savedAt, article }) };
    batch[`meta:${id}`] = { schema: 2, entry: { id, ...row, savedAt, updatedAt: savedAt } };
    if (index % 200 === 199 || index === count - 1) {
      await chrome.storage.local.set(batch);
      batch = {};
    }
  }
  return htmlBytes;
}
