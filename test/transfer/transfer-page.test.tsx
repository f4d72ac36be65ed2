import { expect, test, vi } from 'vitest';
import type { TransferHost } from '../../src/transfer/transfer-host.ts';
import { TransferPage } from '../../src/transfer/transfer-page.tsx';
import { mount, settle } from '../ui/mount.ts';

vi.mock('webextension-polyfill', async () => ({ default: (await import('../ui/chinese-browser.ts')).createChineseBrowser() }));

function createHost(): TransferHost {
  return {
    ids: async () => ({ all: [], selected: [] }), makeFile: () => Promise.reject(new Error('nothing goes out here')), pictureBytes: async () => 0, offer: () => undefined,
    read: vi.fn(async () => ({ kind: 'refused' as const, reason: 'foreign' as const })), take: () => Promise.reject(new Error('nothing comes in here')),
    bookmarks: async () => [], removeBookmark: async () => undefined, onChange: () => undefined,
  };
}

/** Drops a file on a part of the page; answers whether the browser was kept from opening it. */
async function drop(target: Element): Promise<boolean> {
  const event = Object.assign(new Event('drop', { bubbles: true, cancelable: true }), { dataTransfer: { files: [new File(['x'], 'list.csv')] } });
  await settle(() => { target.dispatchEvent(event); });
  return event.defaultPrevented;
}

test('a file that is dropped on its place is read; beside it the page stays as it is', async () => {
  const host = createHost();
  const screen = await mount(<TransferPage host={host} />);
  const heading = document.querySelector('h1');
  expect(heading && (await drop(heading))).toBe(true);
  expect(host.read).not.toHaveBeenCalled();
  expect(await drop(screen.get('import'))).toBe(true);
  expect(host.read).toHaveBeenCalledOnce();
  expect(screen.get('import-word').dataset['state']).toBe('refused');
  await screen.unmount();
});
