import type { Page } from 'playwright-core';
import type { Shown } from './in-page/opened-file.ts';

/** What an opened file said of itself, and the vectors whose canary sang in any. */
export interface Opened {
  shown: Shown[];
  fired: number[];
}

const atOnce = 100;

/**
 * Opens files in frames of a page that may open them, many at once: each says what it shows once it has loaded.
 *
 * @param page has `in-page/opened-file.ts` as its first script in every frame.
 */
export async function openFiles(page: Page, addresses: readonly string[]): Promise<Opened> {
  const opened: Opened = { shown: [], fired: [] };
  for (let start = 0; start < addresses.length; start += atOnce) {
    const { shown, fired } = await page.evaluate(openInFrames, addresses.slice(start, start + atOnce));
    opened.shown.push(...shown);
    opened.fired.push(...fired);
  }
  return opened;
}

async function openInFrames(addresses: string[]): Promise<Opened> {
  const fired: number[] = [];
  const shown = addresses.map((address) => {
    const frame = document.createElement('iframe');
    return new Promise<Shown>((resolve) => {
      addEventListener('message', ({ source, data }: MessageEvent<Partial<Shown> & { fired?: number }>) => {
        if (source !== frame.contentWindow) return;
        if (data.fired !== undefined) fired.push(data.fired);
        else if (data.text !== undefined && data.residue) resolve({ text: data.text, residue: data.residue });
      });
      frame.src = address;
      document.body.append(frame);
    });
  });
  const all = await Promise.all(shown);
  // What a picture that does not load would start comes a moment after.
  await new Promise((resolve) => setTimeout(resolve, 200));
  document.body.replaceChildren();
  return { shown: all, fired };
}
