/** A section heading of the article, in document order. */
export interface OutlineEntry {
  /** The `id` of the heading element in `contentHtml`. */
  id: string;
  text: string;
  /** 1 for the outermost level; never more than one deeper than the entry before. */
  depth: number;
}

/** Kinds of things that are removed. */
export type RemovalGroup =
  | 'reward' | 'follow' | 'copyright' | 'credit' | 'bio' | 'related' | 'share' | 'ad' | 'app' | 'navigation' | 'comments' | 'notice';

/** One deletion on the way from the page to the article, so that it can be shown and undone. */
export interface Removal {
  /** Index in `Article.removals`, and the value of `data-removal` on the marker that stands in `contentHtml` where the block stood. */
  id: number;
  /** The pipeline step that removed it. */
  step: string;
  /** The id of the rule that decided it. */
  reason: string;
  /** The kind of thing it is, under which people are told of it. */
  group: RemovalGroup;
  /** The text as it stood on the page, white space folded; a picture's address where there is no text. */
  text: string;
  /** Sanitised HTML of the removed block. Empty where it is not worth giving back (a lone button, an empty box). */
  html: string;
}

export type ProvenanceKind = 'author' | 'source' | 'reprint' | 'translation' | 'editor' | 'picture' | 'licence';

/** A line that says where the text comes from: moved out of the body, never lost. */
export interface Provenance {
  kind: ProvenanceKind;
  text: string;
}

/** A quantity that the page's candidate for the body holds, and how much of it the article kept. */
export interface Kept {
  kept: number;
  found: number;
}

/** How much of what was found on the page is in the article; what was knowingly removed does not count as found. */
export interface Completeness {
  characters: Kept;
  images: Kept;
  headings: Kept;
}

/** The extracted article: plain data that survives JSON. Absent metadata is an empty string. */
export interface Article {
  url: string;
  title: string;
  /** The author line as printed, without 作者： and the like. */
  byline: string;
  siteName: string;
  /** ISO 8601: a date, or a date and time with offset where the page says so; empty when unknown. */
  publishedTime: string;
  /** BCP 47. */
  lang: string;
  dir: 'ltr' | 'rtl' | '';
  /** 导语, which also stands first in `contentHtml`, as `<blockquote data-standfirst>`. */
  standfirst: string;
  /** The first 120 characters or so of prose. */
  excerpt: string;
  /** Address of the picture that represents the article, or empty. */
  leadImage: string;
  /** Characters of `textContent` without white space. */
  length: number;
  /** Sanitised HTML of the body. */
  contentHtml: string;
  /** The body's text, one block a line. */
  textContent: string;
  outline: OutlineEntry[];
  provenance: Provenance[];
  removals: Removal[];
  completeness: Completeness;
  /** Address of the next page of an article in several pages, or empty. */
  nextPage: string;
}
