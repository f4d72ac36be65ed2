import ts from 'typescript';
import { expect, test } from 'vitest';
import { filesUnder, nodesOf, parse, read } from './sources.ts';
import { sanitizer } from './zones.js';

const sources = filesUnder('src', /\.tsx?$/);
const rawHtml = new Set(['innerHTML', 'outerHTML', 'insertAdjacentHTML', 'dangerouslySetInnerHTML', 'setHTMLUnsafe', 'parseHTMLUnsafe', 'srcdoc']);

test('only the sanitizer makes markup of text', () => {
  const makers = sources.filter((file) => file !== sanitizer && nodesOf(file).some(makesMarkup));
  expect(makers).toEqual([]);
});

test('nothing is evaluated', () => {
  const evaluators = sources.filter((file) =>
    nodesOf(file).some((node) => (ts.isCallExpression(node) || ts.isNewExpression(node)) && /^(eval|Function)$/.test(node.expression.getText())),
  );
  expect(evaluators).toEqual([]);
});

test('only these ask the network for something, each on a person’s word', () => {
  const callers = sources.filter((file) => nodesOf(file).some((node) => ts.isCallExpression(node) && /^(\w+\.)?fetch$/.test(node.expression.getText())));
  expect(callers.sort()).toEqual(['src/library/pictures/fetch-picture.ts', 'src/library/pictures/page-picture.ts', 'src/reader/tools/next-page/read-next-page.ts']);
});

test('article and rules use the document they are given, never the global one', () => {
  const globals = /^(document|window|location|chrome|browser|localStorage|self|globalThis)$/;
  // The sanitizer needs a window's parser, and a document that is not shown has no window.
  const pure = sources.filter((file) => /^src\/(article|rules)\//.test(file) && file !== sanitizer);
  const offenders = pure.flatMap((file) => freeIdentifiers(file, globals));
  expect(offenders).toEqual([]);
});

test('no module of src keeps state in a module-level let or var', () => {
  const offenders = sources.filter((file) =>
    parse(file).statements.some((statement) => ts.isVariableStatement(statement) && !(statement.declarationList.flags & ts.NodeFlags.Const)),
  );
  expect(offenders).toEqual([]);
});

test.each(['src/background/index.ts', 'src/content/detector.iife.ts', 'src/content/ear.iife.ts', 'src/content/reader.ts', 'src/popup/main.tsx', 'src/library-page/main.tsx', 'src/reader/main.tsx', 'src/transfer/main.tsx'])(
  '%s is a table of contents',
  (entry) => {
    const code = read(entry).split('\n').filter((line) => line.trim() !== '' && !/^\s*(\/\/|\/?\*)/.test(line));
    expect(code.length).toBeLessThanOrEqual(40);
  },
);

test('names are kebab-case, and no folder is a heap', () => {
  const files = [...sources, ...filesUnder('scripts'), ...filesUnder('test', /\.tsx?$/)];
  expect(files.filter((file) => !/^[a-z0-9/.-]+$/.test(file) || /(^|\/)(utils?|helpers?|common|misc)(\/|\.)/.test(file))).toEqual([]);
  expect(sources.filter((file) => /(^|\/)(index\.ts|types\.ts)$/.test(file) && file !== 'src/background/index.ts')).toEqual([]);
});

function makesMarkup(node: ts.Node): boolean {
  if (ts.isPropertyAccessExpression(node)) return writesMarkup(node);
  if (ts.isJsxAttribute(node)) return rawHtml.has(node.name.getText());
  return ts.isElementAccessExpression(node) && ts.isStringLiteral(node.argumentExpression) && rawHtml.has(node.argumentExpression.text);
}

function writesMarkup(node: ts.PropertyAccessExpression): boolean {
  if (/^(write|writeln)$/.test(node.name.text)) return /document$/i.test(node.expression.getText());
  return rawHtml.has(node.name.text);
}

/** Uses of a global name that no parameter or declaration of the same file shadows. */
function freeIdentifiers(file: string, names: RegExp): string[] {
  const nodes = nodesOf(file).filter(ts.isIdentifier).filter((node) => names.test(node.text));
  return nodes.filter((node) => isUse(node) && !isDeclaredAround(node)).map((node) => `${file}: ${node.text}`);
}

function isUse(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent) || ts.isQualifiedName(parent)) return parent.getChildAt(0) === node;
  if (ts.isShorthandPropertyAssignment(parent)) return true;
  return !ts.isPropertyAssignment(parent) || parent.initializer === node;
}

function isDeclaredAround(node: ts.Identifier): boolean {
  for (let scope: ts.Node | undefined = node.parent; scope !== undefined; scope = scope.parent) {
    if (ts.isInterfaceDeclaration(scope) || ts.isTypeAliasDeclaration(scope) || ts.isImportDeclaration(scope)) return true;
    if (ts.isFunctionLike(scope) && scope.parameters.some((parameter) => declares(parameter.name, node.text))) return true;
    if (ts.isBlock(scope) && scope.statements.some((statement) => declaresIn(statement, node.text))) return true;
    if (ts.isForOfStatement(scope) && declaresInList(scope.initializer, node.text)) return true;
  }
  return false;
}

function declaresIn(statement: ts.Statement, name: string): boolean {
  return ts.isVariableStatement(statement) && declaresInList(statement.declarationList, name);
}

function declaresInList(list: ts.Node, name: string): boolean {
  return ts.isVariableDeclarationList(list) && list.declarations.some((declaration) => declares(declaration.name, name));
}

function declares(binding: ts.BindingName, name: string): boolean {
  if (ts.isIdentifier(binding)) return binding.text === name;
  return binding.elements.some((element) => ts.isBindingElement(element) && declares(element.name, name));
}
