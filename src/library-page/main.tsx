import { render } from 'preact';
import { t } from '../i18n.ts';
import { removeExpired } from '../library/bin.ts';
import { libraryAccess } from '../library/library-access.ts';
import { libraryCare } from '../library/library-care.ts';
import { sendToBackground } from '../messages.ts';
import { loadSettings, onSettingsChange } from '../settings.ts';
import type { Theme } from '../settings.ts';
import { dressPage } from '../ui/dress-page.ts';
import type { LibraryHost } from './library-host.ts';
import { LibraryPage } from './library-page.tsx';

async function start(): Promise<void> {
  const { theme } = await loadSettings();
  dressPage(theme);
  onSettingsChange((settings) => dressPage(settings.theme), new AbortController().signal);
  document.title = `${t('library')} · ${t('extensionName')}`;
  render(<LibraryPage host={createHost(theme)} />, document.body);
  await removeExpired(Date.now());
}

function createHost(theme: Theme): LibraryHost {
  return {
    theme,
    library: libraryAccess,
    care: libraryCare,
    openSaved: (id, words) => void sendToBackground('openSaved', { id, ...(words !== undefined && { words }) }),
    onThemeChange: (callback, signal) => onSettingsChange((settings) => callback(settings.theme), signal),
  };
}

void start();
