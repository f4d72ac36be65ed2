// @vitest-environment node
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test, vi } from 'vitest';
import { highlightColours } from '../../src/library/annotation.ts';
import { themes } from '../../src/settings.ts';

vi.mock('webextension-polyfill', async () => ({ default: (await import('../fake-browser.ts')).createFakeBrowser() }));

const css = readFileSync('src/ui/tokens.css', 'utf8');
type Face = 'light' | 'dark';

/** The declarations of one rule by its selector; empty where there is no such rule. */
function rule(selector: string): string {
  const start = css.indexOf(`\n${selector} {`);
  return start < 0 ? '' : css.slice(start, css.indexOf('}', css.indexOf('{', start)));
}

/** A colour as a theme shows it in one face: its own, or that of the first block. */
function colour(name: string, theme: string, face: Face): string {
  for (const block of [rule(`[data-theme='${theme}']`), rule(':root, [data-theme]')]) {
    const [, value] = new RegExp(`--${name}: (light-dark\\([^)]*\\)|#[0-9a-f]{6});`).exec(block) ?? [];
    const [light, dark = light] = value?.match(/#[0-9a-f]{6}/g) ?? [];
    if (light !== undefined && dark !== undefined) return face === 'light' ? light : dark;
  }
  throw new Error(`no token ${name}`);
}

/** The faces that a theme can show: it is light, dark, or as the system is. */
function facesOf(theme: string): Face[] {
  const [, scheme = ''] = new RegExp(`\\[data-theme='${theme}'\\][^{]*\\{\\s*color-scheme: ([a-z ]+);`).exec(css) ?? [];
  return scheme.split(' ') as Face[];
}

const shown = themes.flatMap((theme) => facesOf(theme).map((face) => [theme, face] as const));

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const value = parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

const marks = readFileSync('src/reader/tools/tools.css', 'utf8');
/** The grounds of the four highlights, which are those of the face, whatever the theme. */
const highlights = highlightColours.map((name) => {
  const selector = name === 'yellow' ? '.highlight, .colour' : `:is(.highlight, .colour)[data-colour='${name}']`;
  const start = marks.indexOf(`\n${selector} {`);
  const [, light = '', dark = ''] = /--hl: light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/.exec(marks.slice(start, marks.indexOf('}', start))) ?? [];
  return [name, light, dark] as const;
});

test('each colour of a highlight has its two grounds', () => {
  expect(highlights.filter(([, light, dark]) => light !== '' && dark !== '')).toHaveLength(4);
});

describe.each(shown)('the %s theme, %s', (theme, face) => {
  test.each([['ink', 'paper'], ['ink', 'surface'], ['ink', 'accent-soft'], ['ink', 'mark'], ['ink', 'selection']])('body text: %s on %s is at least 7:1', (text, ground) => {
    expect(contrast(colour(text, theme, face), colour(ground, theme, face))).toBeGreaterThanOrEqual(7);
  });

  test.each(highlights)('the text and a link in a %s highlight: at least 4.5:1', (_, light, dark) => {
    const ground = face === 'light' ? light : dark;
    expect(contrast(colour('ink', theme, face), ground)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(colour('accent', theme, face), ground)).toBeGreaterThanOrEqual(4.5);
  });

  test.each([
    ['ink-2', 'paper'], ['ink-2', 'surface'], ['ink-2', 'accent-soft'], ['ink-3', 'paper'], ['ink-3', 'surface'], ['ink-3', 'accent-soft'],
    ['accent', 'paper'], ['accent', 'surface'], ['accent', 'accent-soft'], ['accent-ink', 'accent'], ['accent-ink', 'accent-strong'],
    ['seal', 'paper'], ['seal', 'surface'], ['seal', 'seal-soft'],
  ])('all other text: %s on %s is at least 4.5:1', (text, ground) => {
    expect(contrast(colour(text, theme, face), colour(ground, theme, face))).toBeGreaterThanOrEqual(4.5);
  });
});

test('each theme says which faces it has', () => {
  expect(themes.map((theme) => [theme, facesOf(theme).join(' ')])).toEqual([
    ['system', 'light dark'], ['paper', 'light'], ['white', 'light'], ['sepia', 'light'], ['dark', 'dark'], ['black', 'dark'], ['contrast', 'light dark'],
  ]);
});

test('high contrast is at least 7:1 for every text', () => {
  const texts = ['ink', 'ink-2', 'ink-3', 'accent', 'seal'];
  const low = texts.flatMap((text) => (['light', 'dark'] as const).filter((face) => contrast(colour(text, 'contrast', face), colour('paper', 'contrast', face)) < 7));
  expect(low).toEqual([]);
});

test('the measure of contrast is right', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21);
  expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2);
});

test('every property that a style sheet reads is set somewhere', () => {
  const sources = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) => /\.(css|tsx?)$/.test(file)).map((file) => readFileSync(`src/${file}`, 'utf8'));
  const set = new Set(sources.flatMap((source) => [...source.matchAll(/(--[a-z][\w-]*)(?:['"`]?\s*:|['"`],)/g)].map(([, name]) => name)));
  const read = sources.flatMap((source) => [...source.matchAll(/var\((--[a-z][\w-]*)\)/g)].map(([, name]) => name));
  expect(read.length).toBeGreaterThan(200);
  expect([...new Set(read.filter((name) => !set.has(name)))]).toEqual([]);
});
