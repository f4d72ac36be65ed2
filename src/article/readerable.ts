/** Whether a reader of Chinese (or of anything else) would call this page an article. */
export function isReaderable(document: Document): boolean {
  return document.querySelectorAll('p').length > 5;
}
