// @vitest-environment node
import { beforeEach, describe, expect, test, vi } from 'vitest';
import browser from 'webextension-polyfill';
import { handleInBackground, handleInPage } from '../../src/messages.ts';
import type { createFakeBrowser } from '../fake-browser.ts';
import type { MessageKind } from './message-kinds.ts';
import { malformed, messageKinds } from './message-kinds.ts';

vi.mock('webextension-polyfill', async () => ({ default: (await import('../fake-browser.ts')).createFakeBrowser() }));

const fake = browser as unknown as ReturnType<typeof createFakeBrowser>;
const ownPage = { id: 'jingdu', url: 'chrome-extension://jingdu/src/popup/index.html' };
const contentScript = { id: 'jingdu', url: 'https://example.com/', tab: { id: 7 }, frameId: 0 };
const strangers: readonly (readonly [string, object])[] = [
  ['another extension', { id: 'other', url: 'chrome-extension://other/' }],
  ['a web page without an id', { url: 'https://example.com/', tab: { id: 7 }, frameId: 0 }],
  ['another extension’s script', { ...contentScript, id: 'other' }],
  ['our script in a frame', { ...contentScript, frameId: 4 }],
  ['our script in no frame', { ...contentScript, frameId: undefined }],
  ['a page that calls itself ours', { ...contentScript, id: 'other', url: ownPage.url }],
];

const handlers = Object.fromEntries(messageKinds.map(({ type }) => [type, vi.fn()]));
handleInBackground(handlers as never);
handleInPage(handlers as never);

beforeEach(() => vi.resetAllMocks());

describe.each(messageKinds.map((kind) => [`${kind.to} ${kind.type}`, kind] as const))('%s', (_name, kind) => {
  const senders = [...(kind.fromOwnPages ? [ownPage] : []), ...(kind.fromPages ? [contentScript] : [])];

  test('is heard from whom it may come, and from nobody else', async () => {
    for (const sender of senders) expect(await deliver(kind, kind.input, sender)).toMatchObject({ ok: true });
    expect(handlers[kind.type]).toHaveBeenCalledTimes(senders.length);
    const refused = [ownPage, contentScript].filter((sender) => !senders.includes(sender));
    for (const sender of refused) expect(await deliver(kind, kind.input, sender)).toMatchObject({ ok: false });
    for (const [, sender] of strangers) expect(await deliver(kind, kind.input, sender)).toBeUndefined();
    expect(handlers[kind.type]).toHaveBeenCalledTimes(senders.length);
  });

  test.each(malformed(kind))('is refused with %s', async (_what, input) => {
    for (const sender of senders) expect(await deliver(kind, input, sender)).toMatchObject({ ok: false });
    expect(handlers[kind.type]).not.toHaveBeenCalled();
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  test('is not taken for the other side’s', async () => {
    const other = kind.to === 'page' ? 'background' : 'page';
    expect(await deliver({ ...kind, to: other }, kind.input, senders[0] ?? ownPage)).toBeUndefined();
    expect(handlers[kind.type]).not.toHaveBeenCalled();
  });
});

/** The one answer to a message, or undefined when no listener took it. */
function deliver({ to, type }: Pick<MessageKind, 'to' | 'type'>, input: unknown, sender: object): Promise<unknown> {
  return fake.runtime.onMessage.deliver({ to, type, input }, sender as never);
}
