/** A picture of the article with the words under it. */
export interface ArticlePicture {
  src: string;
  caption: string;
  alt: string;
  element: HTMLImageElement;
}

/** The pictures of the body in reading order; signs within a line are none. */
export function picturesIn(body: HTMLElement): ArticlePicture[] {
  return Array.from(body.querySelectorAll<HTMLImageElement>('figure img'), (element) => ({
    element,
    src: element.currentSrc || element.src,
    alt: element.alt.trim(),
    caption: element.closest('figure')?.querySelector('figcaption')?.textContent?.trim() ?? '',
  }));
}

/** What the picture of an article is called where it stands alone. */
export function nameOf({ caption, alt }: ArticlePicture): string {
  return caption || alt;
}
