/** Tells whether a value that came from outside, through a message or out of the store, has the wanted shape. */
export type Check = (value: unknown) => boolean;

export const isString: Check = (value) => typeof value === 'string';
export const isBoolean: Check = (value) => typeof value === 'boolean';
/** A finite number; NaN and the infinities do not survive JSON. */
export const isNumber: Check = (value) => Number.isFinite(value);

/** Makes a check for a text of at most so many UTF-16 units. */
export function textUpTo(longest: number): Check {
  return (value) => typeof value === 'string' && value.length <= longest;
}

/** Makes a check that also lets `undefined` pass. */
export function optional(check: Check): Check {
  return (value) => value === undefined || check(value);
}

/** Makes a check for one of a few fixed strings. */
export function oneOf(...choices: readonly string[]): Check {
  return (value) => typeof value === 'string' && choices.includes(value);
}

/** Makes a check for an array of which each item passes. */
export function arrayOf(check: Check): Check {
  return (value) => Array.isArray(value) && value.every(check);
}

/** Makes a check for an object with these fields; fields that `T` gains must be named here before it compiles again. */
export function shapeOf<T>(fields: { readonly [K in keyof Required<T>]: Check }): (value: unknown) => value is T {
  const checks = Object.entries<Check>(fields);
  return (value): value is T => isRecord(value) && checks.every(([name, check]) => check(value[name]));
}

/** A plain object, of whose fields nothing is known. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Names under which an object's own nature could be changed. */
const forbidden = new Set(['__proto__', 'constructor', 'prototype']);
const deepest = 32;
/** Data of ours has fewer pieces than one to so many letters; what has more was made to take all memory and minutes. */
const lettersToAPiece = 12;
const alwaysEnough = 100_000;

/** Whether JSON is nested deeper, or made of more pieces, than any data of ours; told without parsing, because that may take all memory there is. */
export function isHeavyJson(json: string): boolean {
  const mostPieces = alwaysEnough + json.length / lettersToAPiece;
  let [depth, pieces, quoted] = [0, 0, false];
  for (let at = 0; at < json.length && depth <= deepest && pieces <= mostPieces; at += 1) {
    const sign = json.charAt(at);
    if (sign === '"') quoted = !quoted;
    else if (quoted) at += Number(sign === '\\');
    else if (sign === ',') pieces += 1;
    else if (sign === '{' || sign === '[') depth += 1;
    else if (sign === '}' || sign === ']') depth -= 1;
  }
  return depth > deepest || pieces > mostPieces;
}

/** Whether parsed JSON is flat enough and free of names that reach into an object's nature; walks without recursion, so no file can exhaust the stack. */
export function isPlainData(root: unknown): boolean {
  const open: { value: unknown; depth: number }[] = [{ value: root, depth: 0 }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { value, depth } = next;
    if (typeof value !== 'object' || value === null) continue;
    if (depth === deepest || (!Array.isArray(value) && Object.keys(value).some((name) => forbidden.has(name)))) return false;
    for (const item of Object.values(value)) if (typeof item === 'object') open.push({ value: item, depth: depth + 1 });
  }
  return true;
}
