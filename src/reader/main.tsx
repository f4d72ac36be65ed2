import { render } from 'preact';
import { annotationsAt, dropAnnotation, keepAnnotation } from '../library/annotations.ts';
import { keepKind, readKeptKinds } from '../library/kept-kinds.ts';
import { keepReadingPlace, readingPlaceOf } from '../library/reading-place.ts';
import { sendToBackground } from '../messages.ts';
import { loadSettings, onSettingsChange, saveSettings } from '../settings.ts';
import { followTheme } from '../ui/dress-page.ts';
import { destinationIn, loadSaved } from './load-saved.ts';
import type { ReaderHost } from './reader-host.ts';
import { SavedPage } from './saved-page.tsx';
import { openSavedPictures } from './saved-pictures.ts';
import './saved-styles.ts';

const address = new URL(location.href).searchParams;

async function start(): Promise<void> {
  const id = address.get('id') ?? '';
  const [settings, loaded] = await Promise.all([loadSettings(), loadSaved(id)]);
  const pictures = await openSavedPictures(window, { id, contentHtml: loaded.kind === 'found' ? loaded.article.contentHtml : '' });
  followTheme(settings.theme);
  if (loaded.kind === 'found') document.title = loaded.article.title || document.title;
  render(<SavedPage loaded={loaded} host={createHost({ settings, pictures })} destination={destinationIn(address)} />, document.body);
}

function createHost(own: Pick<ReaderHost, 'settings' | 'pictures'>): ReaderHost {
  return {
    ...own,
    isSaved: (url) => sendToBackground('isSaved', { url }),
    save: (article) => sendToBackground('saveArticle', { article }),
    annotations: annotationsAt,
    keepAnnotation,
    dropAnnotation,
    readingPlace: readingPlaceOf,
    keepReadingPlace,
    saveSettings,
    onSettingsChange,
    keptKinds: readKeptKinds,
    keepKind,
    onKeyDown: (callback, signal) => window.addEventListener('keydown', callback, { signal }),
  };
}

void start();
