import type { JSX } from 'preact';
import type { Provenance as ProvenanceLine } from '../article/article.ts';
import { t } from '../i18n.ts';

/** The lines that say where the text comes from, as they were printed. */
export function Provenance({ lines }: { lines: ProvenanceLine[] }): JSX.Element | null {
  if (lines.length === 0) return null;
  return (
    <ul class="provenance" aria-label={t('provenance')}>
      {lines.map(({ kind, text }) => <li key={`${kind} ${text}`} dir="auto">{text}</li>)}
    </ul>
  );
}
