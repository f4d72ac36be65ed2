/** What is done in the reader and is nobody else's: what is typed, said by a press, selected and copied. */
const events = 'keydown keypress keyup beforeinput input compositionstart compositionupdate compositionend textInput copy cut paste contextmenu selectstart selectionchange dragstart pointerdown pointerup pointercancel mousedown mouseup click dblclick auxclick';

/** Hears them at the window before the page can, and hands them to whoever has set `handleEvent`. */
export interface Ear {
  handleEvent(event: Event): void;
}

/** The place among our own scripts of a page where all of them find the one ear; a page cannot see it. */
const place: unique symbol = Symbol.for('jingdu.ear');

/** Hears nothing, keeps nothing. */
export const deaf = (): void => undefined;

/**
 * The ear of this page. It is planted before the page's first script, and once more when it is asked for: a page that
 * was open before the extension came has none, and one that writes itself anew loses it.
 */
export function earOf(window: Window): Ear {
  const scripts = globalThis as { [place]?: Ear };
  const ear = (scripts[place] ??= { handleEvent: deaf });
  for (const type of events.split(' ')) window.addEventListener(type, ear, true);
  return ear;
}
