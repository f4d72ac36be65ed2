import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** The groups that each get a table, in this order. */
export const groups = ['mirror-post', 'site-page', 'full-page', 'negative'];

/**
 * Reads the cases of a corpus: one folder a case, with source.html, truth.json and, where it is known, origin.json.
 *
 * @returns {{ id: string, group: string, file: string, url: string | undefined, bytes: number, truth: object }[]}
 */
export function readCorpus(directory) {
  return readdirSync(directory, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(directory, entry.name, 'truth.json')))
    .map((entry) => readCase(directory, entry.name))
    .sort((a, b) => groups.indexOf(a.group) - groups.indexOf(b.group) || a.id.localeCompare(b.id));
}

function readCase(directory, id) {
  const file = join(directory, id, 'source.html');
  const truth = readJson(join(directory, id, 'truth.json'));
  const originFile = join(directory, id, 'origin.json');
  const origin = existsSync(originFile) ? readJson(originFile) : {};
  const group = groups.includes(origin.kind) ? origin.kind : truth.isArticle ? 'full-page' : 'negative';
  return { id, group, file, url: addressIn(origin.url), bytes: statSync(file).size, truth };
}

/** The address alone, without a remark behind it; a page whose origin has none may know its own. */
function addressIn(origin) {
  return /^https?:\S+/.exec(origin ?? '')?.[0];
}

function readJson(file) {
  return JSON.parse(readFileSync(file, 'utf8'));
}
