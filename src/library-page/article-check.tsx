import type { JSX } from 'preact';
import { t } from '../i18n.ts';
import type { AuditView, CheckState } from './use-audit.ts';

/** A press that compares every article with what was written, and what came of it. */
export function ArticleCheck({ audit: { check, checkAll, cancel } }: { audit: AuditView }): JSX.Element {
  if (check.kind === 'running') {
    return (
      <p class="storage" data-testid="check" data-state="running">
        <span role="status">{t('checkProgress', check.done, check.total)}</span> <button type="button" class="link-button" data-testid="check-cancel" onClick={cancel}>{t('cancel')}</button>
      </p>
    );
  }
  return (
    <p class="storage" data-testid="check" data-state={check.kind}>
      <span role="status">{wordOf(check)}</span>{' '}
      <button type="button" class="link-button" data-testid="check-all" onClick={checkAll}>{t('checkAll')}</button>
    </p>
  );
}

function wordOf(check: CheckState): string {
  if (check.kind === 'failed') return t('checkFailed');
  if (check.kind !== 'done') return '';
  return check.faults === 0 ? t('checkWhole', check.checked) : t('checkFaults', check.faults);
}
