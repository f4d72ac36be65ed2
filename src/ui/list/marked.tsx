import type { ComponentChildren, JSX } from 'preact';

/** A text with some of its ranges marked: `[start, end)` in order, not overlapping. */
export function Marked({ text, ranges }: { text: string; ranges: readonly [number, number][] }): JSX.Element {
  const parts = ranges.flatMap(([start, end], index): ComponentChildren[] => [
    text.slice(ranges[index - 1]?.[1] ?? 0, start),
    <mark key={start}>{text.slice(start, end)}</mark>,
  ]);
  return <>{parts}{text.slice(ranges.at(-1)?.[1] ?? 0)}</>;
}
