// @ts-check

const rounds = 7;

/**
 * Opens the popup again and again, and at last looks at its heap.
 *
 * @param {import('../browser/launch-browser.mjs').ExtendedBrowser} browser
 * @param {string} address
 * @returns {Promise<{ popupRows: number, popupHeap: number }>} milliseconds from its load to its first rows, and bytes
 */
export async function measurePopup({ context }, address) {
  const page = await context.newPage();
  await page.addInitScript(() => {
    const seen = new MutationObserver(() => {
      if (document.querySelector('[data-testid=saved-item]') === null) return;
      seen.disconnect();
      performance.mark('rows');
    });
    seen.observe(document, { childList: true, subtree: true });
  });
  const times = [];
  for (let round = 0; round < rounds; round += 1) {
    await page.goto(address);
    await page.waitForFunction(() => performance.getEntriesByName('rows').length > 0);
    times.push(await page.evaluate(() => {
      const [navigation] = /** @type {PerformanceNavigationTiming[]} */ (performance.getEntriesByType('navigation'));
      return (performance.getEntriesByName('rows')[0]?.startTime ?? 0) - (navigation?.domContentLoadedEventEnd ?? 0);
    }));
  }
  const session = await context.newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await page.close();
  return { popupRows: times.sort((a, b) => a - b)[Math.floor(rounds / 2)] ?? NaN, popupHeap: usedSize };
}
