/** The key code with which browsers mark a key that an input method has already taken. */
const takenByInputMethod = 229;

/** Whether a key belongs to an input method that is composing, and so to nobody else. */
export function isComposing(event: KeyboardEvent): boolean {
  return event.isComposing || event.keyCode === takenByInputMethod;
}
