import type { SiteRule } from './site-rule.ts';
import { siteRules } from './site-rules.ts';

/** The most specific rule for an address: of the rules that match, the one with the longest host, then the longest path. */
export function findSiteRule(url: string, rules: readonly SiteRule[] = siteRules): SiteRule | undefined {
  if (!URL.canParse(url)) return undefined;
  const address = new URL(url);
  return rules.filter((rule) => isFor(rule, address)).sort((a, b) => specificity(b) - specificity(a))[0];
}

function isFor(rule: SiteRule, { hostname, pathname }: URL): boolean {
  const sameHost = hostname === rule.host || hostname.endsWith(`.${rule.host}`);
  return sameHost && pathname.startsWith(rule.path ?? '/');
}

/** No path is as long as the weight of one character of the host. */
function specificity({ host, path = '' }: SiteRule): number {
  return host.length * 1000 + path.length;
}
