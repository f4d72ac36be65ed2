/** The address of the original with a text fragment: a browser that opens it goes to the heading. */
export function sectionLink(url: string, heading: string): string {
  // A dash and a comma mean something in a text fragment.
  const text = encodeURIComponent(heading).replaceAll('-', '%2D');
  return `${url.replace(/#.*$/s, '')}#:~:text=${text}`;
}
