import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { builtExtension } from '../../scripts/build-extension.mjs';

const folder = process.env['JINGDU_EXTENSION'] ?? builtExtension;
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => statSync(join(folder, file)).isFile());
const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Record<string, unknown> & {
  action: { default_popup: string };
  background: { service_worker: string };
  content_scripts: { js: string[] }[];
};

/** The scripts that the background puts into a page, in its own words. */
const background = readFileSync(join(folder, 'assets/index.ts.js'), 'utf8');
const injected = JSON.parse(/\[("assets\/[\w.-]+",)*"assets\/reader-in-page\.js"\]/.exec(background)?.[0] ?? '[]') as string[];

test('no page can learn that the extension is there', () => {
  expect(manifest).not.toHaveProperty('web_accessible_resources');
});

test('every file that the built manifest names is in the package', () => {
  const named = [manifest.action.default_popup, manifest.background.service_worker, ...manifest.content_scripts.flatMap(({ js }) => js)];
  expect([...named, ...injected, 'src/reader/index.html'].filter((file) => !existsSync(join(folder, file)))).toEqual([]);
});

test('the detector is a few kilobytes, and the ear not one', () => {
  expect(statSync(join(folder, 'src/content/detector.iife.js')).size).toBeLessThanOrEqual(8_000);
  expect(statSync(join(folder, 'src/content/ear.iife.js')).size).toBeLessThanOrEqual(500);
});

test('what runs in pages is classic scripts, which load no other', () => {
  expect(injected.at(-1)).toBe('assets/reader-in-page.js');
  const scripts = [...injected, 'src/content/detector.iife.js', 'src/content/ear.iife.js'];
  const loaders = scripts.filter((file) => /\bimport\s*\(|\bimport\s*["'{*]|\bexport\s*\{/.test(readFileSync(join(folder, file), 'utf8')));
  expect(loaders).toEqual([]);
});

test('no code of the reader stands in the package twice', () => {
  const scripts = files.filter((file) => file.endsWith('.js')).map((file) => readFileSync(join(folder, file), 'utf8'));
  const marks = { readability: '_grabArticle', dompurify: 'ALLOWED_URI_REGEXP', preact: 'dangerouslySetInnerHTML', reader: 'jingdu-reader' };
  const times = Object.entries(marks).map(([name, mark]) => [name, scripts.filter((script) => script.includes(mark)).length]);
  expect(times).toEqual(Object.keys(marks).map((name) => [name, 1]));
});

test('the browser’s own functions stand where the polyfill was', () => {
  const scripts = files.filter((file) => file.endsWith('.js')).map((file) => readFileSync(join(folder, file), 'utf8'));
  expect(scripts.filter((script) => /api-metadata|__mozWebExtensionPolyfillReject__/.test(script))).toEqual([]);
});

test('nothing in the package evaluates text or names a foreign script', () => {
  const scripts = files.filter((file) => /\.(js|html)$/.test(file)).map((file) => [file, readFileSync(join(folder, file), 'utf8')] as const);
  expect(scripts.filter(([, text]) => /\beval\(|new Function\(|<script[^>]+src="(https?:)?\/\//.test(text)).map(([file]) => file)).toEqual([]);
});

test.each(['zh_CN', 'zh_TW', 'en'])('the words in %s are all there, with no line between them', (language) => {
  const file = `_locales/${language}/messages.json`;
  const words: unknown = JSON.parse(readFileSync(join('public', file), 'utf8'));
  expect(readFileSync(join(folder, file), 'utf8')).toBe(JSON.stringify(words));
});

test('no source map or fixture is shipped', () => {
  expect(files.filter((file) => /\.(map|ts|tsx|md)$|fixtures/.test(file))).toEqual([]);
});

test('every library is named with its version and its licence', () => {
  const words = readFileSync(join(folder, 'licenses.txt'), 'utf8');
  const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as { dependencies: Record<string, string> };
  expect(Object.entries(dependencies).filter(([name, version]) => !words.includes(`${name} ${version}`))).toEqual([]);
  const licences = ['Apache License', 'The MIT License'];
  expect(licences.filter((licence) => !words.includes(licence))).toEqual([]);
});
