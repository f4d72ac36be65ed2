import { cpSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { pressShortcut } from '../../scripts/browser/keyboard.mjs';
import { waitForNoReader } from '../../scripts/browser/reader.mjs';
import { waitUntil } from '../../scripts/browser/wait-until.mjs';
import english from '../../public/_locales/en/messages.json' with { type: 'json' };
import type { Browser, Shadow } from './browser.ts';
import { extension, openReader, startBrowser, temporaryFolder, textsOf } from './browser.ts';
import type { Site } from './site.ts';
import { serveSite } from './site.ts';

const folder = temporaryFolder();
let browser: Browser;
let site: Site;

beforeAll(async () => {
  site = await serveSite();
  browser = await startBrowser({ extension: neverContent() });
});

afterAll(async () => {
  await browser.close();
  await site.close();
  folder.remove();
});

/** A copy of the extension that takes each article for a poor part of its page: no page is known that makes it one. */
function neverContent(): string {
  cpSync(extension, folder.path, { recursive: true });
  const assets = join(folder.path, 'assets');
  const isPoor = /(\w+)\.kept<\1\.found\*[\w.]+/;
  const file = readdirSync(assets).map((name) => join(assets, name)).find((path) => isPoor.test(readFileSync(path, 'utf8'))) ?? '';
  writeFileSync(file, readFileSync(file, 'utf8').replace(isPoor, '$1.kept<=$1.found'));
  return folder.path;
}

async function open(): Promise<Shadow> {
  await browser.page.goto('about:blank');
  await browser.page.goto(site.origin);
  const reader = await openReader(browser.page);
  await reader.evaluate((root) => root.querySelector('details')?.setAttribute('open', ''));
  return reader;
}

const bodyOf = (reader: Shadow): Promise<string> => reader.evaluate((root) => root.querySelector('[data-testid=body]')?.textContent ?? '');

/** The places in the text of the page at which what the reader shows begins, block by block. */
function placesOf(reader: Shadow): Promise<number[]> {
  return reader.evaluate((root) => {
    const fold = (text: string | null): string => (text ?? '').replace(/[\s　]+/g, '');
    const page = fold(document.body.textContent);
    const blocks = [...root.querySelectorAll('[data-testid=body] :is(p, li, h2, h3, figcaption)')].map((block) => fold(block.textContent).slice(0, 12)).filter((text) => text.length > 3);
    return blocks.map((text) => page.indexOf(text)).filter((place) => place >= 0);
  });
}

test('each thing that was hidden has its reason, and stands again exactly where it stood', async () => {
  const reader = await open();
  const before = await bodyOf(reader);
  const rows = await reader.evaluate((root) => [...root.querySelectorAll('[data-testid=removals] li > span:first-child')].map((reason) => reason.textContent?.trim() ?? ''));
  expect(rows.length).toBeGreaterThan(3);
  expect(rows).not.toContain('');
  const count = await reader.evaluate((root) => root.querySelectorAll('[data-testid=give-back]').length);
  const few = (await placesOf(reader)).length;
  for (let index = 0; index < count; index += 1) await reader.evaluate((root, at) => root.querySelectorAll<HTMLElement>('[data-testid=give-back]')[at]?.click(), index);
  await waitUntil(async () => (await placesOf(reader)).length > few, 'all of it to be there');
  const places = await placesOf(reader);
  expect(places).toEqual([...places].sort((a, b) => a - b));
  for (let index = 0; index < count; index += 1) await reader.evaluate((root, at) => root.querySelectorAll<HTMLElement>('[data-testid=give-back]')[at]?.click(), index);
  await waitUntil(async () => (await bodyOf(reader)) === before, 'all of it to be hidden again');
});

test('“always keep this kind” is remembered on the next visit, until it is taken back', async () => {
  const reader = await open();
  const before = await bodyOf(reader);
  await reader.click('[data-testid=keep-kind]');
  await waitUntil(async () => (await bodyOf(reader)) !== before, 'the kind to come back');
  const kept = await bodyOf(reader);
  const again = await open();
  await waitUntil(async () => (await bodyOf(again)) === kept, 'the kind to be there at the next visit');
  await again.click('[data-testid=keep-kind]');
  await waitUntil(async () => (await bodyOf(await open())) === before, 'the kind to be hidden at a visit after that');
});

test('the receipt counts; where little was kept it shows the original and tries another extraction', async () => {
  const reader = await open();
  expect((await textsOf(reader, 'removals'))[0]).toMatch(/Characters: [\d,]+.*pictures: 2.*sections: 6/);
  expect((await textsOf(reader, 'incomplete'))[0]).toContain(english.receiptIncomplete.message);
  expect(await reader.evaluate((root) => root.querySelector('[data-testid=incomplete] a')?.getAttribute('href'))).toBe(`${site.origin}/`);
  await reader.click('[data-testid=extract-anew]');
  await waitUntil(async () => (await textsOf(reader, 'incomplete'))[0]?.includes(english.extractAnewSame.message), 'the answer');
  const original = browser.context.waitForEvent('page');
  await reader.click('[data-testid=incomplete] a');
  const page = await original;
  await page.waitForSelector('article');
  expect(page.url()).toBe(`${site.origin}/`);
  await page.close();
  await browser.page.bringToFront();
  await pressShortcut(browser.page, 'Escape');
  await waitForNoReader(browser.page);
});
