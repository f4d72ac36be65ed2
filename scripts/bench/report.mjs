import { groups } from './corpus.mjs';
import { summarise } from './summary.mjs';
import { milliseconds, percent, table, times } from './table.mjs';

const columns = [
  ['recall', ({ recall }) => percent(recall)],
  ['prec', ({ precision }) => percent(precision)],
  ['F1', ({ f1 }) => percent(f1)],
  ['min F1', ({ minF1 }) => percent(minF1)],
  ['lost', ({ lost }) => percent(lost)],
  ['prose', ({ proseRemoved }) => String(proseRemoved ?? '·')],
  ['tail', ({ leaked }) => percent(leaked?.tail)],
  ['ad', ({ leaked }) => percent(leaked?.ad)],
  ['chrome', ({ leaked }) => percent(leaked?.chrome)],
  ['o.P', ({ outline }) => percent(outline?.precision)],
  ['o.R', ({ outline }) => percent(outline?.recall)],
  ['o.F1', ({ outline }) => percent(outline?.f1)],
  ['depth', ({ outline }) => percent(outline?.depthF1)],
  ['bold', ({ outline }) => percent(outline?.boldFound)],
  ['false', ({ outline }) => percent(outline?.wrong)],
  ['title', ({ title }) => percent(title)],
  ['byline', ({ byline }) => percent(byline)],
  ['date', ({ date }) => percent(date)],
  ['det.P', ({ detection }) => percent(detection.precision)],
  ['det.R', ({ detection }) => percent(detection.recall)],
  ['ms', ({ ms }) => milliseconds(ms?.median)],
  ['worst', ({ ms }) => milliseconds(ms?.worst)],
  ['ratio', ({ ratio }) => times(ratio)],
  ['>100kB', ({ worstRatio }) => times(worstRatio?.ratio)],
];

const legend = `Percent, but for prose (body blocks found among the removals), ms and ratios. tail, ad, chrome: promo blocks leaked.
o.: outline; depth: its F1 with depth; bold: bold-only headings found; false: entries that are none. det.: detection.
ratio: ours to readability summed, and on the worst page over 100 kB. postlight runs in Node, its ms on a clock of its own.`;

/** Figures of every engine, in each group and in total. */
export function summariseAll(results, names) {
  const of = (engine, group) => results.filter((result) => result.engine === engine && (group === 'total' || result.group === group));
  const present = groups.filter((group) => results.some((result) => result.group === group));
  return Object.fromEntries([...present, 'total'].map((group) => [group, Object.fromEntries(names.map((name) => [name, summarise(of(name, group))]))]));
}

/** The tables as text, one a group and one in total. */
export function printableTables(summaries) {
  const parts = Object.entries(summaries).map(([group, engines]) => {
    const { cases, articles } = Object.values(engines)[0];
    const rows = Object.entries(engines).map(([name, figures]) => [name, ...columns.map(([, cell]) => cell(figures))]);
    return table([[`${group} (${cases} cases, ${articles} articles)`, ...columns.map(([name]) => name)], ...rows]);
  });
  return [...parts, legend].join('\n\n');
}
