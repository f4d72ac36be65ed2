// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { addressOf } from '../../src/content/detector/address.ts';
import { watchPage } from '../../src/content/detector/watch-page.ts';

describe('watchPage', () => {
  let verdict = false;
  let connected = true;
  let stop = (): void => undefined;
  const judge = vi.fn(() => Promise.resolve(verdict));
  const report = vi.fn<(readerable: boolean) => Promise<void>>(() => Promise.resolve());
  const watch = async (): Promise<void> => {
    stop = watchPage({ judge, report, isConnected: () => connected });
    await vi.advanceTimersByTimeAsync(0);
  };
  const change = async (): Promise<void> => {
    document.body.append(document.createElement('p'));
    await vi.advanceTimersByTimeAsync(0);
  };
  const goTo = async (path: string): Promise<void> => {
    history.pushState({}, '', path);
    window.dispatchEvent(new PopStateEvent('popstate'));
    await vi.advanceTimersByTimeAsync(0);
  };
  const said = (): boolean[] => report.mock.calls.map(([readerable]) => readerable);

  beforeEach(() => {
    vi.useFakeTimers();
    verdict = false;
    connected = true;
  });
  afterEach(() => {
    stop();
    vi.clearAllMocks();
    vi.useRealTimers();
  });

  it('says nothing about a page that is no article', async () => {
    await watch();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(said()).toEqual([]);
    expect(judge).toHaveBeenCalledTimes(1);
  });

  it('says once that a page is an article, and looks no more', async () => {
    verdict = true;
    await watch();
    await change();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(said()).toEqual([true]);
    expect(judge).toHaveBeenCalledTimes(1);
  });

  it('sees content that comes late', async () => {
    await watch();
    verdict = true;
    await change();
    await vi.advanceTimersByTimeAsync(500);
    expect(said()).toEqual([true]);
  });

  it('gives up on a page that changes for ever, after seven looks', async () => {
    await watch();
    for (let second = 0; second < 600; second++) {
      await change();
      await vi.advanceTimersByTimeAsync(1_000);
    }
    expect(judge).toHaveBeenCalledTimes(7);
    expect(said()).toEqual([]);
  });

  it('takes back an article when a single-page site moves on to something else', async () => {
    verdict = true;
    await watch();
    verdict = false;
    await goTo('/list');
    await vi.advanceTimersByTimeAsync(10_000);
    expect(said()).toEqual([true, false]);
  });

  it('looks twice at a new address, where the old article may still stand at first', async () => {
    verdict = true;
    await watch();
    await goTo('/next');
    await vi.advanceTimersByTimeAsync(500);
    verdict = false;
    await vi.advanceTimersByTimeAsync(1_000);
    expect(said()).toEqual([true, false]);
  });

  it('does not look again for a mere fragment', async () => {
    await watch();
    await goTo('#part-2');
    await vi.advanceTimersByTimeAsync(10_000);
    expect(judge).toHaveBeenCalledTimes(1);
  });

  it('repeats its word when an article comes back from the back-forward cache', async () => {
    verdict = true;
    await watch();
    window.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }));
    expect(said()).toEqual([true, true]);
  });

  it('stops for good, in silence, when the extension has gone', async () => {
    await watch();
    connected = false;
    verdict = true;
    await change();
    await vi.advanceTimersByTimeAsync(500);
    connected = true;
    await change();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(said()).toEqual([]);
    expect(judge).toHaveBeenCalledTimes(2);
  });

  it('stops when a report finds nobody', async () => {
    verdict = true;
    report.mockImplementationOnce(() => {
      connected = false;
      return Promise.reject(new Error('Extension context invalidated.'));
    });
    await watch();
    await goTo('/after-update');
    await vi.advanceTimersByTimeAsync(10_000);
    expect(judge).toHaveBeenCalledTimes(1);
  });
});

describe('addressOf', () => {
  it('leaves a fragment out, but keeps a route', () => {
    expect(addressOf({ href: 'https://a.example/x#part' })).toBe('https://a.example/x');
    expect(addressOf({ href: 'https://a.example/#/post/1' })).toBe('https://a.example/#/post/1');
    expect(addressOf({ href: 'https://a.example/#!/post/1' })).toBe('https://a.example/#!/post/1');
  });
});
