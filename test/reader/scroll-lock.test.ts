import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { lockScroll } from '../../src/reader/scroll-lock.ts';
import { installMissingParts } from './missing-in-jsdom.ts';

const rules = (): string => (document.adoptedStyleSheets as unknown as { text: string }[]).map(({ text }) => text).join();

beforeEach(() => {
  installMissingParts();
  document.documentElement.removeAttribute('style');
});
afterEach(() => void vi.unstubAllGlobals());

test('where html leaves its overflow to body, body stays no scroller', () => {
  const life = new AbortController();
  lockScroll(document, life.signal);
  expect(rules()).toContain('html { overflow: hidden !important }');
  expect(rules()).toContain('body { overflow: visible !important }');
  life.abort();
});

test('where html has its own overflow, body keeps its own too', () => {
  document.documentElement.style.overflowX = 'hidden';
  document.documentElement.style.overflowY = 'auto';
  const life = new AbortController();
  lockScroll(document, life.signal);
  expect(rules()).not.toContain('body');
  life.abort();
});

test('the place is put back only if it has moved, and without a glide', () => {
  const scrollTo = vi.fn();
  vi.stubGlobal('scrollTo', scrollTo);
  vi.stubGlobal('scrollY', 700);
  const still = new AbortController();
  lockScroll(document, still.signal);
  still.abort();
  expect(scrollTo).not.toHaveBeenCalled();

  const moved = new AbortController();
  lockScroll(document, moved.signal);
  vi.stubGlobal('scrollY', 640);
  moved.abort();
  expect(scrollTo).toHaveBeenCalledExactlyOnceWith({ left: 0, top: 700, behavior: 'instant' });
  expect(rules()).toBe('');
});
