import browser from 'webextension-polyfill';
import { removeExpired } from '../library/bin.ts';
import { annotationsAt, dropAnnotation, keepAnnotation } from '../library/annotations.ts';
import { keepKind, readKeptKinds } from '../library/kept-kinds.ts';
import { findSavedByUrl } from '../library/library.ts';
import { findReprint } from '../library/reprints/find-reprint.ts';
import { areReprints, replaceReprint } from '../library/reprints/replace-reprint.ts';
import { keepReadingPlace, readingPlaceOf } from '../library/reading-place.ts';
import { handleInBackground } from '../messages.ts';
import { injectReader } from './inject-reader.ts';
import { installMenus } from './menus.ts';
import { saveFrom } from './note-kept.ts';
import { openSaved } from './open-saved.ts';
import { getReadyToSave } from './ready-to-save.ts';
import { pageDetected } from './page-detected.ts';
import { runPageCommand } from './page-commands.ts';
import { keepPagePictures } from './page-pictures.ts';

browser.runtime.onInstalled.addListener(() => void Promise.all([installMenus(), getReadyToSave()]));
browser.runtime.onStartup.addListener(() => void Promise.all([installMenus(), removeExpired(Date.now()), getReadyToSave()]));
browser.commands.onCommand.addListener((command, tab) => void runPageCommand(command, tab?.id));
browser.contextMenus.onClicked.addListener(({ menuItemId }, tab) => void runPageCommand(menuItemId, tab?.id));

handleInBackground({
  pageDetected: ({ readerable }, { tab, url }) => pageDetected(readerable, url, tab?.id),
  injectReader: ({ tabId }) => injectReader(tabId),
  saveArticle: ({ article, tabId }, { tab }) => saveFrom(article, tab ? undefined : tabId),
  keepPictures: ({ url, tabId = -1 }, { tab }) => keepPagePictures(url, tab?.id ?? tabId),
  isSaved: async ({ url }) => (await findSavedByUrl(url)) !== undefined,
  annotationsAt: ({ url }) => annotationsAt(url),
  keepAnnotation: ({ url, annotation }) => keepAnnotation(url, annotation),
  dropAnnotation: ({ url, id }) => dropAnnotation(url, id),
  keptKinds: ({ site }) => readKeptKinds(site),
  keepKind,
  readingPlace: ({ url }) => readingPlaceOf(url),
  // What is read in a private window leaves no trace.
  keepReadingPlace: ({ url, ...place }, { tab }) => (tab?.incognito ? undefined : keepReadingPlace(url, place)),
  findReprint: ({ id }) => findReprint(id),
  openReprint: async (pair) => ((await areReprints(pair)) ? openSaved({ id: pair.old }) : undefined),
  replaceReprint,
  openSaved,
});
