import { percent, times } from './table.mjs';

const atLeast = (name, read, bar) => ({ name: `${name} ≥ ${percent(bar)}`, read, holds: (value) => value >= bar - 1e-9, print: percent });
const atMost = (name, read, bar) => ({ name: `${name} ≤ ${percent(bar)}`, read, holds: (value) => value <= bar + 1e-9, print: percent });
const ratioAtMost = (name, read, bar) => ({ name: `${name} ≤ ${times(bar)}`, read, holds: (value) => value <= bar, print: times });

/** What the extraction is meant to reach, in total and in each group. */
const goals = [
  atLeast('body F1', ({ f1 }) => f1, 0.985),
  atLeast('lowest body F1', ({ minF1 }) => minF1, 0.93),
  atMost('body blocks lost', ({ lost }) => lost, 0.003),
  atMost('tail promo leaked', ({ leaked }) => leaked?.tail, 0.02),
  atMost('ads leaked', ({ leaked }) => leaked?.ad, 0),
  atMost('chrome leaked', ({ leaked }) => leaked?.chrome, 0.005),
  { name: 'prose removed = 0', read: ({ proseRemoved }) => proseRemoved, holds: (value) => value === 0, print: String },
  atLeast('outline F1', ({ articles, outline }) => (articles > 0 ? outline?.f1 : null), 0.95),
  atLeast('bold headings found', ({ outline }) => outline?.boldFound, 0.95),
  atMost('false outline entries', ({ outline }) => outline?.wrong, 0.03),
  atLeast('title', ({ title }) => title, 0.97),
  atLeast('byline', ({ byline }) => byline, 0.9),
  atLeast('date', ({ date }) => date, 0.9),
  atLeast('detection precision', ({ articles, detection }) => (articles > 0 ? detection.precision : null), 0.98),
  atLeast('detection recall', ({ detection }) => detection.recall, 0.98),
  ratioAtMost('time ratio', ({ ratio }) => ratio, 1.2),
  { ...ratioAtMost('time ratio over 100 kB', ({ worstRatio }) => worstRatio?.ratio, 1.5), on: ({ worstRatio }) => ` on ${worstRatio.id}` },
];

/** One line a goal: held everywhere, or where it is missed and by what. */
export function printableGoals(summaries, engine) {
  return goals.map(({ name, read, holds, print, on = () => '' }) => {
    const figures = Object.entries(summaries).map(([group, engines]) => [group, read(engines[engine])]);
    const missed = figures.filter(([, value]) => value !== null && value !== undefined && !holds(value));
    const where = missed.map(([group, value]) => `${group} ${print(value)}${on(summaries[group][engine])}`).join(', ');
    return missed.length === 0 ? `  held    ${name}` : `  MISSED  ${name}: ${where}`;
  }).join('\n');
}
