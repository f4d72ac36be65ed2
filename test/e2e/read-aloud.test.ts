import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { waitUntil } from '../../scripts/browser/wait-until.mjs';
import type { Browser } from './browser.ts';
import { openReader, startBrowser } from './browser.ts';
import type { Site } from './site.ts';
import { articlePage, serveSite } from './site.ts';

// A machine for tests has no voice, so the page of a saved article is given one, which reads a sentence until it is told that it is done.
let browser: Browser;
let site: Site;
let page: Page;

beforeAll(async () => {
  site = await serveSite({ '/article': articlePage('念出来的账') });
  browser = await startBrowser();
  page = await openSaved();
});

afterAll(async () => {
  await browser.close();
  await site.close();
});

async function openSaved(): Promise<Page> {
  await browser.page.goto(`${site.origin}/article`);
  const reader = await openReader(browser.page);
  await reader.click('[data-testid=save]');
  await waitUntil(() => reader.evaluate((root) => root.querySelector('[data-testid=save][data-on=true]') !== null), 'the article to be kept');
  await browser.context.addInitScript(giveVoice);
  const list = await browser.context.newPage();
  await list.goto(`chrome-extension://${browser.extensionId}/src/library-page/index.html`);
  const opened = browser.context.waitForEvent('page');
  await list.locator('[data-testid=saved-open]').first().click();
  const saved = await opened;
  await saved.waitForSelector('[data-testid=body] p');
  await list.close();
  return saved;
}

interface Spoken {
  saying: { text: string; rate: number; end: () => void } | undefined;
}

/** Stands for the browser's own: one voice, and what it says at present. */
function giveVoice(): void {
  const state: Spoken = { saying: undefined };
  class Utterance extends EventTarget {
    rate = 1;
    constructor(readonly text: string) {
      super();
    }
  }
  const speech = Object.assign(new EventTarget(), {
    getVoices: () => [{ name: '普通话', lang: 'zh-CN', voiceURI: 'one', localService: true, default: true }],
    speak: (utterance: Utterance) => { state.saying = { text: utterance.text, rate: utterance.rate, end: () => utterance.dispatchEvent(new Event('end')) }; },
    cancel: () => { state.saying = undefined; },
    resume: () => undefined,
  });
  Object.defineProperty(window, 'speechSynthesis', { value: speech });
  Object.assign(window, { SpeechSynthesisUtterance: Utterance, spoken: state });
}

const saying = (): Promise<[string, number] | undefined> => page.evaluate(() => {
  const { saying: now } = (window as unknown as { spoken: Spoken }).spoken;
  return now && [now.text, now.rate];
});
const marked = (): Promise<string> => page.evaluate(() => [...document.querySelectorAll('mark.spoken')].map((mark) => mark.textContent).join(''));
const press = (testId: string): Promise<void> => page.locator(`[data-testid=${testId}]`).click();

/** Waits until another sentence is read, which is the one that is marked. */
async function nextSentence(before: string | undefined): Promise<string> {
  const text = await waitUntil(async () => {
    const now = (await saying())?.[0];
    return now !== undefined && now !== before ? now : undefined;
  }, 'the next sentence');
  expect(await marked()).toBe(text);
  return text;
}

test('each sentence is marked while it is read, from one to the next, and a step back', async () => {
  await press('more-tools');
  await press('menu-listen');
  const first = await nextSentence(undefined);
  await page.evaluate(() => (window as unknown as { spoken: Spoken }).spoken.saying?.end());
  const second = await nextSentence(first);
  await press('speech-back');
  expect(await nextSentence(second)).toBe(first);
});

test('it rests and goes on at the same sentence, and keeps its pace', async () => {
  const [text = ''] = (await saying()) ?? [];
  await press('speech-toggle');
  await waitUntil(async () => (await saying()) === undefined, 'silence');
  expect(await marked()).toBe(text);
  await page.locator('[data-testid=speech-rate]').selectOption('1.5');
  await press('speech-toggle');
  await waitUntil(async () => (await saying())?.join() === `${text},1.5`, 'the same sentence at another pace');
});

test('the next section begins with its heading, and closed it falls silent', async () => {
  const [before] = (await saying()) ?? [];
  await press('speech-section');
  expect(await nextSentence(before)).toContain('一、先看需求');
  await press('speech-close');
  await waitUntil(async () => (await saying()) === undefined && (await marked()) === '', 'silence');
});
