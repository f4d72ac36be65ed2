import type { JSX } from 'preact';
import type { OutlineEntry } from '../article/article.ts';
import { t } from '../i18n.ts';
import { LinkIcon } from './icons.tsx';
import { nestOutline } from './outline-tree.ts';
import type { OutlineNode } from './outline-tree.ts';

interface OutlineProps {
  outline: OutlineEntry[];
  /** The id of the section being read. */
  current?: string | undefined;
  /** Minutes of each section, in the order of the outline. */
  minutes?: (number | undefined)[];
  /** Stands beside the section being read. */
  currentNote?: string;
  onSelect: (id: string) => void;
  /** Offers the address of each section. */
  onCopyLink?: ((id: string) => void) | undefined;
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
  const isCurrent = props.current === entry.id;
  return (
    <li>
      <button
        type="button" data-testid="outline-item" data-depth={entry.depth}
        aria-current={isCurrent ? 'location' : undefined}
        onClick={() => props.onSelect(entry.id)}
      >
        <span class="outline-text" dir="auto">{entry.text}</span>
        {minutes !== undefined && <span class="outline-minutes">{formatMinutes(minutes)}</span>}
        {isCurrent && props.currentNote !== undefined && <span class="outline-minutes">{props.currentNote}</span>}
      </button>
      {props.onCopyLink && <CopyLink entry={entry} isCurrent={isCurrent} onCopyLink={props.onCopyLink} />}
      {children.length > 0 && <ol>{children.map((child) => <OutlineItem key={child.index} {...props} node={child} />)}</ol>}
    </li>
  );
}

/** One stop for the Tab key, at the section being read; the others are for the pointer. */
function CopyLink({ entry, isCurrent, onCopyLink }: { entry: OutlineEntry; isCurrent: boolean; onCopyLink: (id: string) => void }): JSX.Element {
  return (
    <button type="button" class="outline-link" data-testid="copy-link" tabIndex={isCurrent ? 0 : -1} aria-label={t('linkCopy', entry.text)} title={t('linkCopyShort')} onClick={() => onCopyLink(entry.id)}>
      <LinkIcon />
    </button>
  );
}

function formatMinutes(minutes: number): string {
  return minutes < 0.5 ? t('minutesUnderOne') : t('minutesShort', Math.round(minutes));
}
