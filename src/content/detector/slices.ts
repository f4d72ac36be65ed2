/** A long task is 50 ms; this leaves the page its frame. */
const sliceMilliseconds = 2;
/** A page that is never idle gets its verdict all the same. */
const latestMilliseconds = 2_000;

/** Drives the steps to their end in idle moments, a few milliseconds at a time; nothing comes once the signal has. */
export function runInSlices<T>(steps: Generator<undefined, T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve) => {
    const continueLater = (): void => {
      requestIdleCallback(runSlice, { timeout: latestMilliseconds });
    };
    const runSlice = (): void => {
      if (signal.aborted) return;
      const end = performance.now() + sliceMilliseconds;
      let step = steps.next();
      while (!step.done && performance.now() < end) step = steps.next();
      if (step.done) resolve(step.value);
      else continueLater();
    };
    continueLater();
  });
}
