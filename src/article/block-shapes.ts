import { textLength } from './text.ts';

/** A list that holds anything but items, as menus are built. */
export function isListWithoutItems(element: Element): boolean {
  return /^(UL|OL)$/.test(element.tagName) && !element.querySelector('li');
}

/** Whether two breaks in a row stand among the children at least twice. */
export function hasDoubleBreaks(parent: Node): boolean {
  if (!(parent as Element).querySelector('br + br')) return false;
  let doubles = 0;
  let isAfterBreak = false;
  for (const node of parent.childNodes) {
    if (node.nodeName === 'BR') {
      if (isAfterBreak) doubles += 1;
      isAfterBreak = true;
    } else if (node.nodeType !== Node.TEXT_NODE || textLength(node) > 0) isAfterBreak = false;
  }
  return doubles >= 2;
}

const plainInline = /^(A|ABBR|B|CITE|CODE|DEL|EM|FONT|I|INS|KBD|MARK|Q|S|SMALL|SPAN|STRONG|SUB|SUP|U|VAR)$/;

/** Whether a paragraph holds nothing but text and marks of text, and so can stay the element it is. */
export function isPlain(paragraph: Element): boolean {
  for (const element of paragraph.getElementsByTagName('*')) if (!plainInline.test(element.tagName) || element.hasAttribute('hidden') || element.hasAttribute('style')) return false;
  return true;
}

/** Whether the page itself says that the element is not shown. */
export function isHidden(element: Element): boolean {
  return element.hasAttribute('hidden') || /display\s*:\s*none/i.test(element.getAttribute('style') ?? '');
}
