import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import { expect, test } from 'vitest';
import { shareScripts } from '../../scripts/build/share-scripts.mjs';

interface Chunk {
  fileName: string;
  code: string;
  imports: string[];
  dynamicImports: string[];
}

/** A page and the script that is injected have two chunks in common, one of which needs the other. */
const build = (): Chunk[] => [
  chunk('page.mjs', 'import{r as t,n}from"./view.mjs";import{x as y}from"./own.mjs";globalThis.shown=t(n)+y;'),
  chunk('in-page.mjs', 'import{t as e}from"./words.mjs";import{r as t}from"./view.mjs";shown.push(t(e));'),
  chunk('view.mjs', 'import{t as e}from"./words.mjs";function v(x){return x+"。"}export{v as r,e as n};'),
  chunk('words.mjs', 'var a="净读";export{a as t};'),
  chunk('own.mjs', 'var a="！";export{a as x};'),
];

test('what is injected are classic scripts, each after those that it needs, and each runs once', () => {
  const chunks = build();
  const files = shareScripts(chunks, 'in-page.mjs');
  expect(files).toEqual(['words.mjs', 'view.mjs', 'in-page.mjs']);
  const world = createContext({ shown: [] });
  for (const file of [...files, ...files]) runInContext(codeOf(chunks, file), world);
  expect(world['shown']).toEqual(['净读。']);
});

test('a page’s module takes from the same files what it imported from them', async () => {
  const chunks = build();
  shareScripts(chunks, 'in-page.mjs');
  const folder = mkdtempSync(join(tmpdir(), 'jingdu-shared-'));
  for (const { fileName, code } of chunks) writeFileSync(join(folder, fileName), code);
  await import(/* @vite-ignore */ join(folder, 'page.mjs'));
  rmSync(folder, { recursive: true });
  expect(globalThis).toHaveProperty('shown', '净读。！');
});

test('a chunk that has nothing in common with what is injected stays as it is', () => {
  const chunks = build();
  shareScripts(chunks, 'in-page.mjs');
  expect(codeOf(chunks, 'own.mjs')).toBe('var a="！";export{a as x};');
});

test('what cannot be shared is refused by name', () => {
  const awaited = build().map((file) => (file.fileName === 'page.mjs' ? { ...file, dynamicImports: ['view.mjs'] } : file));
  expect(() => shareScripts(awaited, 'in-page.mjs')).toThrow('page.mjs imports view.mjs on demand');
  const whole = [...build(), chunk('other.mjs', 'import*as all from"./words.mjs";all.t;')];
  expect(() => shareScripts(whole, 'in-page.mjs')).toThrow('other.mjs imports all of words.mjs');
  const passing = [chunk('in-page.mjs', 'export default 1;')];
  expect(() => shareScripts(passing, 'in-page.mjs')).toThrow('in-page.mjs has an export');
});

function chunk(fileName: string, code: string): Chunk {
  return { fileName, code, imports: [...code.matchAll(/from"\.\/([^"]+)"/g)].map(([, name]) => name ?? ''), dynamicImports: [] };
}

function codeOf(chunks: Chunk[], name: string): string {
  return chunks.find(({ fileName }) => fileName === name)?.code ?? '';
}
