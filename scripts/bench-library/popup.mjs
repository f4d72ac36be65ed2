// @ts-check

const rounds = 7;

/**
 * Opens the popup again and again, and at last looks at its heap.
 *
 * @param {import('../browser/launch-browser.mjs').ExtendedBrowser} browser
 * @param {string} address
 * @returns {Promise<{ popupRows: number, popupHeap: number }>} milliseconds from its load to the frame with its first rows, and bytes
 */
export async function measurePopup({ context }, address) {
  const page = await context.newPage();
  await page.addInitScript(watchRows);
  const times = [];
  // The first time the list is read and its top kept at hand, as after any other opening.
  for (let round = 0; round <= rounds; round += 1) {
    await page.goto(address);
    await page.waitForFunction(() => performance.getEntriesByName('rows').length > 0);
    times.push(await page.evaluate(() => {
      const [navigation] = /** @type {PerformanceNavigationTiming[]} */ (performance.getEntriesByType('navigation'));
      return (performance.getEntriesByName('rows')[0]?.startTime ?? 0) - (navigation?.domContentLoadedEventEnd ?? 0);
    }));
    await page.waitForFunction(() => localStorage.getItem('glance') !== null);
  }
  const session = await context.newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await page.close();
  return { popupRows: times.slice(1).sort((a, b) => a - b)[Math.floor(rounds / 2)] ?? NaN, popupHeap: usedSize };
}

/** Turns to the list as soon as there is a way to it, and notes when a frame with its rows has been drawn. */
function watchRows() {
  const seen = new MutationObserver(() => {
    const tab = /** @type {HTMLElement | null} */ (document.querySelector('#tab-saved[aria-selected=false]'));
    tab?.click();
    if (document.querySelector('#panel-saved:not([hidden]) [data-testid=saved-item]') === null) return;
    seen.disconnect();
    // What is posted from a frame arrives once it is drawn.
    requestAnimationFrame(() => setTimeout(() => performance.mark('rows')));
  });
  seen.observe(document, { childList: true, subtree: true, attributes: true });
}
