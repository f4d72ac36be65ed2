import { median } from '../bench/summary.mjs';
import { exponentOf } from './engines.mjs';

const ratio = (value) => `${value.toFixed(2)} ×`;
const ms = (value) => `${value.toFixed(value < 10 ? 1 : 0)} ms`;
const kB = (value) => `${(value / 1000).toFixed(1)} kB`;
const plain = (value) => value.toFixed(2);

/**
 * The measurements as figures, each with what is meant to be reached and with what bounds it.
 *
 * @returns {{ name: string, value: number, show: (value: number) => string, reach?: number, bound: () => string }[]}
 */
export function figuresOf({ engines, extension, bytes, firefox }) {
  return [...(engines ? [...pageFigures(engines.pages), ...growthFigures(engines.growth)] : []), ...(extension ? extensionFigures(extension) : []), ...bytesFigures(bytes), ...(firefox ? firefoxFigures(firefox) : [])];
}

function pageFigures(all) {
  const pages = all.filter(({ error }) => error === undefined);
  const left = all.filter(({ error }) => error !== undefined);
  const worst = (of) => pages.reduce((a, b) => (of(b) > of(a) ? b : a));
  const detector = (page) => page.detector / page.walk;
  const extraction = (page) => page.ours / page.readability;
  const [slowest, dearest] = [worst(detector), worst(extraction)];
  const sum = (name) => pages.reduce((total, page) => total + page[name], 0);
  return [
    { name: 'pages on which every engine came to an end', value: pages.length, show: (value) => `${value} of ${all.length}`, bound: () => left.map(({ id }) => id).join(', '), note: left.length > 0 },
    { name: 'detector to one pass over the page, median', value: median(pages.map(detector)), show: ratio, reach: 2, bound: () => 'every text is weighed and its block is climbed to, which one pass does not do' },
    { name: 'detector to one pass, worst page', value: detector(slowest), show: ratio, reach: 4, bound: () => `${slowest.id}: ${slowest.nodes} nodes, ${us(slowest.detector)} against ${us(slowest.walk)}; on a small page the looks at headings and series weigh more than the pass` },
    { name: 'extraction to Readability alone, summed', value: sum('ours') / sum('readability'), show: ratio, reach: 1.2, bound: () => `${ms(sum('ours') / pages.length)} against ${ms(sum('readability') / pages.length)} a page; sanitising, outline, promos and metadata come on top of the same parse` },
    { name: 'extraction to Readability alone, worst page', value: extraction(dearest), show: ratio, reach: 1.5, bound: () => `${dearest.id}: ${ms(dearest.ours)} against ${ms(dearest.readability)}; on a short page sanitising, promos and headings cost more than all of Readability` },
    { name: 'extraction to defuddle, summed', value: sum('ours') / sum('defuddle'), show: ratio, bound: () => '' },
    { name: 'extraction to an HTML parse of its result, median', value: median(pages.map((page) => page.ours / page.parse)), show: ratio, bound: () => '' },
  ];
}

function growthFigures(growth) {
  const orNever = (value) => (value === undefined ? 'not within a minute' : ms(value));
  const peers = ({ readability, defuddle }) => `Readability ${orNever(readability)}, defuddle ${orNever(defuddle)}`;
  const exponent = exponentOf(growth, 'ours');
  const points = growth.map((point) => ({ name: `extraction of ${point.paragraphs} paragraphs`, value: point.ours ?? Infinity, show: (value) => orNever(Number.isFinite(value) ? value : undefined), bound: () => peers(point), note: true }));
  if (exponent === null) return points;
  return [...points, { name: 'growth exponent of extraction', value: exponent, show: plain, reach: 1.1, bound: () => `Readability’s own, which is part of it, is ${plain(exponentOf(growth, 'readability'))}` }];
}

function extensionFigures({ detector, reader, popup, memory }) {
  const longest = Object.entries(detector).reduce((a, b) => (b[1].longest > a[1].longest ? b : a));
  const stages = ({ host, painted }) => `${ms(host)} until it is in the page, ${ms(painted - host)} from there to the frame`;
  return [
    { name: 'detector’s script on an article page', value: detector.article.sum, show: ms, reach: 2, bound: () => 'compiling and the first, uncompiled run' },
    { name: 'detector’s script on the sample page', value: detector.sample.sum, show: ms, reach: 2, bound: () => 'compiling and the first, uncompiled run; the page changes while it loads, so it is looked at again' },
    { name: 'detector’s script on the first page after a start', value: detector.first.sum, show: ms, bound: () => 'the script is read from the disk and compiled; the browser keeps what it compiled', note: true },
    { name: 'detector’s script on 50,000 elements', value: detector.list.sum, show: ms, bound: () => '' },
    { name: 'detector’s longest task', value: longest[1].longest, show: ms, reach: 5, bound: () => `on the page “${longest[0]}”; one step of the detector, or the machine’s load` },
    { name: 'reader painted, background asleep', value: reader.asleep.painted, show: ms, reach: 150, bound: () => `${stages(reader.asleep)}; the browser starts the worker first` },
    { name: 'reader painted, first time on a page', value: reader.cold.painted, show: ms, reach: 150, bound: () => stages(reader.cold) },
    { name: 'reader painted, opened again', value: reader.warm.painted, show: ms, reach: 50, bound: () => stages(reader.warm) },
    { name: 'reader painted, 100,000 characters', value: reader.long.painted, show: ms, reach: 400, bound: () => stages(reader.long) },
    { name: 'popup, first paint', value: popup.first, show: ms, bound: () => '' },
    { name: 'popup, article shown', value: popup.article, show: ms, bound: () => '' },
    { name: 'heap of an idle page, beyond an empty script', value: Math.max(0, memory.idle - memory.empty), show: kB, reach: 150_000, bound: () => `one pass of a TreeWalker, and nothing else, takes ${kB(memory.pass - memory.empty)}; an empty script’s own world ${kB(memory.empty)} more` },
    { name: 'heap with the reader open', value: memory.open, show: kB, bound: () => '' },
    { name: 'heap after it was closed', value: memory.closed, show: kB, bound: () => '' },
  ];
}

function bytesFigures({ scripts, package: whole }) {
  return [
    { name: 'package', value: whole, show: kB, reach: 200_000, bound: () => `${scripts.slice(0, 3).map(({ name, gzip }) => `${name} ${kB(gzip)}`).join(', ')}; libraries take 28 kB, three languages 19, rules and signs a third of the first` },
    ...scripts.map(({ name, bytes, gzip }) => ({ name, value: bytes, show: kB, ...(name.includes('detector') ? { reach: 8_000 } : {}), bound: () => `compressed ${kB(gzip)}`, note: true })),
  ];
}

function firefoxFigures({ plain: page, extension }) {
  return [{ name: 'extraction in Firefox to that in a plain page', value: extension / page, show: ratio, reach: 1.5, bound: () => `${ms(extension)} against ${ms(page)}; Firefox’s wrappers round every node of the page`, note: true }];
}

function us(value) {
  return `${(value * 1000).toFixed(0)} µs`;
}
