/** Puts a text on the clipboard; false where the browser refuses. */
export async function copyText(text: string, place: HTMLElement): Promise<boolean> {
  const { clipboard } = place.ownerDocument.defaultView?.navigator ?? {};
  // Pages without https have no clipboard of the new kind.
  if (clipboard === undefined) return copyBySelection(text, place);
  try {
    await clipboard.writeText(text);
    return true;
  } catch (error) {
    console.info('the clipboard is closed, trying the selection', error);
    return copyBySelection(text, place);
  }
}

/** The field must stand inside of the view: all else is inert behind a modal dialog. */
function copyBySelection(text: string, place: HTMLElement): boolean {
  const document = place.ownerDocument;
  const before = (place.getRootNode() as Document | ShadowRoot).activeElement;
  const field = document.createElement('textarea');
  field.className = 'copy-field';
  field.value = text;
  place.append(field);
  field.select();
  const done = document.execCommand('copy');
  field.remove();
  if (before instanceof HTMLElement) before.focus({ preventScroll: true });
  return done;
}
