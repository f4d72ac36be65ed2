import type { JSX } from 'preact';
import type { OutlineEntry } from '../article/article.ts';
import { t } from '../i18n.ts';
import { nestOutline } from './outline-tree.ts';
import type { OutlineNode } from './outline-tree.ts';

interface OutlineProps {
  outline: OutlineEntry[];
  /** The id of the section being read. */
  current?: string | undefined;
  /** Minutes of each section, in the order of the outline. */
  minutes?: (number | undefined)[];
  onSelect: (id: string) => void;
}

/** The headings as a nested list of buttons; the section being read is marked. */
export function Outline(props: OutlineProps): JSX.Element {
  return (
    <ol class="outline" data-testid="outline">
      {nestOutline(props.outline).map((node) => <OutlineItem key={node.index} node={node} {...props} />)}
    </ol>
  );
}

function OutlineItem({ node, ...props }: OutlineProps & { node: OutlineNode }): JSX.Element {
  const { entry, index, children } = node;
  const minutes = props.minutes?.[index];
  return (
    <li>
      <button
        type="button" data-testid="outline-item" data-depth={entry.depth}
        aria-current={props.current === entry.id ? 'location' : undefined}
        onClick={() => props.onSelect(entry.id)}
      >
        <span class="outline-text" dir="auto">{entry.text}</span>
        {minutes !== undefined && <span class="outline-minutes">{formatMinutes(minutes)}</span>}
      </button>
      {children.length > 0 && <ol>{children.map((child) => <OutlineItem key={child.index} {...props} node={child} />)}</ol>}
    </li>
  );
}

function formatMinutes(minutes: number): string {
  return minutes < 0.5 ? t('minutesUnderOne') : t('minutesShort', Math.round(minutes));
}
