import { select } from './readerable/unclobbered.ts';

/** What a page says of its article in schema.org's JSON-LD; empty strings where it says nothing. */
export interface StructuredData {
  headline: string;
  author: string;
  publisher: string;
  published: string;
  image: string;
}

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

const articleType = /Article|BlogPosting|Report|NewsStory|SocialMediaPosting/;

/** Reads the first JSON-LD object that describes an article; broken JSON counts as absent. */
export function readStructuredData(page: Document): StructuredData {
  const empty: StructuredData = { headline: '', author: '', publisher: '', published: '', image: '' };
  for (const script of select(page, 'script[type="application/ld+json"]')) {
    const node = flatten(parse(script.textContent ?? '')).find(describesArticle);
    if (!node) continue;
    return {
      headline: text(node['headline'] ?? node['title'] ?? node['name']),
      author: names(node['author'] ?? node['creator'] ?? null),
      publisher: names(node['publisher'] ?? null),
      published: text(node['datePublished'] ?? node['pubDate'] ?? node['dateCreated'] ?? node['upDate']),
      image: text(first(node['image'] ?? node['images'] ?? null)),
    };
  }
  return empty;
}

function parse(source: string): Json {
  try {
    return JSON.parse(source.replace(/^\s*(<!\[CDATA\[|\/\*.*?\*\/)|(\]\]>|;)\s*$/g, '').replace(/[\u0000-\u001f]+/g, ' ')) as Json;
  } catch {
    return null;
  }
}

function flatten(value: Json): { [key: string]: Json }[] {
  if (Array.isArray(value)) return value.flatMap(flatten);
  if (value === null || typeof value !== 'object') return [];
  return [value, ...flatten(value['@graph'] ?? null), ...flatten(value['mainEntity'] ?? null)];
}

function describesArticle(node: { [key: string]: Json }): boolean {
  const type = [node['@type'] ?? ''].flat().join(' ');
  return articleType.test(type) || ('pubDate' in node && 'title' in node);
}

function first(value: Json): Json {
  return Array.isArray(value) ? (value[0] ?? null) : value;
}

function text(value: Json | undefined): string {
  if (typeof value === 'string') return value.trim();
  if (typeof value === 'number') return String(value);
  if (value !== null && typeof value === 'object' && !Array.isArray(value)) return text(value['url'] ?? value['name']);
  return '';
}

function names(value: Json): string {
  return [value].flat().map((entry) => (typeof entry === 'string' ? entry.trim() : entry !== null && typeof entry === 'object' && !Array.isArray(entry) ? text(entry['name']) : '')).filter(Boolean).join(' ');
}
