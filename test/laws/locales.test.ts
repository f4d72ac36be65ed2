import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { filesUnder, nodesOf, read } from './sources.ts';

type Messages = Record<string, { message: string }>;

const locales = ['zh_CN', 'zh_TW', 'en'] as const;
const messages = Object.fromEntries(locales.map((locale) => [locale, load(locale)])) as Record<(typeof locales)[number], Messages>;
const keys = Object.keys(messages.zh_CN).sort();
const used = usedKeys();

test('there is a locale for each language and no other', () => {
  expect(filesUnder('public/_locales').map((file) => file.split('/')[2])).toEqual([...locales].sort());
});

describe.each(['zh_TW', 'en'] as const)('%s', (locale) => {
  test('has the keys of zh_CN', () => {
    expect(Object.keys(messages[locale]).sort()).toEqual(keys);
  });

  test('has the same placeholders in each message', () => {
    const different = keys.filter((key) => placeholders(messages[locale][key]?.message) !== placeholders(messages.zh_CN[key]?.message));
    expect(different).toEqual([]);
  });
});

test.each(locales)('%s says something under every key, without exclamation', (locale) => {
  const bad = Object.entries(messages[locale]).filter(([, { message }]) => message.trim() === '' || /[!！]/.test(message));
  expect(bad.map(([key]) => key)).toEqual([]);
});

test('traditional Chinese is written in traditional characters', () => {
  const simplified = /[这说页读标题关开书实时间让为从们会选择设输写复]/;
  const bad = Object.entries(messages.zh_TW).filter(([, { message }]) => simplified.test(message));
  expect(bad.map(([key]) => key)).toEqual([]);
});

test('every key that is asked for exists', () => {
  expect([...used.exact].filter((key) => !keys.includes(key)).sort()).toEqual([]);
});

test('every key is asked for', () => {
  const idle = keys.filter((key) => !used.exact.has(key) && !used.patterns.some((pattern) => pattern.test(key)));
  expect(idle).toEqual([]);
});

function load(locale: string): Messages {
  return JSON.parse(read(`public/_locales/${locale}/messages.json`)) as Messages;
}

function placeholders(message = ''): string {
  return [...new Set(message.match(/\$\d/g))].sort().join();
}

/**
 * The keys that the sources and the manifest name: as a literal anywhere (a key may be chosen in a table and
 * handed on), or by a template such as `removal_${reason}`, which stands for all that fit it.
 */
function usedKeys(): { exact: Set<string>; patterns: RegExp[] } {
  const exact = new Set([...read('manifest.json').matchAll(/__MSG_(\w+)__/g)].map(([, key]) => key ?? ''));
  const patterns: RegExp[] = [];
  for (const file of filesUnder('src', /\.tsx?$/)) {
    for (const node of nodesOf(file)) {
      if (ts.isStringLiteralLike(node) && (isArgumentOfT(node) || keys.includes(node.text))) exact.add(node.text);
      if (ts.isTemplateExpression(node)) patterns.push(...templatePattern(node));
    }
  }
  return { exact, patterns };
}

function isArgumentOfT(node: ts.Node): boolean {
  return ts.isCallExpression(node.parent) && node.parent.expression.getText() === 't' && node.parent.arguments[0] === node;
}

function templatePattern(template: ts.TemplateExpression): RegExp[] {
  if (!/^[a-z][A-Za-z_]{2,}$/.test(template.head.text)) return [];
  const tail = template.templateSpans.map(({ literal }) => `\\w+${literal.text.replace(/\W/g, '\\$&')}`).join('');
  return [new RegExp(`^${template.head.text}${tail}$`)];
}
