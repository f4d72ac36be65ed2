import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { waitUntil } from '../../scripts/browser/wait-until.mjs';
import type { Shadow } from './browser.ts';

/** Sends a command of the DevTools protocol to what is looked at. */
export type Send = (method: string, parameters: object) => Promise<unknown>;

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const inReader = { include: [{ fromShadowDom: ['jingdu-reader', 'dialog'] }] };
/** The page's own `main` is inert behind the dialog, which axe cannot know. */
const knownBetter = { 'landmark-no-duplicate-main': { enabled: false } };

/** Commands to a page. */
export async function sendTo(page: Page): Promise<Send> {
  const session = await page.context().newCDPSession(page);
  return (method, parameters) => session.send(method as 'Runtime.evaluate', parameters as { expression: string });
}

/** What axe finds in a whole page; evaluated by the debugger, whom no policy of the page refuses. */
export async function faultsOf(send: Send): Promise<string[]> {
  await waitUntil(() => ask(send, `(${isAtRest.toString()})(document)`), 'the page to come to rest');
  return linesOf(await runAxe(send, 'document', {}), 'color-contrast');
}

/** What axe finds in the colours of a part of a page: all that another theme can change. */
export async function colourFaultsOf(send: Send, selector: string): Promise<string[]> {
  await waitUntil(() => ask(send, `(${isAtRest.toString()})(document)`), 'the page to come to rest');
  return linesOf(await runAxe(send, JSON.stringify({ include: [selector] }), {}, ['color-contrast', 'link-in-text-block']), 'color-contrast');
}

/**
 * What axe finds in the reader over a page, but for colours: it knows no top layer, and takes the page below for
 * what covers the text. It cannot see into a closed root either, so the page is shown ours for as long.
 */
export async function faultsOfReader(send: Send, reader: Shadow): Promise<string[]> {
  await reader.evaluate((root) => void Object.defineProperty(root.host, 'shadowRoot', { value: root, configurable: true }));
  await waitUntil(() => reader.evaluate(isAtRest), 'the reader to come to rest');
  return linesOf(await runAxe(send, JSON.stringify(inReader), knownBetter), 'button-name');
}

/** Sets the colour scheme and what else a system asks for. */
export async function emulateMedia(send: Send, features: Record<string, string>): Promise<void> {
  await send('Emulation.setEmulatedMedia', { features: Object.entries(features).map(([name, value]) => ({ name, value })) });
}

async function runAxe(send: Send, context: string, rules: object, runOnly?: string[]): Promise<AxeResults> {
  if (!(await ask(send, 'globalThis.axe !== undefined'))) await ask(send, `(() => {${source}})()`);
  return (await ask(send, `axe.run(${context}, ${JSON.stringify({ resultTypes: ['violations'], rules, runOnly })})`)) as AxeResults;
}

/** Each fault in a line; a rule that found nothing to look at has not been held. */
function linesOf({ violations, passes }: AxeResults, mustLookAt: string): string[] {
  if (![...violations, ...passes].some(({ id }) => id === mustLookAt)) throw new Error(`axe found nothing to look at for ${mustLookAt}`);
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary = '' }) => `${id}: ${target.flat().join(' ')} · ${failureSummary.replace(/\s+/g, ' ')}`));
}

/** What a page answers to an expression. */
export async function ask(send: Send, expression: string): Promise<unknown> {
  const answer = (await send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true })) as Answer;
  if (answer.exceptionDetails) throw new Error(answer.exceptionDetails.exception?.description ?? 'the page threw');
  return answer.result.value;
}

interface Answer {
  result: { value?: unknown };
  exceptionDetails?: { exception?: { description?: string } };
}

/** A colour on its way to another one is no colour to measure. */
function isAtRest(root: DocumentOrShadowRoot): boolean {
  const timed = root.getAnimations().filter((animation) => animation.timeline instanceof DocumentTimeline);
  return timed.every((animation) => animation.playState === 'finished');
}
