import browser from 'webextension-polyfill';
import { pictureBytes } from './picture-store.ts';

/** Whether kept pictures outlast a full disk; `denied` once the browser has been asked in vain. */
export type Persistence = 'no-pictures' | 'kept' | 'at-risk' | 'denied';

/** Whether the browser may clear the pictures when the disk runs full. */
export async function readPersistence(): Promise<Persistence> {
  if ((await pictureBytes()) === 0) return 'no-pictures';
  return (await isExempt()) || (await navigator.storage.persisted()) ? 'kept' : 'at-risk';
}

/** Asks the browser never to clear them. Some ask the person in turn: call it from a page, on what the person does there. */
export async function askToPersist(): Promise<Persistence> {
  try {
    return (await isExempt()) || (await navigator.storage.persist()) ? 'kept' : 'denied';
  } catch (error) {
    console.warn('the browser could not be asked to keep the pictures', error);
    return 'denied';
  }
}

/** Chromium clears nothing of an extension with this permission, and answers `persisted` with no all the same; Firefox has to be asked. */
async function isExempt(): Promise<boolean> {
  return location.protocol === 'chrome-extension:' && browser.permissions.contains({ permissions: ['unlimitedStorage'] });
}
