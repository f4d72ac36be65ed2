// @ts-check

/** Two hundred frames from the first row to the last: at 10,000 rows fifty new ones in each. */
export const scrollFrames = 200;

/**
 * Scrolls the list of the library's page from its first row to its last.
 *
 * @param {number} frames
 * @returns {Promise<number>} how many frames came more than 50 ms after the one before
 */
export async function scrollThrough(frames) {
  const nextFrame = () => new Promise(requestAnimationFrame);
  while (document.querySelector('.shelf-list[aria-busy=false]') === null) await nextFrame();
  const list = /** @type {HTMLElement} */ (document.querySelector('.virtual'));
  let jerks = 0;
  let before = await nextFrame();
  for (let frame = 1; frame <= frames; frame += 1) {
    list.scrollTop = ((list.scrollHeight - list.clientHeight) * frame) / frames;
    const now = await nextFrame();
    if (now - before > 50) jerks += 1;
    before = now;
  }
  return jerks;
}
