// @ts-check
import { bundleExtraction } from './bundle.mjs';
import { openPageHost } from './page-host.mjs';
import { readSavedPage } from './saved-page.mjs';

/** An extraction that takes longer has failed. */
const extractionLimit = 20_000;

/** @typedef {import('../../src/article/article.ts').Article} Article */
/** @typedef {{ file: string, url: string, readerable: boolean, ms: number, article: Article | null }} Extracted */
/** @typedef {{ file: string, error: string }} Failed */

/**
 * Runs the shipped extraction on saved pages, one after the other in one browser, and gives the
 * results in their order. A page that fails gives its error; the rest goes on.
 *
 * @param {Iterable<string | { file: string, url?: string | undefined }>} files
 * @param {{ siteRules?: boolean }} [options]
 * @returns {AsyncGenerator<Extracted | Failed, void, void>}
 */
export async function* extractFiles(files, { siteRules = true } = {}) {
  const [script, host] = await Promise.all([bundleExtraction(), openPageHost()]);
  try {
    for (const entry of files) {
      const { file, url } = typeof entry === 'string' ? { file: entry, url: undefined } : entry;
      try {
        const page = await readSavedPage(file, url);
        await host.show(page);
        const call = `jingduExtraction.run(${JSON.stringify({ url: page.url, siteRules })})`;
        yield { file, url: page.url, ...(await host.evaluate(script, call, extractionLimit)) };
      } catch (error) {
        yield { file, error: error instanceof Error ? error.message : String(error) };
      }
    }
  } finally {
    await host.close();
  }
}
