import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const css = readFileSync('src/ui/tokens.css', 'utf8');
const faces = ['paper', 'dark'] as const;

/** The two faces of a colour token, light first. */
function colour(name: string, face: (typeof faces)[number]): string {
  const [, light, dark] = new RegExp(`--${name}: light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\)`).exec(css) ?? [];
  const value = face === 'paper' ? light : dark;
  if (value === undefined) throw new Error(`no token ${name}`);
  return value;
}

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

describe.each(faces)('the %s theme', (face) => {
  test.each([['ink', 'paper'], ['ink', 'surface'], ['ink', 'accent-soft'], ['ink', 'mark']])('body text: %s on %s is at least 7:1', (text, ground) => {
    expect(contrast(colour(text, face), colour(ground, face))).toBeGreaterThanOrEqual(7);
  });

  test.each([
    ['ink-2', 'paper'], ['ink-2', 'surface'], ['ink-2', 'accent-soft'], ['ink-3', 'paper'], ['ink-3', 'surface'], ['ink-3', 'accent-soft'],
    ['accent', 'paper'], ['accent', 'surface'], ['accent', 'accent-soft'], ['accent-ink', 'accent'], ['accent-ink', 'accent-strong'],
    ['seal', 'paper'], ['seal', 'surface'], ['seal', 'seal-soft'],
  ])('all other text: %s on %s is at least 4.5:1', (text, ground) => {
    expect(contrast(colour(text, face), colour(ground, face))).toBeGreaterThanOrEqual(4.5);
  });
});

test('the measure of contrast is right', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21);
  expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2);
});
