import { copyrightLineRules } from './copyright-line-rules.ts';
import { creditLineRules } from './credit-line-rules.ts';
import { followLineRules } from './follow-line-rules.ts';
import { frameLineRules } from './frame-line-rules.ts';
import { pageLineRules } from './page-line-rules.ts';
import type { LineRule } from './promo-rule.ts';
import { worldLineRules } from './world-line-rules.ts';

/** Lines that are not the article, in the order in which they are tried. */
export const lineRules: readonly LineRule[] = [...frameLineRules, ...copyrightLineRules, ...followLineRules, ...creditLineRules, ...pageLineRules, ...worldLineRules];
