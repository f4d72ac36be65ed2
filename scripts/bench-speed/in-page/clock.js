/** A page's clock is coarse on purpose; a batch of this many milliseconds is read well enough. */
const batch = 3;
const rounds = { least: 3, most: 9 };

/**
 * The median time of each work in milliseconds. What is quick runs in batches; all works take turns
 * for about as long as the budget says.
 */
export function turnsOf(works, budget) {
  const entries = Object.entries(works).map(([name, work]) => ({ name, work, repeats: repeatsOf(work), times: [] }));
  const started = performance.now();
  for (let round = 0; round < rounds.most; round += 1) {
    if (round >= rounds.least && performance.now() - started > budget) break;
    for (const entry of round % 2 === 0 ? entries : entries.toReversed()) entry.times.push(timeOf(entry));
  }
  return Object.fromEntries(entries.map(({ name, times }) => [name, median(times)]));
}

/** The time of one run, for what is too long to be run again. */
export function timeOnce(work) {
  return timeOf({ work, repeats: 1 });
}

/** The first run is the warm-up. The quickest of three is asked, because a pause of the machine is no length of the work. */
function repeatsOf(work) {
  work();
  let repeats = 1;
  while (Math.min(...[1, 2, 3].map(() => timeOf({ work, repeats }))) * repeats < batch) repeats *= 2;
  return repeats;
}

function timeOf({ work, repeats }) {
  const started = performance.now();
  for (let count = 0; count < repeats; count += 1) work();
  return (performance.now() - started) / repeats;
}

function median(values) {
  return values.sort((a, b) => a - b)[values.length >> 1];
}
