import type { ComponentChildren, JSX } from 'preact';
import { t } from '../i18n.ts';
import { BookmarkIcon, CloseIcon, KeysIcon, OutlineIcon, TypographyIcon } from '../ui/icons.tsx';
import { describeSavedPictures, describeSaving, isKept } from '../ui/use-saving.ts';
import type { SavingState } from '../ui/use-saving.ts';
import type { ReaderHost } from './reader-host.ts';

/** What can stand open beside the text; one at a time. */
export type OpenPanel = 'outline' | 'typography' | 'keys';

interface ToolColumnProps {
  host: ReaderHost;
  saving: { state: SavingState; save: () => void };
  open: OpenPanel | undefined;
  onToggle: (panel: OpenPanel) => void;
  /** What the reading tools add. */
  children?: ComponentChildren;
}

/** The few tools: a slim column beside the text, a bar below it on narrow screens. */
export function ToolColumn({ host, saving, open, onToggle, children }: ToolColumnProps): JSX.Element {
  return (
    <aside class="tools" aria-label={t('readerTools')}>
      {host.close && <Tool name="close" label={t('close')} icon={<CloseIcon />} onClick={() => host.close?.()} />}
      <button type="button" class="icon-button tool-outline" data-testid="outline-toggle" aria-expanded={open === 'outline'} aria-label={t('outlineOpen')} title={t('outline')} onClick={() => onToggle('outline')}>
        <OutlineIcon />
      </button>
      <Tool name="typography-toggle" label={t('typography')} icon={<TypographyIcon />} expanded={open === 'typography'} onClick={() => onToggle('typography')} />
      <SaveTool {...saving} />
      {children}
      <Tool name="keys-toggle" label={t('keys')} icon={<KeysIcon />} expanded={open === 'keys'} onClick={() => onToggle('keys')} />
    </aside>
  );
}

interface ToolProps {
  name: string;
  label: string;
  icon: JSX.Element;
  on?: boolean;
  /** Of a tool that opens something beside the text. */
  expanded?: boolean;
  onClick: () => void;
}

function Tool({ name, label, icon, on = false, expanded, onClick }: ToolProps): JSX.Element {
  return (
    <button type="button" class="icon-button" data-testid={name} data-on={on || expanded === true} aria-expanded={expanded} aria-label={label} title={label} onClick={onClick}>
      {icon}
    </button>
  );
}

function SaveTool({ state, save }: ToolColumnProps['saving']): JSX.Element {
  const kept = isKept(state);
  const words = [describeSaving(state), describeSavedPictures(state)].filter((word) => word !== '').join(' · ');
  return (
    <>
      <Tool name="save" label={t(kept ? 'savedAlready' : 'save')} icon={<BookmarkIcon filled={kept} />} on={kept} onClick={save} />
      <p class="words" role="status" data-testid="save-status">
        <span class="word" key={words} data-failed={state.kind === 'failed'}>{words}</span>
      </p>
    </>
  );
}
