import Defuddle from 'defuddle';
import { Readability } from '@mozilla/readability';
import { extract } from '../../../src/article/extract.ts';
import { isReaderable } from '../../../src/article/readerable.ts';
import { timeOnce, turnsOf } from './clock.js';

/** Nodes that a pass of a TreeWalker over the page meets: the least that any look at a page costs. */
function walk() {
  const walker = document.createTreeWalker(document);
  let count = 0;
  while (walker.nextNode() !== null) count += 1;
  return count;
}

const engines = {
  ours: () => extract(document, { url: document.URL })?.contentHtml,
  readability: () => new Readability(document.cloneNode(true)).parse()?.content,
  defuddle: () => new Defuddle(new DOMParser().parseFromString(document.documentElement.outerHTML, 'text/html'), { url: document.URL, useAsync: false }).parse().content,
};

/** The times of one page, in milliseconds: each work takes turns with the others, so that what else the machine does falls on all. */
export function measure({ names, budget }) {
  const html = engines.ours() ?? '';
  const works = {
    walk,
    detector: () => isReaderable(document),
    parse: () => new DOMParser().parseFromString(html, 'text/html'),
    ...Object.fromEntries(names.map((name) => [name, engines[name]])),
  };
  return { nodes: walk(), characters: html.length, ...turnsOf(works, budget) };
}

/** The time of one engine's one run over a huge page, in milliseconds. */
export function measureOnce(name) {
  return timeOnce(engines[name]);
}
