/*
 * A form's named inputs, and a document's named images and forms, stand in front of the real
 * properties (`<form><input name=parentElement></form>`). Reading by way of the prototype passes
 * them by; only forms and the document need it, and everything else is read directly, for speed.
 */

const longestFolded = 2_000;

/** A property of a node as its prototype has it, whatever the page has named so. */
export function read<T>(node: object, key: string): T {
  return Reflect.get(Object.getPrototypeOf(node) as object, key, node) as T;
}

/** Calls a node's method as its prototype has it, whatever the page has named so. */
export function call<T>(node: object, method: string, ...parameters: unknown[]): T {
  return read<(...all: unknown[]) => T>(node, method).apply(node, parameters);
}

/** The element's tag; where a form's child has taken that name, it can only be a form. */
export function tagOf(element: Element): string {
  const name: unknown = element.localName;
  return typeof name === 'string' ? name : 'form';
}

/** The element above, or null. */
export function above(element: Element): Element | null {
  return tagOf(element) === 'form' ? read<Element | null>(element, 'parentElement') : element.parentElement;
}

/** An attribute's value, or an empty string. */
export function attribute(element: Element, name: string): string {
  const value = tagOf(element) === 'form' ? call<string | null>(element, 'getAttribute', name) : element.getAttribute(name);
  return value ?? '';
}

/** The elements that a selector finds below a document or an element. */
export function select(scope: Node, selector: string): Element[] {
  return [...find(scope, selector)];
}

/** The same one by one: to put a hundred thousand into an array holds a page up. */
export function find(scope: Node, selector: string): NodeListOf<Element> {
  return call(scope, 'querySelectorAll', selector);
}

/** The first hundred element children: as many as tell what the rest is like. */
export function firstChildren(element: Element): Element[] {
  return [].slice.call(read<HTMLCollection>(element, 'children'), 0, 100) as Element[];
}

/** A node's text, scripts and all. */
export function textOf(node: Node): string {
  return read<string | null>(node, 'textContent') ?? '';
}

/** The beginning of a node's text without any white space, which markup adds at will: as much as tells a label from a text. */
export function foldedText(node: Node): string {
  const walker = walkTexts(read<Document>(node, 'ownerDocument'), node);
  let text = '';
  while (text.length < longestFolded && walker.nextNode()) {
    text += (walker.currentNode as Text).data.slice(0, longestFolded).replace(/\s+/g, '');
  }
  return text;
}

/** Walks the text nodes below a node. */
export function walkTexts(document: Document, root: Node): TreeWalker {
  /** NodeFilter.SHOW_TEXT */
  const showText = 4;
  return call<TreeWalker>(document, 'createTreeWalker', root, showText);
}
