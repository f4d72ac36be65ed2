import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findSiteRule } from '../../src/rules/find-site-rule.ts';
import type { SiteRule } from '../../src/rules/site-rule.ts';
import { siteRules } from '../../src/rules/site-rules.ts';

interface Expected {
  url: string;
  title: string;
  byline: string;
  siteName?: string;
  publishedTime: string;
  standfirst?: string;
  body: string[];
  nextPage?: string;
}

const named = siteRules.map((rule) => [rule.host, rule] as const);

describe.each(named)('%s', (_host, rule) => {
  const expected = expectedOf(rule);
  const page = (): Document => pageOf(rule);

  it('has evidence in one sentence', () => {
    expect(rule.why).toMatch(/^[A-Z].{20,}\.$/);
  });

  it('is the rule for the address of its fixture', () => {
    expect(findSiteRule(expected.url)).toBe(rule);
  });

  it('has selectors that parse', () => {
    for (const selector of selectorsOf(rule)) expect(() => page().querySelector(selector), selector).not.toThrow();
  });

  it('finds the whole body with its first selector, and takes none of it away', () => {
    const root = page().querySelector(rule.content?.[0] ?? ':not(*)');
    for (const selector of rule.remove ?? []) for (const clutter of root?.querySelectorAll(selector) ?? []) clutter.remove();
    const text = squeeze(root?.textContent ?? '');
    const lost = expected.body.filter((block) => block !== expected.standfirst && !text.includes(squeeze(block)));
    expect(lost).toEqual([]);
  });

  it('finds the metadata that the fixture shows', () => {
    expect(rule.siteName).toBe(expected.siteName);
    expect(firstText(page(), rule.title)).toContain(expected.title);
    expect(firstText(page(), rule.byline)).toContain(expected.byline);
    if (rule.time) expect(digits(firstText(page(), rule.time))).toContain(digits(expected.publishedTime).slice(4, 8));
    if (rule.standfirst) expect(firstText(page(), rule.standfirst)).toBe(expected.standfirst);
  });
});

describe('all site rules', () => {
  it('have a fixture each, and no two share one', () => {
    expect(siteRules.filter((rule) => !existsSync(fixture(rule, 'page.html'))).map((rule) => rule.host)).toEqual([]);
    expect(new Set(siteRules.map((rule) => rule.fixture)).size).toBe(siteRules.length);
  });

  it('find the next page of an article in several pages', () => {
    const found = siteRules.filter((rule) => rule.nextPage).map((rule) => {
      const { url, nextPage } = expectedOf(rule);
      const link = pageOf(rule).querySelector(rule.nextPage?.[0] ?? ':not(*)');
      return [rule.host, new URL(link?.getAttribute('href') ?? '', url).href, nextPage];
    });
    expect(found).not.toEqual([]);
    for (const [host, href, nextPage] of found) expect(href, host).toBe(nextPage);
  });

  it('name removals that fixtures really hold', () => {
    const needed = siteRules.filter((rule) => pageOf(rule).querySelector(rule.remove?.join() ?? ':not(*)'));
    expect(needed.length).toBeGreaterThanOrEqual(10);
  });
});

function fixture(rule: SiteRule, name: string): string {
  return join(import.meta.dirname, '../fixtures', rule.fixture, name);
}

function read(rule: SiteRule, name: string): string {
  return readFileSync(fixture(rule, name), 'utf8');
}

function pageOf(rule: SiteRule): Document {
  return new DOMParser().parseFromString(read(rule, 'page.html'), 'text/html');
}

function expectedOf(rule: SiteRule): Expected {
  return JSON.parse(read(rule, 'expected.json')) as Expected;
}

function selectorsOf({ content, remove, title, byline, time, standfirst, nextPage }: SiteRule): string[] {
  return [content, remove, title, byline, time, standfirst, nextPage].flatMap((list) => list ?? []);
}

function firstText(page: Document, selectors: readonly string[] = []): string {
  const texts = selectors.map((selector) => page.querySelector(selector)).map((match) => match?.getAttribute('content') ?? match?.textContent ?? '');
  return texts.map((text) => text.replace(/\s+/g, ' ').trim()).find((text) => text !== '') ?? '';
}

function squeeze(text: string): string {
  return text.replace(/\s+/g, '');
}

/** The digits of a date with its month and day in two places each, so that 5 月 6 日 and 2023-05-06 compare. */
function digits(text: string): string {
  return text.replace(/\d+/g, (number) => number.padStart(2, '0')).replace(/\D/g, '');
}
