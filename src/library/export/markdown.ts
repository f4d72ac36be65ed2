import type { ExportItem } from './export-item.ts';
import { contentOf } from './export-item.ts';
import { frontMatter } from './front-matter.ts';
import { blocksOf } from './markdown-blocks.ts';
import { noteLabel } from './markdown-line.ts';
import type { MarkdownContext } from './markdown-notes.ts';
import { dropUnwritable, findFootnotes } from './markdown-notes.ts';
import { escapeText, headingLine, plainLines } from './markdown-text.ts';
import { tidyLines } from './markdown-tidy.ts';

/**
 * An article as a Markdown file: YAML head, title, body, notes. The walk is our own because the
 * sanitizer lets through a small, known set of blocks; a general converter would need a plug-in for
 * tables and rules of ours for captions, footnotes, highlights and Chinese emphasis, in three times the bytes.
 */
export function toMarkdown(item: ExportItem, document: Document): string {
  const { content } = contentOf(item, document);
  const context: MarkdownContext = { footnotes: findFootnotes(content), highlights: item.highlights };
  tidyLines(content, context.footnotes);
  const orphans = dropUnwritable(content, item.highlights);
  const { title, provenance } = item.saved.article;
  const blocks = [
    ...(title === '' ? [] : [headingLine(1, escapeText(title))]),
    ...blocksOf(content, context),
    ...orphans.map(({ exact, note }) => [`> ==${escapeText(exact)}==`, ...(note === '' ? [] : ['', plainLines(note)])].join('\n')),
    ...footnotesOf(context),
    ...notesOf(item, orphans),
    ...(provenance.length === 0 ? [] : ['* * *', provenance.map(({ text }) => plainLines(text)).join('  \n')]),
  ];
  return `${frontMatter(item)}\n${blocks.join('\n\n')}\n`;
}

function footnotesOf(context: MarkdownContext): string[] {
  return [...context.footnotes.values()].map(({ target, label }) => {
    const inner = blocksOf(target, context).join('\n\n');
    return footnote(label, inner);
  });
}

function footnote(label: string, text: string): string {
  return `[^${label}]: ${text.split('\n').map((line, index) => (index === 0 || line === '' ? line : `    ${line}`)).join('\n')}`;
}

function notesOf({ highlights }: ExportItem, orphans: ExportItem['highlights']): string[] {
  return highlights.flatMap((highlight, place) =>
    highlight.note.trim() === '' || orphans.includes(highlight) ? [] : [footnote(noteLabel(place), plainLines(highlight.note))],
  );
}
