// @ts-check
import { installDependencies, returnToCaller } from './bootstrap.mjs';
import { builtExtension, buildExtension } from './build-extension.mjs';

try {
  await start(process.argv[2]);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

/** @param {string | undefined} word a web address or a file; without it, the sample article */
async function start(word) {
  installDependencies();
  returnToCaller();
  const { openAddress } = await import('./start/open-address.mjs');
  const address = await openAddress(word);
  try {
    await buildExtension({ quiet: true });
    await show(address.url);
  } finally {
    await address.close();
  }
}

/** @param {string} url */
async function show(url) {
  const { launchBrowser } = await import('./browser/launch-browser.mjs');
  const headless = !hasDisplay();
  const browser = await launchBrowser({ extension: builtExtension, headless });
  const closed = new Promise((resolve) => browser.context.once('close', resolve));
  try {
    await browser.page.goto(url);
    console.log(`${url}\n`);
    if (headless) {
      const { showHeadless } = await import('./start/show-headless.mjs');
      await showHeadless(browser);
    } else {
      console.log('Click the icon in the toolbar, or press Alt+Shift+Y. Closing the browser ends this.');
      await closed;
    }
  } finally {
    await browser.close();
  }
}

function hasDisplay() {
  if (process.platform !== 'linux') return true;
  return Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']);
}
