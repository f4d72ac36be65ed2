// @ts-check
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expectedText, pageText, ruleText } from './skeleton.mjs';

const rulesFolder = 'src/rules/sites';
const fixturesFolder = 'test/fixtures';
/** The end of a host that says nothing of whose it is. */
const suffix = /\.(?:com|net|org|gov|edu)?\.?[a-z]{2,}$/;

/** The tables that a rule can go into. @param {string} root */
export function tables(root) {
  return readdirSync(join(root, rulesFolder)).map((file) => file.replace(/\.ts$/, ''));
}

/**
 * The host of what a person typed, be it a host or an address; undefined when it is neither.
 *
 * @param {string} word
 */
export function hostOf(word) {
  const address = /^[a-z]+:\/\//i.test(word) ? word : `https://${word}`;
  if (!URL.canParse(address)) return undefined;
  const { hostname } = new URL(address);
  return /^(?:[a-z0-9-]+\.)+[a-z]{2,}$/.test(hostname) ? hostname.replace(/^www\./, '') : undefined;
}

/**
 * Adds a rule and its fixture, and says what was done, line by line. What is there already stays as it is.
 *
 * @param {{ root: string, host: string, table: string }} options
 * @returns {string[]}
 */
export function addSite({ root, host, table }) {
  const known = findRule(root, host);
  if (known !== undefined) return [`${host} has a rule already, in ${known}: nothing was changed.`];
  const slug = freeSlug(root, host);
  const site = { host, slug };
  const folder = join(fixturesFolder, slug);
  mkdirSync(join(root, folder), { recursive: true });
  writeFileSync(join(root, folder, 'page.html'), pageText(site));
  writeFileSync(join(root, folder, 'expected.json'), expectedText(site));
  const file = join(rulesFolder, `${table}.ts`);
  const text = readFileSync(join(root, file), 'utf8');
  const end = text.lastIndexOf('];');
  if (end === -1) throw new Error(`${file} does not end with a table of rules.`);
  writeFileSync(join(root, file), text.slice(0, end) + ruleText(site) + text.slice(end));
  return [`${file}  a rule for ${host}, at the end`, `${folder}/page.html  a page for it to be shown on`, `${folder}/expected.json  what its article is`];
}

/** @param {string} root @param {string} host */
function findRule(root, host) {
  const files = tables(root).map((table) => join(rulesFolder, `${table}.ts`));
  return files.find((file) => readFileSync(join(root, file), 'utf8').includes(`host: '${host}'`));
}

/** The shortest name that no fixture has yet. @param {string} root @param {string} host */
function freeSlug(root, host) {
  const names = [host.replace(suffix, ''), host].map((name) => name.replaceAll('.', '-'));
  const free = names.find((name) => !existsSync(join(root, fixturesFolder, name)));
  if (free === undefined) throw new Error(`${fixturesFolder} has folders for ${names.join(' and ')}, but no rule names ${host}: take them away, or write the rule by hand.`);
  return free;
}
