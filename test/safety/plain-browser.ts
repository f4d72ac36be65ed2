import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import type { Browser } from 'playwright-core';
import { requireBrowser } from '../../scripts/browser/find-browser.mjs';
import { canSandbox, quietArguments } from '../../scripts/browser/launch-browser.mjs';
import { bundleScript } from '../../scripts/extract/bundle.mjs';

/** A browser without the extension, which reaches nothing but this computer. */
export function startPlainBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: requireBrowser(), chromiumSandbox: canSandbox(), args: [...quietArguments, '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost'] });
}

/** A module of `in-page` as one script that leaves its exports in `jingduSafety`. */
export function bundleInPage(file: string): Promise<string> {
  return bundleScript(fileURLToPath(new URL(`in-page/${file}`, import.meta.url)), 'jingduSafety');
}
