import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { projectRoot } from '../bootstrap.mjs';
import { serveFolder } from '../browser/static-server.mjs';
import { bundleScript } from '../extract/bundle.mjs';
import { launchFirefox } from '../firefox/launch-firefox.mjs';
import { openToolbarPopup } from '../firefox/popup.mjs';

const rounds = 15;

/**
 * The extraction of the sample article in Firefox: in the extension's content script, which sees the page
 * through wrappers, and the same in a script of the page's own. Medians in milliseconds.
 *
 * @param {{ executable: string, extension: string }} options
 */
export async function runFirefox({ executable, extension }) {
  const script = await bundleScript(fileURLToPath(new URL('in-page/plain.js', import.meta.url)), 'jingduPlain');
  const site = await serveFolder(join(projectRoot, 'test/fixtures/sample'));
  const firefox = await launchFirefox({ executable, extension });
  try {
    await firefox.goto(`${site.origin}/page.html`);
    const plain = await firefox.run('content', timeInPage, script, rounds);
    const popup = await openToolbarPopup(firefox);
    await popup.waitFor('[data-testid=save]');
    const inExtension = await popup.evaluate(timeInContentScript, rounds);
    return { plain: median(plain), extension: median(inExtension) };
  } finally {
    await firefox.close();
    await site.close();
  }
}

/** Sent to the page as text. */
function timeInPage(script, count) {
  const element = document.createElement('script');
  element.textContent = `${script}; document.documentElement.dataset.times = JSON.stringify(Array.from({ length: ${count} }, () => jingduPlain.time()));`;
  document.documentElement.append(element);
  const times = JSON.parse(document.documentElement.dataset.times);
  element.remove();
  delete document.documentElement.dataset.times;
  return times;
}

/** Sent to the popup as text: asks the page's reader for the article, which says how long it took. */
async function timeInContentScript({ wrappedJSObject: popup }, count) {
  const own = (value) => Components.utils.cloneInto(value, popup);
  const [tab] = await popup.browser.tabs.query(own({ active: true, currentWindow: true }));
  const times = [];
  for (let round = 0; round < count; round += 1) {
    const { output } = await popup.browser.tabs.sendMessage(tab.id, own({ to: 'page', type: 'extract', input: {} }));
    times.push(output.milliseconds);
  }
  return times;
}

function median(values) {
  return [...values].sort((a, b) => a - b)[values.length >> 1];
}
