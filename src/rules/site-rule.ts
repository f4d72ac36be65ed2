/**
 * What is known of one outlet's pages, as inert data; every field but the host is optional knowledge,
 * and a rule whose selectors match nothing leaves the page to the general way.
 *
 * Each list of selectors is in order of trust: the first with a real match wins, so that an older
 * design can follow the present one.
 */
export interface SiteRule {
  /** Matches the host itself and every subdomain. */
  host: string;
  /** Where the address's path has to start, when only part of the host carries articles. */
  path?: string;
  /** The element that holds the whole body. */
  content?: readonly string[];
  /** Clutter inside that element; all of them apply. */
  remove?: readonly string[];
  title?: readonly string[];
  byline?: readonly string[];
  /** An element whose text is the publication time, or a `meta` element. */
  time?: readonly string[];
  /** The 导语 where it stands outside the content. */
  standfirst?: readonly string[];
  siteName?: string;
  /** The link to the next page of an article in several pages. */
  nextPage?: readonly string[];
  /** One sentence of evidence. */
  why: string;
  /** The folder under test/fixtures that shows it. */
  fixture: string;
}
