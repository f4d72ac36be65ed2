import type { Candidate } from './heading-candidate.ts';

const unnumberedRank = 3;
/** Between two ranks there is room for 1.1, 1.1.1 …. */
const stepsPerRank = 4;

/** Depths from 1: real levels first, below them the pseudo-headings by the rank and form of their numbering. */
export function depthsOf(chosen: Candidate[]): number[] {
  const bareRank = rankOfBare(chosen);
  const keys = chosen.map((candidate) => (candidate.kind === 'real' ? candidate.level : candidate.kind === 'boxed' ? 100 : 100 + (candidate.rule ? rankOf(candidate) : bareRank)));
  const stack: number[] = [];
  return keys.map((key) => {
    while (stack.length > 0 && (stack.at(-1) ?? 0) >= key) stack.pop();
    stack.push(key);
    return stack.length;
  });
}

/** The rank of bold lines without a number: that of the numbered ones where these are more and count through without a restart. */
function rankOfBare(chosen: Candidate[]): number {
  const pseudo = chosen.filter(({ kind }) => kind !== 'real' && kind !== 'boxed');
  const counted = pseudo.filter(({ rule, ordinal }) => rule !== undefined && ordinal > 0);
  const outer = Math.min(...counted.map(rankOf));
  const series = counted.filter((candidate) => rankOf(candidate) === outer);
  const countsThrough = series.every(({ ordinal }, at) => at === 0 || ordinal > (series[at - 1]?.ordinal ?? 0));
  return series.length > pseudo.filter(({ rule }) => !rule).length && countsThrough ? outer : unnumberedRank * stepsPerRank;
}

/** Of 1.1.1 deeper than of 1.1; the form's rank otherwise. */
function rankOf({ rule, text }: Candidate): number {
  const dots = rule?.id === 'decimal' ? (/^[\d.]+/.exec(text)?.[0].replace(/\.$/, '').split('.').length ?? 2) - 2 : 0;
  return (rule?.rank ?? unnumberedRank) * stepsPerRank + dots;
}
