// @vitest-environment jsdom
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { JSDOM } from 'jsdom';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { addSite, hostOf, tables } from '../../scripts/new-site/add-site.mjs';
import { extract } from '../../src/article/extract.ts';

const project = join(import.meta.dirname, '../..');
let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'jingdu-site-'));
  cpSync(join(project, 'src/rules/sites'), join(root, 'src/rules/sites'), { recursive: true });
  mkdirSync(join(root, 'test/fixtures/taken'), { recursive: true });
});

afterEach(() => rmSync(root, { recursive: true }));

const read = (file: string): string => readFileSync(join(root, file), 'utf8');
const add = (host: string): string[] => addSite({ root, host, table: 'platforms' });

test('a site gets a rule at the end of its table, and a fixture', () => {
  const before = read('src/rules/sites/platforms.ts');
  expect(add('news.example.cn')).toHaveLength(3);
  const after = read('src/rules/sites/platforms.ts');
  expect(after.startsWith(before.slice(0, before.lastIndexOf('];')))).toBe(true);
  expect(after).toMatch(/host: 'news\.example\.cn',[^}]+fixture: 'news-example',\n {2}},\n\];\n$/);
  expect(readdirSync(join(root, 'test/fixtures/news-example')).sort()).toEqual(['expected.json', 'page.html']);
});

test('the skeleton holds before a word of it is changed', () => {
  add('example.com');
  const golden = JSON.parse(read('test/fixtures/example/expected.json')) as { url: string; title: string; byline: string; body: string[]; gone: string[] };
  const { document } = new JSDOM(read('test/fixtures/example/page.html'), { url: golden.url }).window;
  const article = extract(document, { url: golden.url });
  expect(article).toMatchObject({ title: golden.title, byline: golden.byline });
  expect(article?.textContent.replace(/\s+/g, '')).toBe(golden.body.join('').replace(/\s+/g, ''));
  expect(document.querySelector('.article-content')?.textContent).toContain(golden.body[3]);
});

test('a second time nothing is changed, and it says where the rule is', () => {
  add('example.com');
  const rules = read('src/rules/sites/platforms.ts');
  expect(add('example.com')).toEqual(['example.com has a rule already, in src/rules/sites/platforms.ts: nothing was changed.']);
  expect(read('src/rules/sites/platforms.ts')).toBe(rules);
});

test('a fixture of another site is never written over', () => {
  add('taken.com');
  expect(readdirSync(join(root, 'test/fixtures')).sort()).toEqual(['taken', 'taken-com']);
  rmSync(join(root, 'src/rules/sites'), { recursive: true });
  cpSync(join(project, 'src/rules/sites'), join(root, 'src/rules/sites'), { recursive: true });
  expect(() => add('taken.com')).toThrow(/test\/fixtures has folders for taken and taken-com/);
});

describe('the host is read from what people type', () => {
  test.each([
    ['example.com', 'example.com'],
    ['www.example.com', 'example.com'],
    ['https://news.example.com.cn/a/1.html?x=1', 'news.example.com.cn'],
    ['EXAMPLE.com', 'example.com'],
  ])('%s', (word, host) => {
    expect(hostOf(word)).toBe(host);
  });

  test.each(['', 'example', 'two words.com', 'file:///etc/passwd', "x'.com", 'localhost:80'])('%j is none', (word) => {
    expect(hostOf(word)).toBeUndefined();
  });
});

test('the tables are those of the rules', () => {
  expect(tables(project)).toContain('platforms');
});
