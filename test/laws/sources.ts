import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

/** The folder in which package.json stands. */
export const root = fileURLToPath(new URL('../..', import.meta.url));

export interface Import {
  specifier: string;
  /** Path of the imported file from the root, or undefined for a package. */
  file: string | undefined;
  typeOnly: boolean;
}

/** The files under a folder, as paths from the root, in order. */
export function filesUnder(folder: string, pattern = /./): string[] {
  const entries = readdirSync(join(root, folder), { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => relative(root, join(entry.parentPath, entry.name)));
  return files.map((file) => file.replaceAll('\\', '/')).filter((file) => pattern.test(file)).sort();
}

/** The text of a file, by its path from the root. */
export function read(file: string): string {
  return readFileSync(join(root, file), 'utf8');
}

const parsed = new Map<string, ts.SourceFile>();

/** A file of the project as a syntax tree, which is made once. */
export function parse(file: string): ts.SourceFile {
  const tree = parsed.get(file) ?? ts.createSourceFile(file, read(file), ts.ScriptTarget.Latest, true, file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS);
  parsed.set(file, tree);
  return tree;
}

/** What a file imports, statically or dynamically, also what it re-exports. */
export function importsOf(file: string): Import[] {
  const found: Import[] = [];
  const visit = (node: ts.Node): void => {
    const specifier = specifierOf(node);
    if (specifier !== undefined) found.push({ specifier, file: resolve(file, specifier), typeOnly: isTypeOnly(node) });
    ts.forEachChild(node, visit);
  };
  visit(parse(file));
  return found;
}

/** Every node of a file. */
export function nodesOf(file: string): ts.Node[] {
  const nodes: ts.Node[] = [];
  const visit = (node: ts.Node): void => {
    nodes.push(node);
    ts.forEachChild(node, visit);
  };
  visit(parse(file));
  return nodes;
}

function specifierOf(node: ts.Node): string | undefined {
  if ((ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) && node.moduleSpecifier && ts.isStringLiteral(node.moduleSpecifier)) {
    return node.moduleSpecifier.text;
  }
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
    const [argument] = node.arguments;
    return argument && ts.isStringLiteral(argument) ? argument.text : undefined;
  }
  return undefined;
}

function isTypeOnly(node: ts.Node): boolean {
  if (ts.isImportDeclaration(node)) return node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword;
  return ts.isExportDeclaration(node) && node.isTypeOnly;
}

function resolve(importer: string, specifier: string): string | undefined {
  if (!specifier.startsWith('.')) return undefined;
  const file = join(dirname(importer), specifier.replace(/\?.*$/, '')).replaceAll('\\', '/');
  if (!existsSync(join(root, file))) throw new Error(`${importer} imports ${specifier}, which does not exist`);
  return file;
}
