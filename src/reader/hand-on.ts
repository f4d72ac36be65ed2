/**
 * Says an event again where only the reader hears it: at what lies under the pointer, at the field that is typed in,
 * or else at the root. The browser acts on the event itself; the second one only tells of it, and of a wish that the
 * browser should not act.
 */
export function handOn(root: ShadowRoot): (event: Event) => void {
  const last: { pressed?: Element | null } = {};
  return (event) => {
    const place = event instanceof MouseEvent ? underPointer(root, event) : event.type === 'input' ? root.activeElement : null;
    if (event.type === 'pointerdown') last.pressed = place;
    const target = event.type === 'click' ? holderOf(place, last.pressed) : place;
    (target ?? root).dispatchEvent(said(event));
  };
}

function underPointer(root: ShadowRoot, { clientX, clientY, target }: MouseEvent): Element | null {
  return target === root.host ? root.elementFromPoint(clientX, clientY) : null;
}

/** A click is at what holds both the press and its release: a selection that ends on a button presses nothing. */
function holderOf(released: Element | null, pressed: Element | null | undefined): Element | null {
  for (let holder = released; holder !== null; holder = holder.parentElement) {
    if (!pressed || holder.contains(pressed)) return holder;
  }
  return null;
}

function said(event: Event): Event {
  const { type, bubbles } = event;
  const again = new Event(type, { bubbles, cancelable: true });
  // Or the browser would follow a link twice.
  again.preventDefault();
  const detail = event instanceof UIEvent ? event.detail : 0;
  return Object.defineProperties(again, { detail: { value: detail }, preventDefault: { value: () => event.preventDefault() } });
}
