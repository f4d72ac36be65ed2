import { isRecord } from '../shape.ts';

/** Whether two values are the same as JSON; stores do not keep the order of an object's keys. */
export function isSameRecord(a: unknown, b: unknown): boolean {
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((item, index) => isSameRecord(item, b[index]));
  }
  if (isRecord(a) && isRecord(b)) {
    const names = Object.keys(a);
    return names.length === Object.keys(b).length && names.every((name) => Object.hasOwn(b, name) && isSameRecord(a[name], b[name]));
  }
  return a === b;
}

/** A copy in which each half of a broken surrogate pair is U+FFFD, as the store would make it; else it would read back different. */
export function toStorable<T>(record: T): T {
  return JSON.parse(JSON.stringify(record), (_name, value: unknown) =>
    typeof value === 'string' ? value.replace(/\p{Surrogate}/gu, '\ufffd') : value,
  ) as T;
}
