import { fileURLToPath } from 'node:url';
import { bundleScript } from '../extract/bundle.mjs';
import { openPageHost } from '../extract/page-host.mjs';
import { readSavedPage } from '../extract/saved-page.mjs';
import { articleOf } from './pages.mjs';

const patience = 60_000;
/** All works' turns on a page take a second or two; one that hangs on a hostile page never comes back. */
const patienceOnPage = 20_000;
/** Up to so many paragraphs each work is run several times; beyond, once. */
const mostRepeated = 1_000;

const names = ['ours', 'readability', 'defuddle'];

/**
 * Detector and extraction beside the peers and the floor: on each page, and on articles that grow.
 *
 * @param {{ pages: { id: string, file: string, url?: string }[], sizes: number[], onPage: (id: string) => void }} options
 */
export async function runEngines({ pages, sizes, onPage }) {
  const script = await bundleScript(fileURLToPath(new URL('in-page/entry.js', import.meta.url)), 'speed');
  const host = await openPageHost();
  const call = (verb, input, limit = patience) => host.evaluate(script, `speed.${verb}(${JSON.stringify(input)})`, limit);
  try {
    const measured = [];
    for (const { id, file, url } of pages) {
      onPage(id);
      await host.show(await readSavedPage(file, url));
      measured.push({ id, ...(await call('measure', { names, budget: 250 }, patienceOnPage).catch(({ message }) => ({ error: message }))) });
    }
    const growth = [];
    for (const paragraphs of sizes) {
      onPage(`${paragraphs} paragraphs`);
      const show = () => host.show({ url: 'https://speed.example/', bytes: Buffer.from(articleOf(paragraphs)), contentType: 'text/html; charset=utf-8' });
      growth.push({ paragraphs, ...(await measureArticle({ show, call }, paragraphs)) });
    }
    return { pages: measured, growth };
  } finally {
    await host.close();
  }
}

/** An engine that does not come to an end in time has no figure. */
async function measureArticle({ show, call }, paragraphs) {
  if (paragraphs <= mostRepeated) {
    await show();
    return call('measure', { names, budget: 500 });
  }
  const times = {};
  for (const name of names) {
    const once = show().then(() => call('measureOnce', name));
    times[name] = await once.catch((error) => {
      if (/took longer|in vain/.test(error.message)) return undefined;
      throw error;
    });
  }
  return times;
}

/** The slope of time over size, both in logarithms, through the points of a thousand paragraphs and more: 1 is linear. */
export function exponentOf(growth, engine) {
  const points = growth.filter((point) => point.paragraphs >= 1_000 && point[engine] !== undefined).map((point) => [Math.log(point.paragraphs), Math.log(point[engine])]);
  if (points.length < 2) return null;
  const mean = (column) => points.reduce((sum, point) => sum + point[column], 0) / points.length;
  const [x, y] = [mean(0), mean(1)];
  return points.reduce((sum, point) => sum + (point[0] - x) * (point[1] - y), 0) / points.reduce((sum, point) => sum + (point[0] - x) ** 2, 0);
}
