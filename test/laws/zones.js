// @ts-check

/** The parts that a browser starts; no other part may lean on them. */
export const entryFolders = ['background', 'content', 'popup', 'library-page', 'transfer'];

const middle = ['article', 'library', 'ui', 'i18n', 'messages', 'settings', 'shape'];

/**
 * Which parts of `src` a part may import besides itself, downhill all the way: entries, then the middle,
 * then article, then rules. A name is a folder, or a file of `src` without its ending.
 *
 * @type {Record<string, string[]>}
 */
export const zones = {
  // Types alone: how the article names the origin of its text.
  rules: ['article/article'],
  article: ['rules'],
  shape: [],
  i18n: [],
  settings: ['shape'],
  library: ['article', 'shape'],
  messages: ['article/article', 'library/saved-article', 'library/kept-kinds', 'library/reading-place', 'library/annotation', 'library/pictures/picture', 'library/reprints/reprint', 'library/reprints/replace-reprint', 'shape'],
  ui: ['article', 'library', 'i18n', 'messages', 'settings'],
  reader: middle,
  popup: middle,
  'library-page': middle,
  transfer: middle,
  content: [...middle, 'reader'],
  background: middle,
};

/** What each of these folders may take from other packages; a folder that is not named is free. */
export const packages = {
  rules: [],
  article: ['@mozilla/readability', 'dompurify'],
  ui: ['preact', 'preact/hooks'],
};

/** Where `browser.*` may be called: entries and gateways. */
export const browserGateways = [
  /^src\/background\//,
  /^src\/content\/[^/]+\.ts$/,
  /^src\/(popup|reader)\/main\.tsx$/,
  /^src\/popup\/shortcuts\.ts$/,
  /^src\/(i18n|messages|settings)\.ts$/,
  /^src\/library\/(stored-records|pictures\/(host-access|persistence))\.ts$/,
];

/** The one module that may turn text into markup. */
export const sanitizer = 'src/article/sanitize.ts';
