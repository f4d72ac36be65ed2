import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { JSDOM } from 'jsdom';
import type { OutlineEntry, Provenance } from '../../src/article/article.ts';

/** What a person wrote down that a fixture's article is; see test/fixtures/<slug>/expected.json. */
export interface Golden {
  url: string;
  why: string;
  readerable: boolean;
  title: string;
  byline: string;
  siteName?: string;
  /** As far as the page says: a date, or a date and time of which the article's must be a continuation. */
  publishedTime: string;
  standfirst?: string;
  outline: Pick<OutlineEntry, 'text' | 'depth'>[];
  /** The text of every block, in order. */
  body: string[];
  images: string[];
  /** Texts that must not be in the article. */
  gone: string[];
  provenance: Provenance[];
  nextPage?: string;
  /** Addresses of embedded players that must survive in some form. */
  embeds?: string[];
}

const root = join(import.meta.dirname, '../fixtures/');

/** All fixtures that have both a page and an expectation; one without the other is an error. */
export function goldenSlugs(): string[] {
  const slugs = readdirSync(root).filter((slug) => existsSync(`${root}${slug}/page.html`));
  for (const slug of slugs) if (!existsSync(`${root}${slug}/expected.json`)) throw new Error(`${slug}: a person has to write its expected.json`);
  return slugs;
}

export function readGolden(slug: string): Golden {
  return JSON.parse(readFileSync(`${root}${slug}/expected.json`, 'utf8')) as Golden;
}

/** The fixture's page as a document at its address; bytes, so that the declared encoding is obeyed. */
export function openFixture(slug: string, url: string): Document {
  return new JSDOM(readFileSync(`${root}${slug}/page.html`), { url, contentType: 'text/html' }).window.document;
}
