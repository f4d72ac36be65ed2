import type { Article } from '../../../src/article/article.ts';
import type { Probe } from './vector.ts';

/** A field of an article that is text or an address, and carries markup. */
export interface FieldVector {
  name: string;
  change: (probe: Probe) => Partial<Article>;
}

const breakouts: readonly ((probe: Probe) => string)[] = [
  ({ js }) => `<img src=x: onerror=${js}>`,
  ({ js }) => `"><svg onload=${js}>`,
  ({ js }) => `</title></style></script><script>${js}</script>`,
  ({ js }) => `javascript:${js}`,
  ({ url }) => url,
];
type TextField = 'url' | 'title' | 'byline' | 'siteName' | 'publishedTime' | 'lang' | 'standfirst' | 'excerpt' | 'leadImage' | 'textContent' | 'nextPage';
const textFields: readonly TextField[] = ['url', 'title', 'byline', 'siteName', 'publishedTime', 'lang', 'standfirst', 'excerpt', 'leadImage', 'textContent', 'nextPage'];

/** Every field beside the body, with each way to break out of where it is shown. */
export const fields: readonly FieldVector[] = breakouts.flatMap((text, index) => [
  ...textFields.map((field) => ({ name: `${field} ${index}`, change: (probe: Probe) => ({ [field]: text(probe) }) })),
  { name: `outline text ${index}`, change: (probe) => ({ outline: [{ id: 'jd-h-1', text: text(probe), depth: 1 }] }) },
  { name: `outline id ${index}`, change: (probe) => ({ outline: [{ id: text(probe), text: '一、标题', depth: 99 }] }) },
  { name: `provenance ${index}`, change: (probe) => ({ provenance: [{ kind: 'source', text: text(probe) }] }) },
  { name: `removal text ${index}`, change: (probe) => ({ removals: [{ id: 0, step: text(probe), reason: text(probe), group: 'ad', text: text(probe), html: '' }] }) },
  { name: `removal html ${index}`, change: (probe) => ({ removals: [{ id: 0, step: 'boxes', reason: 'x', group: 'ad', text: '一段话', html: text(probe) }] }) },
]);
