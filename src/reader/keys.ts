import type { MessageKey } from '../i18n.ts';
import { isComposing } from './composing.ts';

/** What a key of the reader does. */
export type KeyAction =
  | 'close' | 'nextSection' | 'previousSection' | 'goBack' | 'link' | 'outline' | 'typography' | 'save' | 'highlight' | 'find' | 'larger' | 'smaller' | 'keys';

/** One row of the list of keys: any of the keys does the same. */
export interface KeyBinding {
  action: KeyAction;
  /** As `KeyboardEvent.key` has them, letters in lower case. */
  keys: readonly string[];
  label: MessageKey;
}

/** Every key of the reader, in the order in which the list of keys shows them. */
export const keyTable: readonly KeyBinding[] = [
  { action: 'nextSection', keys: ['j', 'n'], label: 'keyNextSection' },
  { action: 'previousSection', keys: ['k', 'p'], label: 'keyPreviousSection' },
  { action: 'goBack', keys: ['r'], label: 'placeReturn' },
  { action: 'link', keys: ['l'], label: 'linkCopyShort' },
  { action: 'outline', keys: ['o'], label: 'outline' },
  { action: 'typography', keys: ['t'], label: 'typography' },
  { action: 'highlight', keys: ['h'], label: 'keyHighlight' },
  { action: 'find', keys: ['/'], label: 'find' },
  { action: 'larger', keys: ['+', '='], label: 'keyLarger' },
  { action: 'smaller', keys: ['-'], label: 'keySmaller' },
  { action: 'save', keys: ['s'], label: 'menuSaveArticle' },
  { action: 'keys', keys: ['?'], label: 'keyList' },
  { action: 'close', keys: ['Escape'], label: 'keyClose' },
];

/**
 * What a key that was pressed asks for; undefined when it is none of ours: while an input method composes,
 * with Ctrl, Alt or Meta, and for all but Esc where something is being typed.
 */
export function actionOf(event: KeyboardEvent, focused: Element | null): KeyAction | undefined {
  if (isComposing(event) || event.ctrlKey || event.altKey || event.metaKey) return undefined;
  if (event.key !== 'Escape' && isTextField(focused)) return undefined;
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  return keyTable.find(({ keys }) => keys.includes(key))?.action;
}

const textInputs = /^(text|search|url|email|tel|password|number)$/;

function isTextField(element: Element | null): boolean {
  if (element instanceof HTMLInputElement) return textInputs.test(element.type);
  return element instanceof HTMLTextAreaElement || (element instanceof HTMLElement && element.isContentEditable);
}
