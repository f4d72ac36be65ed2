import type { ExportItem } from './export-item.ts';
import { localDateTime } from './local-time.ts';

/** The YAML head of a Markdown file: properties as Obsidian reads them, absent ones left out. */
export function frontMatter({ saved, tags }: ExportItem): string {
  const { title, byline, siteName, publishedTime, url } = saved.article;
  // The day as the outlet printed it: with its offset Obsidian would take it for plain text.
  const published = /^\d{4}-\d{2}-\d{2}/.exec(publishedTime)?.[0] ?? '';
  const names = [...new Set(tags.map(toTag))].filter((name) => name !== '');
  const lines = [
    property('title', title),
    property('author', byline),
    property('site', siteName),
    published === '' ? '' : `published: ${published}`,
    property('url', url),
    `saved: ${localDateTime(saved.savedAt)}`,
    names.length === 0 ? '' : `tags:\n${names.map((name) => `  - ${quote(name)}`).join('\n')}`,
  ];
  return `---\n${lines.filter((line) => line !== '').join('\n')}\n---\n`;
}

function property(name: string, value: string): string {
  return value === '' ? '' : `${name}: ${quote(value)}`;
}

/** Always in quotes, so that nothing a page says can mean something in YAML; what YAML cannot print is escaped, and so is what a program that knows no such head would take for a tag or a link. */
function quote(value: string): string {
  return JSON.stringify(value).replace(/[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]|<(?=[a-z/!?])|\](?=[([:])/gi, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** Obsidian's tags are letters, digits, pictograms, `_`, `-` and `/`, and not digits alone. */
function toTag(tag: string): string {
  const name = tag.replace(/[^\p{L}\p{M}\p{N}\p{Extended_Pictographic}\u200d_/-]+/gu, '-').replace(/^[-/]+|(?<![-/])[-/]+$/g, '');
  return /^[\d/-]+$/.test(name) ? `_${name}` : name;
}
