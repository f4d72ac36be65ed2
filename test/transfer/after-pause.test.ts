// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { afterPause } from '../../src/transfer/after-pause.ts';

const view = { hidden: false };

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(document, 'hidden', 'get').mockImplementation(() => view.hidden);
  view.hidden = false;
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

function show(): void {
  view.hidden = false;
  document.dispatchEvent(new Event('visibilitychange'));
}

test('many calls in a row are answered once, behind the last', () => {
  const callback = vi.fn();
  const call = afterPause(callback, new AbortController().signal);
  for (let time = 0; time < 20; time += 1) {
    call();
    vi.advanceTimersByTime(100);
  }
  expect(callback).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1000);
  expect(callback).toHaveBeenCalledTimes(1);
});

test('a page out of view is called once it is in view again, however often something happened', () => {
  const callback = vi.fn();
  const call = afterPause(callback, new AbortController().signal);
  view.hidden = true;
  for (let time = 0; time < 3; time += 1) {
    call();
    vi.advanceTimersByTime(1000);
  }
  expect(callback).not.toHaveBeenCalled();
  show();
  show();
  expect(callback).toHaveBeenCalledTimes(1);
});

test('after its end nothing is called, in view or out of it', () => {
  const callback = vi.fn();
  const life = new AbortController();
  const call = afterPause(callback, life.signal);
  call();
  life.abort();
  vi.advanceTimersByTime(1000);
  const other = new AbortController();
  view.hidden = true;
  afterPause(callback, other.signal)();
  vi.advanceTimersByTime(1000);
  other.abort();
  show();
  expect(callback).not.toHaveBeenCalled();
});
