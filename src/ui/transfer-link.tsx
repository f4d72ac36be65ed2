import type { JSX } from 'preact';
import { t } from '../i18n.ts';
import { TransferIcon } from './icons.tsx';

interface TransferLinkProps {
  /** The articles that are to be chosen there; none for all. */
  ids?: readonly string[];
  look?: 'words' | 'button' | 'icon';
}

const classes = { words: '', button: 'button', icon: 'icon-button' };

/** Leads to the page of imports and exports, in a tab of its own. Stands on pages of `src/<name>/`. */
export function TransferLink({ ids = [], look = 'words' }: TransferLinkProps): JSX.Element {
  const name = t(ids.length === 0 ? 'transferTitle' : 'exportTitle');
  const choice = ids.length === 0 ? '' : `#${ids.join()}`;
  return (
    <a class={`transfer-link ${classes[look]}`} data-testid="transfer" href={`../transfer/index.html${choice}`} target="_blank" title={name}>
      {look === 'icon' ? <TransferIcon /> : name}
    </a>
  );
}
