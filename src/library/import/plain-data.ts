/** Names under which an object's own nature could be changed. */
const forbidden = new Set(['__proto__', 'constructor', 'prototype']);
const deepest = 32;

/** Whether parsed JSON is flat enough and free of names that reach into an object's nature; walks without recursion, so no file can exhaust the stack. */
export function isPlainData(root: unknown): boolean {
  const open: { value: unknown; depth: number }[] = [{ value: root, depth: 0 }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { value, depth } = next;
    if (typeof value !== 'object' || value === null) continue;
    if (depth === deepest) return false;
    for (const [name, item] of Object.entries(value)) {
      if (forbidden.has(name)) return false;
      open.push({ value: item, depth: depth + 1 });
    }
  }
  return true;
}
