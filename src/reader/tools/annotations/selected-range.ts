/** What is selected within an element, also where that stands in a closed shadow root; undefined when nothing is. */
export function selectedRange(element: HTMLElement): AbstractRange | undefined {
  const root = element.getRootNode();
  const selection = element.ownerDocument.getSelection();
  const range = root instanceof ShadowRoot ? rangeInShadow(root, selection) : firstRange(selection);
  return range !== undefined && !range.collapsed && element.contains(range.startContainer) && element.contains(range.endContainer) ? range : undefined;
}

/** Lets go of what is selected within an element; false when nothing is. */
export function dropSelection(element: HTMLElement): boolean {
  if (selectedRange(element) === undefined) return false;
  element.ownerDocument.getSelection()?.removeAllRanges();
  return true;
}

/** The document's own selection ends at the host; the composed one goes on into the roots that it is shown. */
function rangeInShadow(root: ShadowRoot, selection: Selection | null): AbstractRange | undefined {
  const composed: Partial<Pick<Selection, 'getComposedRanges'>> | null = selection;
  if (composed?.getComposedRanges) return composed.getComposedRanges.call(selection, { shadowRoots: [root] })[0];
  return firstRange((root as { getSelection?: () => Selection | null }).getSelection?.() ?? null);
}

function firstRange(selection: Selection | null): AbstractRange | undefined {
  return selection !== null && selection.rangeCount > 0 ? selection.getRangeAt(0) : undefined;
}
