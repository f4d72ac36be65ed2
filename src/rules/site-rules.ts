import type { SiteRule } from './site-rule.ts';
import { businessPress } from './sites/business-press.ts';
import { platforms } from './sites/platforms.ts';
import { portals } from './sites/portals.ts';
import { technologyPress } from './sites/technology-press.ts';

/** Every outlet whose pages are known; the order says nothing, the most specific host wins. */
export const siteRules: readonly SiteRule[] = [
  ...businessPress,
  ...technologyPress,
  ...portals,
  ...platforms,
];
