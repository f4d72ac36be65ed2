/** Whether the pictures of a saved article may be fetched from the sites they stand on. */
export interface PictureConsent {
  readonly given: boolean;
  /** Gives it and shows the article again with its pictures. */
  give(): void;
}

/** Pictures that are kept with the article, or drawn by the extension itself. */
const withoutNetwork = "img-src 'self' data: blob:";

/**
 * The consent for one saved article, remembered by its tab alone. Until it is given a policy of the page itself
 * forbids every picture from elsewhere, whoever asks for it; no policy can be taken back, so giving it loads the page anew.
 */
export function consentToPictures(window: Window, id: string): PictureConsent {
  const key = `pictures:${id}`;
  const given = window.sessionStorage.getItem(key) !== null;
  if (!given) forbidPictures(window.document);
  return {
    given,
    give: () => {
      window.sessionStorage.setItem(key, 'shown');
      window.location.reload();
    },
  };
}

function forbidPictures(document: Document): void {
  const policy = document.createElement('meta');
  policy.httpEquiv = 'Content-Security-Policy';
  policy.content = withoutNetwork;
  document.head.append(policy);
}
