import browser from 'webextension-polyfill';

/** Whether the browser lets the extension fetch from all these origins as things stand. */
export async function hasAccess(origins: readonly string[]): Promise<boolean> {
  const { origins: granted = [] } = await browser.permissions.getAll();
  return origins.every((origin) => granted.some((pattern) => covers(pattern, new URL(origin))));
}

/** Asks the person for access to these origins; only while a click is being handled. */
export function askForAccess(origins: readonly string[]): Promise<boolean> {
  return browser.permissions.request({ origins: origins.map(patternOf) });
}

/** Whether scripts of ours may enter every page of a site, which the detector's own access does not allow. */
export function mayEnter(site: string): Promise<boolean> {
  return browser.permissions.contains({ origins: pagesOf(site) });
}

/** Asks the person for that; only while a click is being handled. */
export function askToEnter(site: string): Promise<boolean> {
  return browser.permissions.request({ origins: pagesOf(site) });
}

/** Gives that access back. */
export async function giveUpEntry(site: string): Promise<void> {
  try {
    await browser.permissions.remove({ origins: pagesOf(site) });
  } catch (error) {
    console.info('the browser keeps the access as it is', error);
  }
}

/** One by one: to Firefox `*:` is more than these two. */
function pagesOf(site: string): string[] {
  return [`http://${site}/*`, `https://${site}/*`];
}

/** Match patterns know no ports. */
function patternOf(origin: string): string {
  const { protocol, hostname } = new URL(origin);
  return `${protocol}//${hostname}/*`;
}

function covers(pattern: string, { protocol, hostname }: URL): boolean {
  if (pattern === '<all_urls>') return true;
  const [, scheme = '', host = ''] = /^(\*|https?):\/\/([^/]+)\//.exec(pattern) ?? [];
  const fitsHost = host === '*' || host === hostname || (host.startsWith('*.') && `.${hostname}`.endsWith(host.slice(1)));
  return fitsHost && (scheme === '*' || `${scheme}:` === protocol);
}
