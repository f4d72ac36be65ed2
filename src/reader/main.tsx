import { render } from 'preact';
import { uiLanguage } from '../i18n.ts';
import { keepKind, readKeptKinds } from '../library/kept-kinds.ts';
import { findSavedByUrl, getSaved } from '../library/library.ts';
import type { SavedArticle } from '../library/saved-article.ts';
import { sendToBackground } from '../messages.ts';
import { loadSettings, onSettingsChange, saveSetting } from '../settings.ts';
import type { Theme } from '../settings.ts';
import { consentToPictures } from './picture-consent.ts';
import type { ReaderHost } from './reader-host.ts';
import { SavedPage } from './saved-page.tsx';
import type { Loaded } from './saved-page.tsx';

const address = new URL(location.href).searchParams;

async function start(): Promise<void> {
  const [{ theme }, loaded] = await Promise.all([loadSettings(), load(address.get('id') ?? '')]);
  document.documentElement.lang = uiLanguage();
  if (loaded.kind === 'found') document.title = loaded.article.title || document.title;
  render(<SavedPage loaded={loaded} host={createHost(theme)} sectionId={address.get('section') ?? undefined} />, document.body);
}

async function load(id: string): Promise<Loaded> {
  try {
    const saved: SavedArticle | undefined = await getSaved(id);
    return saved === undefined ? { kind: 'missing' } : { kind: 'found', article: saved.article };
  } catch (error) {
    console.error('a saved article could not be read', error);
    return { kind: 'broken' };
  }
}

function createHost(theme: Theme): ReaderHost {
  return {
    theme,
    pictures: consentToPictures(window, address.get('id') ?? ''),
    isSaved: async (url) => (await findSavedByUrl(url)) !== undefined,
    save: (article) => sendToBackground('saveArticle', { article }),
    setTheme: (chosen) => void saveSetting('theme', chosen),
    onThemeChange: (callback, signal) => onSettingsChange((settings) => callback(settings.theme), signal),
    keptKinds: readKeptKinds,
    keepKind,
    onKeyDown: (callback, signal) => window.addEventListener('keydown', callback, { signal }),
  };
}

void start();
