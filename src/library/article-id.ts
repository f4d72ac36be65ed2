import { sha256 } from './sha256.ts';

/** Parameters that say how a reader came to the page, never which page it is. */
const trackingNames = new Set([
  'fbclid', 'gclid', 'msclkid', 'yclid', 'igshid', 'mc_cid', 'mc_eid', '_hsenc', '_hsmi',
  'bd_vid', 'qhclickid', 'vd_source', 'hmsr', 'hmpl', 'hmcu', 'hmkw', 'hmci',
  'spm', 'scm', 'spm_id_from', 'from', 'from_source', 'isappinstalled', 'nsukey', 'wxshare_count', 'weixin_share',
]);
const trackingPrefixes = ['utm_', 'share_', 'sharer_'];

/** Hosts whose articles are named by a few parameters, while the others change with every share. */
const namingParameters: Readonly<Record<string, readonly string[]>> = {
  'mp.weixin.qq.com': ['__biz', 'mid', 'idx', 'sn'],
};

/**
 * The address under which an article is known: http counts as https, parameters are sorted, those
 * that only track are gone, and so is the hash unless it is a route (`#/…`, `#!…`). Host (`m.`,
 * `www.`) and path stay, because two addresses taken for one would overwrite an article, while one
 * taken for two merely keeps it twice. Undefined for what is no address of a page.
 */
export function canonicalUrl(address: string): string | undefined {
  if (!URL.canParse(address)) return undefined;
  const url = new URL(address);
  if (!['http:', 'https:', 'file:'].includes(url.protocol)) return undefined;
  if (url.protocol === 'http:') url.protocol = 'https:';
  url.username = '';
  url.password = '';
  if (!/^#[!/]./.test(url.hash)) url.hash = '';
  const naming = url.pathname === '/s' ? namingParameters[url.hostname] : undefined;
  const kept = [...url.searchParams].filter(([name]) => (naming ? naming.includes(name) : !isTracking(name)));
  url.search = new URLSearchParams(kept.sort(byNameThenValue)).toString();
  return url.href;
}

/** The stable id of the article at an address: 32 hexadecimal digits of its canonical form's SHA-256. */
export async function articleId(address: string): Promise<string | undefined> {
  const canonical = canonicalUrl(address);
  if (canonical === undefined) return undefined;
  return (await sha256(canonical)).slice(0, 32);
}

function isTracking(name: string): boolean {
  const folded = name.toLowerCase();
  return trackingNames.has(folded) || trackingPrefixes.some((prefix) => folded.startsWith(prefix));
}

function byNameThenValue([a, x]: [string, string], [b, y]: [string, string]): number {
  return compare(a, b) || compare(x, y);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
