import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Article } from '../article/article.ts';
import { t } from '../i18n.ts';
import { BookmarkIcon } from '../ui/icons.tsx';
import { describeSavedPictures, describeSaving, isKept, useSaving } from '../ui/use-saving.ts';
import { ReprintNote } from '../ui/reprint/reprint-note.tsx';
import type { SavingState } from '../ui/use-saving.ts';
import { OpenHere } from './open-here.tsx';
import type { PopupHost } from './popup-host.ts';

/** The two things to do with this page: read it, with the shortcut that does the same, and keep it. */
export function PageActions({ article, host, onOpen }: { article: Article; host: PopupHost; onOpen: () => void }): JSX.Element {
  const { state, save } = useSaving(article, host);
  const shortcut = useShortcut(host);
  return (
    <div class="actions">
      <ReprintNote saving={state} desk={host} />
      <p class="actions-word" role="status" data-testid="save-status" data-failed={state.kind === 'failed'}>{state.kind === 'failed' ? describeSaving(state) : describeSavedPictures(state)}</p>
      {isFull(state) && <button type="button" class="link-button" data-testid="make-room" onClick={() => host.openLibrary({ room: true })}>{t('roomTitle')}</button>}
      <button type="button" class="button primary" data-testid="open-reader" onClick={onOpen}>
        {t('openReader')}
        {shortcut !== undefined && shortcut !== '' && <kbd data-testid="shortcut">{shortcut}</kbd>}
      </button>
      <button type="button" class="button" data-testid="save" data-state={state.kind} title={isKept(state) ? t('savedAlready') : undefined} onClick={save}>
        <BookmarkIcon filled={isKept(state)} />
        <span aria-live="polite">{saveLabel(state)}</span>
      </button>
      <OpenHere host={host} url={article.url} />
      {shortcut === '' && (
        <p class="shortcut-none" data-testid="shortcut">
          {t('shortcutNone')} <button type="button" class="link-button" onClick={() => host.openShortcutSettings()}>{t('shortcutSet')}</button>
        </p>
      )}
    </div>
  );
}

function isFull(state: SavingState): boolean {
  return state.kind === 'failed' && state.reason === 'quota';
}

function saveLabel(state: SavingState): string {
  if (state.kind === 'saving') return t('saving');
  if (state.kind === 'kept') return t('saveUpdate');
  return state.kind === 'saved' ? describeSaving(state) : t('save');
}

/** The binding as the browser really has it; undefined until it is known. */
function useShortcut(host: PopupHost): string | undefined {
  const [shortcut, setShortcut] = useState<string>();
  useEffect(() => void host.shortcut().then(setShortcut), [host]);
  return shortcut;
}
