import type { ComponentChildren, JSX } from 'preact';
import type { Article } from '../article/article.ts';
import { t } from '../i18n.ts';
import type { MessageKey } from '../i18n.ts';
import type { Theme } from '../settings.ts';
import { BookmarkIcon, CloseIcon, MoonIcon, OutlineIcon, SunIcon, SystemThemeIcon } from '../ui/icons.tsx';
import { describeSaving, isKept, useSaving } from '../ui/use-saving.ts';
import type { Shelf } from '../ui/use-saving.ts';
import type { ReaderHost } from './reader-host.ts';

interface ToolColumnProps {
  article: Article;
  host: ReaderHost;
  theme: Theme;
  onTheme: (theme: Theme) => void;
  drawerOpen: boolean;
  onDrawer: () => void;
  /** What the reading tools add. */
  children?: ComponentChildren;
}

/** The few tools: a slim column beside the text, a bar below it on narrow screens. */
export function ToolColumn({ article, host, theme, onTheme, drawerOpen, onDrawer, children }: ToolColumnProps): JSX.Element {
  return (
    <div class="tools" role="group" aria-label={t('readerTools')}>
      {host.close && <Tool name="close" label={t('close')} icon={<CloseIcon />} onClick={() => host.close?.()} />}
      <button type="button" class="icon-button tool-outline" data-testid="outline-toggle" aria-expanded={drawerOpen} aria-label={t('outlineOpen')} title={t('outline')} onClick={onDrawer}>
        <OutlineIcon />
      </button>
      <ThemeTool theme={theme} onTheme={onTheme} />
      <SaveTool article={article} shelf={host} />
      {children}
    </div>
  );
}

interface ToolProps {
  name: string;
  label: string;
  icon: JSX.Element;
  on?: boolean;
  onClick: () => void;
}

function Tool({ name, label, icon, on = false, onClick }: ToolProps): JSX.Element {
  return (
    <button type="button" class="icon-button" data-testid={name} data-on={on} aria-label={label} title={label} onClick={onClick}>
      {icon}
    </button>
  );
}

const themes: Record<Theme, { label: MessageKey; icon: () => JSX.Element; next: Theme }> = {
  system: { label: 'themeSystem', icon: SystemThemeIcon, next: 'paper' },
  paper: { label: 'themePaper', icon: SunIcon, next: 'dark' },
  dark: { label: 'themeDark', icon: MoonIcon, next: 'system' },
};

function ThemeTool({ theme, onTheme }: { theme: Theme; onTheme: (theme: Theme) => void }): JSX.Element {
  const { label, icon: ThemeIcon, next } = themes[theme];
  return <Tool name="theme" label={t(label)} icon={<ThemeIcon />} onClick={() => onTheme(next)} />;
}

function SaveTool({ article, shelf }: { article: Article; shelf: Shelf }): JSX.Element {
  const { state, save } = useSaving(article, shelf);
  const kept = isKept(state);
  return (
    <>
      <Tool name="save" label={t(kept ? 'savedAlready' : 'save')} icon={<BookmarkIcon filled={kept} />} on={kept} onClick={save} />
      <p class="words" role="status" data-testid="save-status">
        <span class="word" key={state.kind} data-failed={state.kind === 'failed'}>{describeSaving(state)}</span>
      </p>
    </>
  );
}
