import { useCallback, useEffect, useState } from 'preact/hooks';
import type { Arrangement } from '../library/arrange.ts';
import type { View } from './view-address.ts';
import { hashOf, viewIn } from './view-address.ts';

interface ViewState extends View {
  arrangeBy: (arrangement: Arrangement) => void;
  setQuery: (query: string) => void;
}

/** Milliseconds; browsers count the changes of an address. */
const rest = 250;

/** What the page shows, told by its address: a page that is loaded anew shows it again, and the way back leads to what the list was narrowed to before. */
export function useView(): ViewState {
  const [view, setView] = useState(() => viewIn(location.hash));
  useEffect(() => {
    const follow = (): void => setView(viewIn(location.hash));
    window.addEventListener('popstate', follow);
    return () => window.removeEventListener('popstate', follow);
  }, []);
  useEffect(() => {
    const there = viewIn(location.hash);
    if (hashOf({ ...there, query: '' }) !== hashOf({ ...view, query: '' })) history.pushState(null, '', addressOf(view));
    if (there.query === view.query) return undefined;
    const timer = setTimeout(() => history.replaceState(history.state, '', addressOf(view)), rest);
    return () => clearTimeout(timer);
  }, [view]);
  const arrangeBy = useCallback((arrangement: Arrangement) => setView((before) => ({ ...before, arrangement })), []);
  const setQuery = useCallback((query: string) => setView((before) => ({ ...before, query })), []);
  return { ...view, arrangeBy, setQuery };
}

function addressOf(view: View): string {
  return hashOf(view) || location.pathname;
}
