/*
 * A form's named inputs, and a document's named images and forms, stand in front of the real
 * properties of the element (`<form><input name=parentNode></form>`). Reading by way of the
 * prototype passes them by.
 */

/** A property of a node as its prototype has it, whatever the page has named so. */
export function read<T>(node: object, key: string): T {
  return Reflect.get(Object.getPrototypeOf(node) as object, key, node) as T;
}

/** Calls a node's method as its prototype has it, whatever the page has named so. */
export function call<T>(node: object, method: string, ...parameters: unknown[]): T {
  return Reflect.apply(read<(...all: unknown[]) => T>(node, method), node, parameters);
}

/** An attribute's value, or an empty string. */
export function attribute(element: Node, name: string): string {
  return call<string | null>(element, 'getAttribute', name) ?? '';
}

/** The elements that a selector finds in the document. */
export function select(document: Document, selector: string): Element[] {
  return [...call<Iterable<Element>>(document, 'querySelectorAll', selector)];
}
