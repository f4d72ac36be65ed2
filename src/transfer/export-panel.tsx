import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { t } from '../i18n.ts';
import type { MessageKey } from '../i18n.ts';
import type { ExportFormat } from '../library/export/export-file.ts';
import { backupLimit } from '../library/pictures/backup-pictures.ts';
import { formatBytes } from '../ui/bytes.ts';
import { Progress } from './progress.tsx';
import type { TransferHost } from './transfer-host.ts';
import type { ExportState } from './use-export.ts';
import { useExport } from './use-export.ts';
import { useIds } from './use-ids.ts';

const formats: readonly { format: ExportFormat; name: MessageKey; help: MessageKey }[] = [
  { format: 'backup', name: 'formatBackup', help: 'formatBackupHelp' },
  { format: 'markdown', name: 'formatMarkdown', help: 'formatMarkdownHelp' },
  { format: 'html', name: 'formatHtml', help: 'formatHtmlHelp' },
  { format: 'epub', name: 'formatEpub', help: 'formatEpubHelp' },
  { format: 'csv', name: 'formatCsv', help: 'formatCsvHelp' },
];

/** Chooses what goes out and how; a backup always has everything. */
export function ExportPanel({ host }: { host: TransferHost }): JSX.Element {
  const ids = useIds(host);
  const [format, setFormat] = useState<ExportFormat>('backup');
  const [wantsAll, setWantsAll] = useState(false);
  const [wantsPictures, setWantsPictures] = useState(true);
  const { state, start, cancel } = useExport(host);
  const bytes = usePictureBytes(host);
  // Until their size is known they go along; where there are none, or none can be reached, nothing waits for them.
  const withPictures = wantsPictures && bytes !== 0 && (bytes ?? 0) <= backupLimit;
  const selected = ids?.selected ?? [];
  const chosen = format === 'backup' || wantsAll || selected.length === 0 ? (ids?.all ?? []) : selected;
  const isEmpty = ids !== undefined && ids.all.length === 0 && format !== 'backup';
  return (
    <section aria-labelledby="export-title">
      <h2 id="export-title">{t('exportTitle')}</h2>
      <fieldset class="formats">
        <legend class="visually-hidden">{t('exportFormat')}</legend>
        {formats.map((row) => (
          <label key={row.format} class="format" data-testid={`format-${row.format}`}>
            <input type="radio" name="format" checked={format === row.format} onChange={() => setFormat(row.format)} />
            <span><b>{t(row.name)}</b><small>{t(row.help)}</small></span>
          </label>
        ))}
      </fieldset>
      {selected.length > 0 && format !== 'backup' && (
        <fieldset class="which">
          <legend class="visually-hidden">{t('exportWhich')}</legend>
          <label><input type="radio" name="which" checked={!wantsAll} onChange={() => setWantsAll(false)} />{t('exportSelected', selected.length)}</label>
          <label><input type="radio" name="which" data-testid="export-all" checked={wantsAll} onChange={() => setWantsAll(true)} />{t('exportAll', ids?.all.length ?? 0)}</label>
        </fieldset>
      )}
      {format === 'backup' && bytes !== undefined && bytes > 0 && (
        <label class="with-pictures">
          <input type="checkbox" data-testid="with-pictures" checked={withPictures} disabled={bytes > backupLimit} onChange={(event) => setWantsPictures(event.currentTarget.checked)} />
          {bytes > backupLimit ? t('backupPicturesTooMany', formatBytes(bytes), formatBytes(backupLimit)) : t('backupPictures', formatBytes(bytes))}
        </label>
      )}
      {state.kind === 'running'
        ? <Progress word={t('exportProgress', state.done, state.total)} done={state.done} total={state.total} onCancel={cancel} />
        : (
          <button type="button" class="button primary" data-testid="export" disabled={ids === undefined || isEmpty} onClick={() => void start({ format, ids: chosen, withPictures })}>
            {format === 'backup' ? t('exportBackup') : t('exportStart', chosen.length)}
          </button>
        )}
      <p class="word" role="status" data-testid="export-word" data-state={state.kind}>{isEmpty ? t('exportNothing') : wordOf(state)}</p>
    </section>
  );
}

/** How many bytes the kept pictures take; undefined until that is known. */
function usePictureBytes(host: TransferHost): number | undefined {
  const [bytes, setBytes] = useState<number>();
  useEffect(() => void host.pictureBytes().then(setBytes), [host]);
  return bytes;
}

function wordOf(state: ExportState): string {
  if (state.kind === 'cancelled') return t('exportCancelled');
  if (state.kind === 'failed') return t('exportFailed');
  if (state.kind !== 'done') return '';
  const done = t('exportDone', state.written, state.name);
  return state.left > 0 ? `${done} ${t('exportLeft', state.left)}` : done;
}
