// @ts-check
import { isUtf8 } from 'node:buffer';
import { readFile } from 'node:fs/promises';
import { basename, extname } from 'node:path';

const typeOfExtension = new Map([
  ['.xhtml', 'application/xhtml+xml'],
  ['.xht', 'application/xhtml+xml'],
  ['.xml', 'application/xml'],
  ['.svg', 'image/svg+xml'],
]);

/**
 * Reads a saved page as bytes: what they mean is the browser's to say.
 *
 * @param {string} file
 * @param {string} [url] its address; without it the one that the page gives for itself
 * @returns {Promise<import('./page-host.mjs').SavedPage>}
 */
export async function readSavedPage(file, url) {
  const bytes = await readFile(file);
  if (url !== undefined && !isWebAddress(url)) throw new Error(`${url} is no http or https address`);
  return { bytes, url: url ?? ownAddress(bytes) ?? localAddress(file), contentType: contentType(file, bytes) };
}

/** @param {string} file @param {Buffer} bytes */
function contentType(file, bytes) {
  const type = typeOfExtension.get(extname(file).toLowerCase()) ?? 'text/html';
  // Without any declaration the browser guesses by the reader's language; UTF-8 can be told for certain.
  const declares = /charset|encoding\s*=/i.test(bytes.subarray(0, 4096).toString('latin1'));
  return !declares && isUtf8(bytes) ? `${type}; charset=utf-8` : type;
}

/**
 * The address in `<link rel=canonical>`, else in `og:url`.
 *
 * @param {Buffer} bytes
 */
function ownAddress(bytes) {
  const head = bytes.subarray(0, 300_000).toString('utf8');
  const tags = [...head.matchAll(/<(?:link|meta)\b[^>]*>/gi)].map(([tag]) => tag);
  const canonical = tags.find((tag) => attribute(tag, 'rel')?.toLowerCase() === 'canonical');
  const openGraph = tags.find((tag) => attribute(tag, 'property') === 'og:url' || attribute(tag, 'name') === 'og:url');
  const candidates = [canonical && attribute(canonical, 'href'), openGraph && attribute(openGraph, 'content')];
  return candidates.find((candidate) => candidate !== undefined && isWebAddress(candidate));
}

/** @param {string} tag @param {string} name */
function attribute(tag, name) {
  const found = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s>]+))`, 'i').exec(tag);
  return (found?.[1] ?? found?.[2] ?? found?.[3])?.trim().replaceAll('&amp;', '&');
}

/** @param {string} url */
function isWebAddress(url) {
  return URL.canParse(url) && /^https?:$/.test(new URL(url).protocol);
}

/** @param {string} file */
function localAddress(file) {
  return `http://localhost/${encodeURIComponent(basename(file))}`;
}
