import browser from 'webextension-polyfill';
import { saveArticle } from '../library/library.ts';
import type { SaveOutcome } from '../library/saved-article.ts';
import type { Outcome } from './action-state.ts';
import { showOutcome } from './action-state.ts';
import { askReader } from './inject-reader.ts';
import { noteKept } from './note-kept.ts';
import { keepPagePictures } from './page-pictures.ts';
import { tellReprint } from './tell-reprint.ts';

/** What can be asked for a page without the popup; the ids stand in the manifest's commands and in the context menu. */
const pageCommands = { 'toggle-reader': toggleReader, 'save-article': savePage } as const;

export type PageCommand = keyof typeof pageCommands;

/** Runs a command of a shortcut or menu on a tab, the active one where none is named, and shows how it ended. */
export async function runPageCommand(command: string | number, tabId: number | undefined): Promise<void> {
  const target = tabId ?? (await activeTabId());
  if (target === undefined || !isPageCommand(command)) return;
  const outcome = await attempt(() => pageCommands[command](target));
  if (outcome) await showOutcome(target, outcome);
}

async function attempt(command: () => Promise<Outcome | undefined>): Promise<Outcome | undefined> {
  try {
    return await command();
  } catch (error) {
    console.error('a page command failed', error);
    return { ok: false, message: 'actionFailed' };
  }
}

/** The page itself answers, with the reader or with a notice; only a page that cannot is spoken for here. */
async function toggleReader(tabId: number): Promise<Outcome | undefined> {
  const state = await askReader(tabId, 'toggleReader', {});
  if (state === 'forbidden') return { ok: false, message: 'actionForbidden' };
  return state.failure === 'unsupported-document' ? { ok: false, message: 'actionUnextractable' } : undefined;
}

async function savePage(tabId: number): Promise<Outcome> {
  const extraction = await askReader(tabId, 'extract', {});
  if (extraction === 'forbidden') return { ok: false, message: 'actionForbidden' };
  if (extraction.kind === 'not-an-article') return { ok: false, message: 'actionNotArticle' };
  if (extraction.kind === 'failed') return { ok: false, message: 'actionUnextractable' };
  const saved = await saveArticle(extraction.article);
  noteKept(saved, extraction.article.url, tabId);
  if (saved.kind === 'saved') void keepPictures(extraction.article.url, tabId);
  if (saved.kind === 'saved' && !saved.updated) void tellReprint(saved.id, tabId);
  return toOutcome(saved);
}

/** The article is kept whatever becomes of its pictures; the page of the saved article says how many there are. */
async function keepPictures(url: string, tabId: number): Promise<void> {
  try {
    await keepPagePictures(url, tabId);
  } catch (error) {
    console.error('the pictures of an article could not be kept', error);
  }
}

function toOutcome(saved: SaveOutcome): Outcome {
  if (saved.kind === 'saved') return { ok: true, message: saved.updated ? 'actionUpdated' : 'actionSaved' };
  return { ok: false, message: saved.reason === 'quota' ? 'actionQuota' : 'actionSaveFailed' };
}

function isPageCommand(command: string | number): command is PageCommand {
  return Object.hasOwn(pageCommands, command);
}

async function activeTabId(): Promise<number | undefined> {
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  return tab?.id;
}
