import { expect, test, vi } from 'vitest';
import { Popup } from '../../src/popup/popup.tsx';
import { mount, press, settle } from '../ui/mount.ts';
import { createFakeLibrary, rowOf } from '../ui/list/fake-library.ts';
import { createFakePopupHost } from './fake-popup-host.ts';

vi.mock('webextension-polyfill', async () => ({ default: (await import('../ui/chinese-browser.ts')).createChineseBrowser() }));

test('Ctrl+Z takes a deletion back, but in the field for the search it is the field’s', async () => {
  const screen = await mount(<Popup host={createFakePopupHost({ library: createFakeLibrary([rowOf('b', '药房写中台', 12), rowOf('a', '订阅的毛利', 10)]) })} />);
  await settle();
  await screen.click('tab-saved');
  await screen.click('saved-delete');
  await press(screen.get('search'), 'z', { ctrlKey: true });
  expect(screen.all('saved-item')).toHaveLength(1);
  await press(screen.get('saved-open'), 'z', { ctrlKey: true });
  expect(screen.all('saved-item')).toHaveLength(2);
  expect(screen.find('undo')).toBeNull();
  await screen.unmount();
});
