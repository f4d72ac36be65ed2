import { waitUntil } from '../browser/wait-until.mjs';

/**
 * What the extension's script of a name did while `act` ran, by the browser's own trace: the milliseconds
 * of each task on the processor, which other programs do not lengthen.
 *
 * @param {import('../browser/launch-browser.mjs').ExtendedBrowser} browser
 * @param {string} script part of the script's address
 * @param {() => Promise<void>} act
 * @returns {Promise<number[]>}
 */
export async function traceScript({ devtools }, script, act) {
  const events = [];
  const state = { complete: false };
  const collect = ({ value }) => events.push(...value);
  devtools.on('Tracing.dataCollected', collect);
  devtools.once('Tracing.tracingComplete', () => {
    state.complete = true;
  });
  await devtools.send('Tracing.start', { transferMode: 'ReportEvents', traceConfig: { includedCategories: ['devtools.timeline'] } });
  await act();
  await devtools.send('Tracing.end');
  await waitUntil(() => state.complete, 'the trace', 60_000);
  devtools.off('Tracing.dataCollected', collect);
  return tasksOf(events, script);
}

/** Outermost calls into the script; what is called within one is already counted. */
function tasksOf(events, script) {
  const calls = events.filter(({ name, ph, args }) => ph === 'X' && (name === 'FunctionCall' || name === 'EvaluateScript') && args.data?.url?.includes(script));
  const outer = calls.filter((call) => !calls.some((other) => other !== call && other.tid === call.tid && other.pid === call.pid && other.ts <= call.ts && other.ts + other.dur >= call.ts + call.dur));
  return outer.map(({ tdur, dur }) => (tdur ?? dur) / 1000);
}
