import type { JSX } from 'preact';
import { t } from '../i18n.ts';
import { keyTable } from './keys.ts';
import { Panel } from './panel.tsx';

/** The list of the reader's keys. */
export function KeysPanel({ onClose }: { onClose: () => void }): JSX.Element {
  return (
    <Panel name="keys" title={t('keys')} onClose={onClose}>
      <dl class="key-list">
        {keyTable.map(({ action, keys, label }) => (
          <div key={action} data-testid="key">
            <dt>{keys.map((key) => <kbd key={key}>{nameOf(key)}</kbd>)}</dt>
            <dd>{t(label)}</dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}

/** As the key itself is labelled. */
function nameOf(key: string): string {
  if (key === 'Escape') return 'Esc';
  return key === '-' ? '−' : key.toUpperCase();
}
