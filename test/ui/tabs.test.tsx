import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { beforeEach, expect, test } from 'vitest';
import { TabPanel, Tabs } from '../../src/ui/tabs.tsx';
import type { Screen } from './mount.ts';
import { mount, press } from './mount.ts';

type Id = 'one' | 'two' | 'three';
const ids: Id[] = ['one', 'two', 'three'];
const held: { screen?: Screen } = {};

function Trial(): JSX.Element {
  const [selected, setSelected] = useState<Id>('one');
  return (
    <>
      <Tabs<Id> label="试" tabs={ids.map((id) => ({ id, label: id }))} selected={selected} onSelect={setSelected} />
      {ids.map((id) => <TabPanel key={id} id={id} selected={id === selected}>{id}</TabPanel>)}
    </>
  );
}

const tab = (id: Id): HTMLElement => {
  if (held.screen === undefined) throw new Error('nothing is on the screen');
  return held.screen.get(`tab-${id}`);
};
const selected = (): string[] => ids.filter((id) => tab(id).getAttribute('aria-selected') === 'true');

beforeEach(async () => {
  document.body.replaceChildren();
  held.screen = await mount(<Trial />);
});

test('one tab is selected, and only that one is a stop for the Tab key', () => {
  expect(selected()).toEqual(['one']);
  expect(ids.map((id) => tab(id).tabIndex)).toEqual([0, -1, -1]);
});

test('each tab names its panel, each panel its tab, and only the selected panel is shown', () => {
  for (const id of ids) {
    const panel = document.getElementById(tab(id).getAttribute('aria-controls') ?? '');
    expect(panel?.getAttribute('aria-labelledby')).toBe(tab(id).id);
    expect(panel?.hidden).toBe(id !== 'one');
  }
});

test.each([
  ['ArrowRight', 'one', 'two'],
  ['ArrowLeft', 'one', 'three'],
  ['End', 'one', 'three'],
] as const)('%s moves from %s to %s and takes the focus along', async (key, from, to) => {
  tab(from).focus();
  const event = await press(tab(from), key);
  expect(selected()).toEqual([to]);
  expect(document.activeElement).toBe(tab(to));
  expect(event.defaultPrevented).toBe(true);
});

test('another key is left alone', async () => {
  expect((await press(tab('one'), 'a')).defaultPrevented).toBe(false);
  expect(selected()).toEqual(['one']);
});
