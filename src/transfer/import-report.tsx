import type { JSX } from 'preact';
import { t } from '../i18n.ts';
import type { MessageKey } from '../i18n.ts';
import type { Fate, ImportPlan } from '../library/import/plan-import.ts';

interface ImportReportProps {
  plan: ImportPlan;
  onTake: () => void;
  onCancel: () => void;
}

const fates: readonly [Fate, MessageKey][] = [['add', 'importAdd'], ['update', 'importUpdate'], ['same', 'importSame'], ['older', 'importOlder']];
/** More names than this nobody reads. */
const mostNamed = 20;

/** What a file would do, before it does it. */
export function ImportReport({ plan, onTake, onCancel }: ImportReportProps): JSX.Element {
  const counts = fates.map(([fate, key]) => ({ fate, key, count: plan.articles.filter((planned) => planned.fate === fate).length }));
  const about = plan.marks.length + plan.progress.length + plan.annotations.length;
  const brings = plan.newBookmarks + plan.pictures.length > 0 || about > 0 || counts.some(({ fate, count }) => count > 0 && (fate === 'add' || fate === 'update'));
  return (
    <div class="report" data-testid="import-report">
      <ul>
        {counts.map(({ fate, key, count }) => count > 0 && <li key={fate} data-fate={fate}>{t(key, count)}</li>)}
        {plan.bookmarks.length > 0 && <li data-fate="bookmarks">{t('importBookmarks', plan.bookmarks.length, plan.newBookmarks)}</li>}
        {plan.pictures.length > 0 && <li data-fate="pictures">{t('picturesCount', plan.pictures.length)}</li>}
        {plan.refused.length > 0 && (
          <li data-fate="refused" class="refused">
            {t('importRefused', plan.refused.length)}
            <ul>{plan.refused.slice(0, mostNamed).map((title, place) => <li key={place} dir="auto">{title}</li>)}</ul>
          </li>
        )}
      </ul>
      {!brings && <p class="help">{t('importNothingNew')}</p>}
      <div class="report-actions">
        {brings && <button type="button" class="button primary" data-testid="import-take" onClick={onTake}>{t('importTitle')}</button>}
        <button type="button" class="button" data-testid="import-cancel" onClick={onCancel}>{t('cancel')}</button>
      </div>
    </div>
  );
}
