/** What is known of one outlet's pages. */
export interface SiteRule {
  host: string;
  path?: string;
  content?: readonly string[];
  remove?: readonly string[];
  title?: readonly string[];
  byline?: readonly string[];
  time?: readonly string[];
  siteName?: string;
  nextPage?: readonly string[];
  why: string;
  fixture: string;
}
