/** As much of the Navigation API as is used here; not every browser has it. */
export interface Navigation extends EventTarget {
  readonly currentEntry: HistoryEntry | null;
  entries(): HistoryEntry[];
}

interface HistoryEntry {
  readonly key: string;
  readonly index: number;
  readonly sameDocument: boolean;
}

/** A step in the history, as it is announced. */
export interface NavigateEvent extends Event {
  readonly navigationType: string;
  readonly destination: HistoryEntry;
}

/** The keys of the entries that were added here: the next one takes the place of the last. */
const ownEntries = new WeakMap<Navigation, string>();

interface WayBackOptions {
  close: () => void;
  signal: AbortSignal;
}

/**
 * Adds an entry of the same address and state to the history, so that Back closes the reader by whatever button or
 * gesture it is asked for; without one only keys and mouse buttons can be caught on an ordinary page. Closed otherwise,
 * the reader takes that step itself. A page that listens hears of a step from its own address to its own address, and
 * one step forward that leads nowhere remains: so nothing is added where that would cost more, see `mayAddEntry`. On
 * Android the dialog hears of Back by itself.
 */
export function addWayBack(window: Window, navigation: Navigation, { close, signal }: WayBackOptions): void {
  const before = navigation.currentEntry?.key;
  window.history.pushState(null, '');
  const added = navigation.currentEntry?.key ?? '';
  ownEntries.set(navigation, added);
  navigation.addEventListener('currententrychange', () => {
    if (navigation.currentEntry?.key === before) close();
  }, { signal });
  signal.addEventListener('abort', () => {
    if (navigation.currentEntry?.key === added) window.history.back();
  });
}

/**
 * Whether an entry of ours would harm nobody. A state or a second entry of this document is the mark of a router, which
 * may count its steps; and a new entry would cut off what lies ahead, which is not told of other sites but for how one came here.
 */
export function mayAddEntry({ history, performance }: Window, navigation: Navigation): boolean {
  const here = navigation.currentEntry;
  const entries = navigation.entries().filter(({ key }) => key !== ownEntries.get(navigation));
  const [arrival] = performance.getEntriesByType('navigation');
  const cameThroughHistory = arrival !== undefined && 'type' in arrival && arrival.type === 'back_forward';
  const isAlone = entries.filter(({ sameDocument }) => sameDocument).length === 1;
  return here !== null && history.state === null && isAlone && here.key === entries.at(-1)?.key && !cameThroughHistory;
}
