const image = /<img\b(?:"[^"]*"|[^">])*>/g;
const source = /\ssrc="([^"]*)"/;

/**
 * The addresses in the web of the pictures in an article, each once, in the order of the text. The worker has no
 * parser; what it reads has been written by the sanitizer, whose attributes are always quoted.
 *
 * @param contentHtml sanitised HTML
 */
export function pictureAddresses(contentHtml: string): string[] {
  const found = Array.from(contentHtml.matchAll(image), ([tag]) => (source.exec(tag)?.[1] ?? '').replaceAll('&amp;', '&'));
  return [...new Set(found.filter((address) => /^https?:/i.test(address) && URL.canParse(address)))];
}
