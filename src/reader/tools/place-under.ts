/** Puts a floating box below its reference, or above it where there is no room; within the view in any case. */
export function placeUnder(box: HTMLElement | null, reference: { getBoundingClientRect(): DOMRect }): void {
  const view = box?.ownerDocument.documentElement;
  if (!box || !view) return;
  const margin = 12;
  const at = reference.getBoundingClientRect();
  const { width, height } = box.getBoundingClientRect();
  const left = Math.max(margin, Math.min(at.left + at.width / 2 - width / 2, view.clientWidth - width - margin));
  const below = at.bottom + 8;
  const top = below + height > view.clientHeight - margin && at.top - height - 8 > margin ? at.top - height - 8 : below;
  box.style.left = `${left}px`;
  box.style.top = `${top}px`;
}
