import type { SiteRule } from './site-rule.ts';

export function findSiteRule(url: string): SiteRule | undefined {
  void url;
  return undefined;
}
