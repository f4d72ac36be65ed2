// @ts-check
/** How the command is called. */
export const usage = 'Usage: npm run --silent extract -- [--no-site-rules] [--url URL] FILE [[--url URL] FILE …]\n';

/**
 * Reads the command line; undefined when it cannot be understood.
 *
 * @param {string[]} words
 * @returns {{ siteRules: boolean, files: { file: string, url: string | undefined }[] } | undefined}
 */
export function parseArguments(words) {
  const files = [];
  let siteRules = true;
  /** @type {string | undefined} the address for the next file */
  let url;
  const rest = words.values();
  for (const word of rest) {
    if (word === '--no-site-rules') siteRules = false;
    else if (word === '--url') url = rest.next().value;
    else if (word.startsWith('--url=')) url = word.slice('--url='.length);
    else if (word.startsWith('-')) return undefined;
    else {
      files.push({ file: word, url });
      url = undefined;
    }
  }
  return files.length > 0 && url === undefined ? { siteRules, files } : undefined;
}
