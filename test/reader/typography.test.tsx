import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Reader } from '../../src/reader/reader.tsx';
import { defaultLook } from '../../src/settings.ts';
import type { Screen } from '../ui/mount.ts';
import { mount, settle } from '../ui/mount.ts';
import { sampleArticle } from '../ui/sample-article.ts';
import { createFakeHost } from './fake-host.ts';
import { installMissingParts } from './missing-in-jsdom.ts';

vi.mock('webextension-polyfill', async () => ({ default: (await import('../ui/chinese-browser.ts')).createChineseBrowser() }));

const held: { screens: Screen[] } = { screens: [] };

async function open() {
  const fake = createFakeHost();
  const screen = await mount(<Reader article={sampleArticle()} host={fake.host} />);
  held.screens.push(screen);
  const press = (key: string): Promise<void> => settle(() => void fake.press(key));
  const reader = screen.get('reader');
  return { screen, reader, ...fake, press };
}

/** As a person moves a slider: the value changes and the element says so. */
function slide(slider: HTMLElement, value: number): Promise<void> {
  return settle(() => {
    (slider as HTMLInputElement).value = String(value);
    slider.dispatchEvent(new Event('input', { bubbles: true }));
  });
}

beforeEach(() => {
  installMissingParts();
  vi.useFakeTimers();
});
afterEach(async () => {
  for (const screen of held.screens.splice(0)) await screen.unmount();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('the panel', () => {
  test('T opens it with the focus on the theme that is chosen, Esc closes it and gives the focus back', async () => {
    const { screen, press, host } = await open();
    await press('t');
    expect(document.activeElement).toBe(screen.get('theme-system'));
    expect(screen.get('typography-toggle').getAttribute('aria-expanded')).toBe('true');
    await press('Escape');
    expect(screen.find('typography')).toBeNull();
    expect(host.close).not.toHaveBeenCalled();
    expect(document.activeElement).toBe(screen.get('reader'));
  });

  test('goes when one turns to the text, and stays while one uses it', async () => {
    const { screen, press } = await open();
    await press('t');
    await settle(() => screen.get('measure').dispatchEvent(new Event('pointerdown', { bubbles: true })));
    expect(screen.find('typography')).not.toBeNull();
    await settle(() => screen.get('body').dispatchEvent(new Event('pointerdown', { bubbles: true })));
    expect(screen.find('typography')).toBeNull();
  });

  test('every control changes the text at once', async () => {
    const { screen, reader, press } = await open();
    await press('t');
    await screen.click('theme-sepia');
    await screen.click('font-kai');
    await screen.click('firstLineIndent');
    await screen.click('justify');
    for (const [name, value] of [['fontSize', 22], ['fontWeight', 500], ['lineHeight', 2], ['paragraphSpacing', 0.5], ['measure', 30]] as const) await slide(screen.get(name), value);
    expect({ ...reader.dataset }).toMatchObject({ theme: 'sepia', font: 'kai', indent: 'true', justify: 'false' });
    expect(['--text-size', '--weight', '--leading', '--paragraph-gap', '--characters'].map((name) => reader.style.getPropertyValue(name))).toEqual(['22px', '500', '2', '0.5em', '30']);
  });

  test('a slider says its value in words', async () => {
    const { screen, press } = await open();
    await press('t');
    expect(screen.get('measure').getAttribute('aria-valuetext')).toBe('每行 38 字');
  });

  test('one press puts everything back', async () => {
    const { screen, reader, press, host } = await open();
    await press('t');
    await screen.click('theme-black');
    await slide(screen.get('fontSize'), 30);
    await screen.click('typography-reset');
    expect([reader.dataset['theme'], reader.style.getPropertyValue('--text-size')]).toEqual(['system', '18px']);
    vi.runAllTimers();
    expect(host.saveSettings).toHaveBeenCalledExactlyOnceWith(defaultLook);
  });
});

describe('keeping', () => {
  test('a moving slider is kept once, when it rests', async () => {
    const { screen, press, host } = await open();
    await press('t');
    for (const value of [19, 20, 21]) await slide(screen.get('fontSize'), value);
    await screen.click('justify');
    expect(host.saveSettings).not.toHaveBeenCalled();
    vi.runAllTimers();
    expect(host.saveSettings).toHaveBeenCalledExactlyOnceWith({ fontSize: 21, justify: false });
  });

  test('what was just changed is kept when the reader closes', async () => {
    const { screen, press, host } = await open();
    await press('+');
    await screen.unmount();
    held.screens.length = 0;
    expect(host.saveSettings).toHaveBeenCalledExactlyOnceWith({ fontSize: 19 });
  });

  test('a change elsewhere shows, but does not undo what is being changed here', async () => {
    const { reader, press, changeElsewhere } = await open();
    await press('+');
    await settle(() => changeElsewhere({ theme: 'dark' }));
    expect([reader.dataset['theme'], reader.style.getPropertyValue('--text-size')]).toEqual(['dark', '19px']);
  });
});

describe('size by keys', () => {
  test('+ and - change it and say it, and stop at the ends', async () => {
    const { reader, screen, press } = await open();
    await press('+');
    await press('=');
    await press('-');
    expect(screen.get('said').textContent).toBe('字号 19');
    for (let turn = 0; turn < 40; turn += 1) await press('-');
    expect(reader.style.getPropertyValue('--text-size')).toBe('14px');
  });
});
