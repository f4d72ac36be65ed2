// @vitest-environment jsdom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { runInSlices } from '../../src/content/detector/slices.ts';

function* count(to: number, clock: { now: number }, cost: number): Generator<undefined, string> {
  for (let step = 0; step < to; step++) {
    clock.now += cost;
    yield;
  }
  return 'done';
}

describe('runInSlices', () => {
  afterEach(() => vi.unstubAllGlobals());

  const install = (): { clock: { now: number }; idle: (() => void)[] } => {
    const clock = { now: 0 };
    const idle: (() => void)[] = [];
    vi.stubGlobal('requestIdleCallback', (callback: () => void) => idle.push(callback));
    vi.stubGlobal('performance', { now: () => clock.now });
    return { clock, idle };
  };

  it('gives the page its turn after a few milliseconds, and goes on in the next idle moment', async () => {
    const { clock, idle } = install();
    const result = runInSlices(count(10, clock, 1), new AbortController().signal);
    const costs: number[] = [];
    for (let callback = idle.shift(); callback; callback = idle.shift()) {
      const before = clock.now;
      callback();
      costs.push(clock.now - before);
    }
    expect(await result).toBe('done');
    expect(costs.length).toBeGreaterThan(2);
    expect(Math.max(...costs)).toBeLessThanOrEqual(4);
  });

  it('takes no further step once the signal has come', () => {
    const { clock, idle } = install();
    const ending = new AbortController();
    void runInSlices(count(10, clock, 1), ending.signal);
    idle.shift()?.();
    const spent = clock.now;
    ending.abort();
    idle.shift()?.();
    expect(clock.now).toBe(spent);
    expect(idle).toHaveLength(0);
  });
});
