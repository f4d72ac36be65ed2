import { readFileSync } from 'node:fs';
import Parser from '@postlight/parser';

/** Runs @postlight/parser, which lives in Node only: its clock has no page to share with the others. */
export async function runPostlight({ file, url }) {
  const html = readFileSync(file, 'utf8');
  await parse(url, html);
  const started = performance.now();
  const result = await parse(url, html);
  const ms = performance.now() - started;
  if (result.error) return { readerable: null, ms, output: null, error: String(result.message) };
  const { content, title, author, date_published: published } = result;
  return { readerable: null, ms, html: { html: content, title, byline: author, published } };
}

function parse(url, html) {
  return Parser.parse(url, { html, fetchAllPages: false });
}
