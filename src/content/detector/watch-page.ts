import { addressOf, onAddressChange } from './address.ts';

/** What the watch asks of the outside. */
export interface Surroundings {
  /** Decides in idle moments whether the page is an article; never settles once the signal has come. */
  judge(signal: AbortSignal): Promise<boolean>;
  report(readerable: boolean): Promise<void>;
  /** Whether the extension is still there. */
  isConnected(): boolean;
}

/** Waits before each further look at one address, in milliseconds. Their number is the most looks that an ever-changing page gets. */
const waits = [500, 1_000, 2_000, 4_000, 8_000, 16_000];
/** A single-page site shows the old article for a while under the new address, so its verdict is looked at twice. */
const looksAfterNavigation = 2;

/**
 * Watches the page for as long as it lives: decides once, again after late content and on a new
 * address of a single-page site, and reports only what changes. The returned function ends it.
 */
export function watchPage({ judge, report, isConnected }: Surroundings): () => void {
  const ending = new AbortController();
  const { signal } = ending;
  const mutations = new MutationObserver(() => lookLater());
  let visit = { address: addressOf(location), looks: 0, enough: 0, judging: new AbortController() };
  let timer = 0;
  let reported = false;

  const rest = (): void => {
    mutations.disconnect();
    clearTimeout(timer);
  };
  // The observer rests while a look is due: a page that never stops changing costs a handful of callbacks in all.
  const lookLater = (): void => {
    rest();
    const wait = waits[visit.looks++];
    if (wait !== undefined) timer = window.setTimeout(look, wait);
  };
  const say = (readerable: boolean): void => {
    reported = readerable;
    report(readerable).catch(stopIfLeftBehind);
  };
  const stop = (): void => {
    rest();
    visit.judging.abort();
    ending.abort();
  };
  const stopIfLeftBehind = (): void => {
    if (!isConnected()) stop();
  };
  const conclude = (readerable: boolean): void => {
    stopIfLeftBehind();
    if (signal.aborted) return;
    if (readerable !== reported) say(readerable);
    if (visit.looks < visit.enough) lookLater();
    else if (!readerable) mutations.observe(document, { childList: true, subtree: true });
  };
  const look = (): void => {
    void judge(visit.judging.signal).then(conclude);
  };
  const arrive = (): void => {
    const address = addressOf(location);
    if (address === visit.address) return;
    visit.judging.abort();
    visit = { address, looks: 0, enough: looksAfterNavigation, judging: new AbortController() };
    lookLater();
  };

  onAddressChange(arrive, signal);
  window.addEventListener('pageshow', ({ persisted }) => persisted && reported && say(true), { signal });
  look();
  return stop;
}
