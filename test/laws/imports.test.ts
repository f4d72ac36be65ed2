import { describe, expect, test } from 'vitest';
import { filesUnder, importsOf } from './sources.ts';
import { browserGateways, packages, zones } from './zones.js';

const sources = filesUnder('src', /\.tsx?$/);
const edges = sources.flatMap((from) => importsOf(from).map((target) => ({ from, ...target })));

/** `article/extract` of `src/article/extract.ts`. */
function moduleName(file: string): string {
  return file.replace(/^src\//, '').replace(/(\.iife)?\.[a-z]+$/, '');
}

function zoneOf(file: string): string {
  return moduleName(file).split('/')[0] ?? '';
}

test('the laws see the sources', () => {
  expect(sources.length).toBeGreaterThan(30);
  expect(edges.length).toBeGreaterThan(100);
});

test('every part of src has its zone', () => {
  expect([...new Set(sources.map(zoneOf))].filter((zone) => !(zone in zones))).toEqual([]);
});

test('imports run downhill', () => {
  const uphill = edges.filter(({ from, file, specifier }) => {
    // A script's address is no import of its code; the locale is only read for its type.
    if (file === undefined || !file.startsWith('src/') || specifier.endsWith('?scripts')) return false;
    const allowed = [zoneOf(from), ...(zones[zoneOf(from)] ?? [])];
    return !allowed.some((name) => moduleName(file) === name || zoneOf(file) === name);
  });
  expect(uphill.map(({ from, specifier }) => `${from} imports ${specifier}`)).toEqual([]);
});

test('rules take types alone from the article', () => {
  const values = edges.filter(({ from, file, typeOnly }) => from.startsWith('src/rules/') && file?.startsWith('src/article/') && !typeOnly);
  expect(values.map(({ from, specifier }) => `${from} imports ${specifier}`)).toEqual([]);
});

test.each(Object.entries(packages))('%s takes only its own packages', (zone, allowed: string[]) => {
  const foreign = edges.filter(({ from, file, specifier }) => zoneOf(from) === zone && file === undefined && !allowed.includes(specifier));
  expect(foreign.map(({ from, specifier }) => `${from} imports ${specifier}`)).toEqual([]);
});

test('only entries and gateways speak to the browser', () => {
  const callers = edges.filter(({ specifier, typeOnly }) => specifier === 'webextension-polyfill' && !typeOnly).map(({ from }) => from);
  expect([...new Set(callers)].filter((file) => !browserGateways.some((gateway) => gateway.test(file)))).toEqual([]);
});

test('the detector carries the readerable check and messages, nothing else', () => {
  const reached = reachableFrom('src/content/detector.iife.ts');
  const heavy = [...reached].filter((file) => /^src\/(ui|reader|library|popup|background|rules)\//.test(file));
  expect(heavy).toEqual([]);
});

test('the ear carries nothing', () => {
  expect([...reachableFrom('src/content/ear.iife.ts')].sort()).toEqual(['src/content/ear.iife.ts', 'src/reader/ear.ts']);
});

describe('circles', () => {
  test('no module imports itself by a detour', () => {
    expect(findCircle(edges.filter(({ specifier }) => !specifier.endsWith('?scripts')))).toBeUndefined();
  });

  test('a circle is seen', () => {
    const circle = [
      { from: 'a', file: 'b' },
      { from: 'b', file: 'c' },
      { from: 'c', file: 'b' },
    ];
    expect(findCircle(circle)).toEqual(['b', 'c', 'b']);
  });
});

function reachableFrom(start: string): Set<string> {
  const reached = new Set<string>();
  const visit = (file: string): void => {
    if (reached.has(file)) return;
    reached.add(file);
    for (const edge of edges) if (edge.from === file && edge.file !== undefined && !edge.typeOnly) visit(edge.file);
  };
  visit(start);
  return reached;
}

function findCircle(graph: { from: string; file: string | undefined }[]): string[] | undefined {
  const done = new Set<string>();
  const visit = (file: string, path: string[]): string[] | undefined => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
    if (done.has(file)) return undefined;
    for (const edge of graph) {
      if (edge.from !== file || edge.file === undefined) continue;
      const circle = visit(edge.file, [...path, file]);
      if (circle) return circle;
    }
    done.add(file);
    return undefined;
  };
  for (const { from } of graph) {
    const circle = visit(from, []);
    if (circle) return circle;
  }
  return undefined;
}
