// @ts-check
import { posix } from 'node:path';
import { parseAst } from 'vite';

/** Where shared scripts leave what they export: in a page of the extension, as in its own world within a web page. */
const shelf = 'globalThis.jingdu';

/** @typedef {{ fileName: string, code: string, imports: string[], dynamicImports: string[] }} Chunk */
/** @typedef {{ name?: string, value?: string }} Name */
/** @typedef {{ type: string, imported?: Name, local: Name, exported?: Name }} Specifier */
/** @typedef {{ type: string, start: number, end: number, source?: { value: string } | null, specifiers?: Specifier[] }} Statement */

/**
 * Lets a script that is injected into web pages, where there are no modules, have its code in common with the modules
 * of the extension's own pages: each chunk that it needs becomes a classic script that leaves its exports on a shelf,
 * and a module that imports from such a chunk loads it for its effect and takes them from there.
 *
 * @param {Chunk[]} chunks whose code is rewritten
 * @param {string} injected file name of the chunk to inject
 * @returns {string[]} the scripts to inject, each after those that it needs
 */
export function shareScripts(chunks, injected) {
  const byName = new Map(chunks.map((chunk) => [chunk.fileName, chunk]));
  const scripts = inOrder([injected], byName, new Set());
  for (const chunk of chunks) {
    const awaited = chunk.dynamicImports.find((name) => scripts.includes(name));
    if (awaited !== undefined) throw new Error(`${chunk.fileName} imports ${awaited} on demand, which is shared and so is no module`);
    const taken = inOrder(chunk.imports.filter((name) => scripts.includes(name)), byName, new Set());
    if (scripts.includes(chunk.fileName)) chunk.code = asClassicScript(chunk);
    else if (taken.length > 0) chunk.code = asTakingModule(chunk, taken);
  }
  return scripts;
}

/**
 * These chunks and all that they import, each after its imports.
 *
 * @param {string[]} names
 * @param {Map<string, Chunk>} chunks
 * @param {Set<string>} met
 * @returns {string[]}
 */
function inOrder(names, chunks, met) {
  return names.flatMap((name) => {
    if (met.has(name)) return [];
    met.add(name);
    return [...inOrder(chunks.get(name)?.imports ?? [], chunks, met), name];
  });
}

/** Runs once, however often it is injected. @param {Chunk} chunk */
function asClassicScript({ fileName, code }) {
  /** @type {string[]} */
  const given = [];
  const body = replaceStatements(code, (statement) => {
    if (statement.type === 'ImportDeclaration') return takenFromShelf(statement, fileName);
    if (!statement.type.startsWith('Export')) return undefined;
    if (statement.type !== 'ExportNamedDeclaration' || !statement.specifiers?.length) throw new Error(`${fileName} has an export that cannot be shared`);
    given.push(...statement.specifiers.map(({ local, exported }) => `${keyOf(exported)}:${local.name}`));
    return '';
  });
  return `(${shelf}??={})[${JSON.stringify(fileName)}]??=(()=>{"use strict";${body}\nreturn{${given.join()}}})();\n`;
}

/** @param {Chunk} chunk @param {string[]} scripts the shared ones that it needs, in their order */
function asTakingModule({ fileName, code }, scripts) {
  const loads = scripts.map((name) => `import${JSON.stringify(`./${posix.relative(posix.dirname(fileName), name)}`)};`);
  return loads.join('') + replaceStatements(code, (statement) => {
    if (statement.type !== 'ImportDeclaration' || !scripts.includes(sourceOf(statement, fileName))) return undefined;
    return takenFromShelf(statement, fileName);
  });
}

/** @param {Statement} statement @param {string} importer */
function takenFromShelf(statement, importer) {
  const names = statement.specifiers ?? [];
  if (names.length === 0) return '';
  const other = names.find(({ type }) => type !== 'ImportSpecifier');
  if (other) throw new Error(`${importer} imports all of ${sourceOf(statement, importer)} under one name`);
  const bindings = names.map(({ imported, local }) => `${keyOf(imported)}:${local.name}`);
  return `const{${bindings.join()}}=${shelf}[${JSON.stringify(sourceOf(statement, importer))}];`;
}

/** @param {Statement} statement @param {string} importer */
function sourceOf({ source }, importer) {
  return posix.join(posix.dirname(importer), source?.value ?? '');
}

/** @param {Name | undefined} name */
function keyOf(name) {
  return name?.name ?? JSON.stringify(name?.value);
}

/**
 * @param {string} code
 * @param {(statement: Statement) => string | undefined} replace undefined leaves a statement as it is
 */
function replaceStatements(code, replace) {
  const { body } = /** @type {{ body: Statement[] }} */ (/** @type {unknown} */ (parseAst(code)));
  let result = '';
  let at = 0;
  for (const statement of body) {
    const text = replace(statement);
    if (text === undefined) continue;
    result += code.slice(at, statement.start) + text;
    at = statement.end;
  }
  return result + code.slice(at);
}
