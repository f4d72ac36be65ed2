import type { JSX } from 'preact';
import { t } from '../i18n.ts';

interface ProgressProps {
  /** What is being done, with the numbers in it. */
  word: string;
  done: number;
  total: number;
  onCancel: () => void;
}

/** How far something is that takes a while, and a way to stop it. */
export function Progress({ word, done, total, onCancel }: ProgressProps): JSX.Element {
  return (
    <div class="transfer-progress" data-testid="progress">
      <progress value={done} max={Math.max(total, 1)} aria-label={word} />
      <span>{word}</span>
      <button type="button" class="button" data-testid="cancel" onClick={onCancel}>{t('cancel')}</button>
    </div>
  );
}
