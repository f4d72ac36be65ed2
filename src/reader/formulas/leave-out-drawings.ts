/**
 * Takes the drawings away for the moment in which a selection is copied, or made by a click: to a browser each of
 * them is a paragraph of its own. They are back before the next frame.
 */
export function leaveOutDrawings(body: HTMLElement, signal: AbortSignal): void {
  const leaveOut = (): void => {
    body.setAttribute('data-undrawn', '');
    requestAnimationFrame(() => body.removeAttribute('data-undrawn'));
  };
  body.getRootNode().addEventListener('copy', leaveOut, { signal });
  body.addEventListener('mousedown', ({ detail }) => {
    if (detail > 2) leaveOut();
  }, { signal });
}
