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

/** Every regular expression that the rules and the extraction put together out of parts while they are loaded. */
export async function patternsMadeAtRunTime(): Promise<RegExp[]> {
  const made: RegExp[] = [];
  const { RegExp: maker } = globalThis;
  globalThis.RegExp = new Proxy(maker, {
    construct: (_maker, parts: [string, string?]) => {
      const pattern = new maker(...parts);
      made.push(pattern);
      return pattern;
    },
  });
  const modules = import.meta.glob(['../../src/rules/**/*.ts', '../../src/article/**/*.ts']);
  await Promise.all(Object.values(modules).map((load) => load())).finally(() => {
    globalThis.RegExp = maker;
  });
  return made;
}
