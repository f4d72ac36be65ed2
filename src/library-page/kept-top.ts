import { isString, shapeOf } from '../shape.ts';

interface Top {
  /** What the list was asked to show. */
  view: string;
  /** The id of the first row in sight. */
  row: string;
}

const isTop = shapeOf<Top>({ view: isString, row: isString });

/** The row at which a view of the list was left; undefined where it was not, or at its top. */
export function topOf(view: string): string | undefined {
  const top: unknown = history.state;
  return isTop(top) && top.view === view ? top.row : undefined;
}

/** Keeps where a view of the list stands with the tab's history, which outlasts the page; undefined for its top. */
export function keepTop(view: string, row: string | undefined): void {
  history.replaceState(row === undefined ? null : { view, row }, '');
}
