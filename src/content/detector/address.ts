/** The address without its fragment, unless the fragment is a route of a single-page site (`#/post/1`). */
export function addressOf({ href }: Pick<Location, 'href'>): string {
  return href.replace(/#(?!!?\/).*/, '');
}

/**
 * Calls back when the page may have changed its address without being loaded anew. The Navigation API
 * sees `history.pushState` from the script's own world; where it is missing, only going back and forth is seen.
 */
export function onAddressChange(callback: () => void, signal: AbortSignal): void {
  const { navigation } = window as Window & { navigation?: EventTarget };
  navigation?.addEventListener('currententrychange', callback, { signal });
  window.addEventListener('popstate', callback, { signal });
}
