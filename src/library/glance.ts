import { arrayOf, isNumber, shapeOf } from '../shape.ts';
import { isIndexEntry } from './article-shape.ts';
import { isMarks } from './marks.ts';
import type { FirstRows, LibraryRow } from './rows.ts';

/** Where our pages find it without asking the browser's store, which answers only after the first frame. */
const key = 'glance';

const isRow = (value: unknown): boolean => isIndexEntry(value) && isMarks(value) && isNumber((value as Partial<LibraryRow>).fraction);
const isFirstRows = shapeOf<FirstRows>({ rows: arrayOf(isRow), total: isNumber });

/** The newest rows as a page of ours saw them last: at hand in an instant, and perhaps no longer true. */
export function readGlance(): FirstRows | undefined {
  try {
    const glance: unknown = JSON.parse(localStorage.getItem(key) ?? 'null');
    return isFirstRows(glance) ? glance : undefined;
  } catch (error) {
    console.info('the list begins with what the store says', error);
    return undefined;
  }
}

/** Keeps what a page of ours sees for the next one to begin with. */
export function keepGlance(rows: FirstRows): void {
  try {
    localStorage.setItem(key, JSON.stringify(rows));
  } catch (error) {
    // Full, or a browser that keeps nothing for sites: then the next page waits for the store.
    console.info('the next page begins with what the store says', error);
  }
}
