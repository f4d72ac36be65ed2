import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import { t } from '../i18n.ts';
import type { MessageKey } from '../i18n.ts';
import type { ImportOutcome } from '../library/import/apply-import.ts';
import { saveFailureText } from '../ui/failure-text.ts';
import { ImportReport } from './import-report.tsx';
import { Progress } from './progress.tsx';
import type { TransferHost } from './transfer-host.ts';
import type { ImportState } from './use-import.ts';
import { useImport } from './use-import.ts';

const refusals: Record<Extract<ImportState, { kind: 'refused' }>['reason'], MessageKey> = {
  foreign: 'refusedForeign', truncated: 'refusedTruncated', damaged: 'refusedDamaged', newer: 'refusedNewer', hostile: 'refusedHostile', large: 'refusedLarge', unreadable: 'refusedUnreadable',
};

/** Takes a file, by choosing it or by dropping it here. */
export function ImportPanel({ host }: { host: TransferHost }): JSX.Element {
  const { state, open, take, cancel } = useImport(host);
  const input = useRef<HTMLInputElement>(null);
  const choose = (files: FileList | null | undefined): void => {
    const file = files?.[0];
    if (file && state.kind !== 'running') void open(file);
  };
  return (
    <section
      aria-labelledby="import-title" data-testid="import"
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => { event.preventDefault(); choose(event.dataTransfer?.files); }}
    >
      <h2 id="import-title">{t('importTitle')}</h2>
      <p class="help">{t('importHelp')}</p>
      <input
        ref={input} class="visually-hidden" type="file" accept=".json,.csv,.tsv,.txt,.html,.htm,.zip" tabIndex={-1} aria-label={t('importChoose')} data-testid="import-file"
        onChange={(event) => { choose(event.currentTarget.files); event.currentTarget.value = ''; }}
      />
      {state.kind === 'running'
        ? <Progress word={t('importProgress', state.done, state.total)} done={state.done} total={state.total} onCancel={cancel} />
        : state.kind === 'report'
          ? <ImportReport plan={state.plan} onTake={() => void take(state.plan)} onCancel={cancel} />
          : <button type="button" class="button" data-testid="import-choose" disabled={state.kind === 'reading'} onClick={() => input.current?.click()}>{t('importChoose')}</button>}
      <p class="word" role="status" data-testid="import-word" data-state={state.kind}>{wordOf(state)}</p>
    </section>
  );
}

function wordOf(state: ImportState): string {
  if (state.kind === 'reading') return t('importReading');
  if (state.kind === 'refused') return `${t(refusals[state.reason])} ${t('refusedUnchanged')}`;
  return state.kind === 'done' ? outcomeWord(state.outcome) : '';
}

function outcomeWord({ added, updated, bookmarks, stopped }: ImportOutcome): string {
  const done = t('importDone', added, updated, bookmarks);
  if (stopped === undefined) return done;
  return `${stopped === 'cancelled' ? t('importCancelled') : saveFailureText(stopped)} ${done}`;
}
