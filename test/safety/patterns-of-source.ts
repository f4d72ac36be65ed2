import ts from 'typescript';
import { filesUnder, nodesOf } from '../laws/sources.ts';

export interface SourcePattern {
  file: string;
  pattern: RegExp;
}

/** Every regular expression that is written down in the source, once each. */
export function patternsOfSource(): SourcePattern[] {
  const found = new Map<string, SourcePattern>();
  for (const file of filesUnder('src', /\.tsx?$/)) {
    for (const node of nodesOf(file)) {
      if (!ts.isRegularExpressionLiteral(node)) continue;
      const end = node.text.lastIndexOf('/');
      found.set(node.text, { file, pattern: new RegExp(node.text.slice(1, end), node.text.slice(end + 1)) });
    }
  }
  return [...found.values()];
}

/** How many patterns are put together while the program runs; what they are made of must be tried by hand. */
export function patternsMadeAtRunTime(): string[] {
  const isMaker = (node: ts.Node): boolean => (ts.isNewExpression(node) || ts.isCallExpression(node)) && node.expression.getText() === 'RegExp';
  return filesUnder('src', /\.tsx?$/).flatMap((file) => nodesOf(file).filter(isMaker).map((node) => `${file}: ${node.getText().slice(0, 80)}`));
}
