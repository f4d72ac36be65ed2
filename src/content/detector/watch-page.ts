import { addressOf, onAddressChange } from './address.ts';

/** What the watch needs of the outside. */
export interface Surroundings {
  window: Window;
  /** Decides in idle moments whether the page is an article; undefined when the signal came first. */
  judge(signal: AbortSignal): Promise<boolean | undefined>;
  report(readerable: boolean): Promise<void>;
  /** Whether the extension is still there. */
  isConnected(): boolean;
}

/** Waits before each further look at one address, in milliseconds. Their number is the most looks that an ever-changing page gets. */
const waits = [500, 1_000, 2_000, 4_000, 8_000, 16_000];
/** A single-page site shows the old article for a while under the new address, so its verdict is looked at twice. */
const looksAfterNavigation = 2;

/**
 * Watches one page for as long as it lives: decides once, again after late content and on a new
 * address of a single-page site, and reports only what changes. The returned function ends it.
 */
export function watchPage(surroundings: Surroundings): () => void {
  const watch = new PageWatch(surroundings);
  watch.start();
  return () => watch.stop();
}

class PageWatch {
  private readonly ending = new AbortController();
  private readonly mutations: MutationObserver;
  private visit = { address: '', looks: 0, isFirst: true };
  private judging = new AbortController();
  private timer = 0;
  private reported = false;

  constructor(private readonly around: Surroundings) {
    this.mutations = new MutationObserver(() => this.lookLater());
  }

  start(): void {
    const { window } = this.around;
    const { signal } = this.ending;
    this.visit.address = addressOf(window.location);
    onAddressChange(window, () => this.arrive(), signal);
    window.addEventListener('pageshow', (event) => event.persisted && this.reported && this.say(true), { signal });
    void this.look();
  }

  stop(): void {
    this.ending.abort();
    this.judging.abort();
    this.mutations.disconnect();
    this.around.window.clearTimeout(this.timer);
  }

  private arrive(): void {
    const address = addressOf(this.around.window.location);
    if (address === this.visit.address) return;
    this.visit = { address, looks: 0, isFirst: false };
    this.judging.abort();
    this.around.window.clearTimeout(this.timer);
    this.lookLater();
  }

  /** The observer rests while a look is due, so that a page that never stops changing costs a handful of callbacks in all. */
  private lookLater(): void {
    this.mutations.disconnect();
    const wait = waits[this.visit.looks];
    if (wait === undefined) return;
    this.visit.looks += 1;
    this.timer = this.around.window.setTimeout(() => void this.look(), wait);
  }

  private async look(): Promise<void> {
    if (!this.around.isConnected()) return this.stop();
    this.judging = new AbortController();
    const { signal } = this.judging;
    const readerable = await this.around.judge(signal);
    if (readerable === undefined || signal.aborted) return;
    this.conclude(readerable);
  }

  private conclude(readerable: boolean): void {
    if (readerable !== this.reported) this.say(readerable);
    const mustLookAgain = !this.visit.isFirst && this.visit.looks < looksAfterNavigation;
    if (mustLookAgain) this.lookLater();
    else if (!readerable) this.mutations.observe(this.around.window.document, { childList: true, subtree: true });
  }

  private say(readerable: boolean): void {
    this.reported = readerable;
    if (!this.around.isConnected()) return this.stop();
    this.around.report(readerable).catch(() => this.stopIfLeftBehind());
  }

  private stopIfLeftBehind(): void {
    if (!this.around.isConnected()) this.stop();
  }
}
