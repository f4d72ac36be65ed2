import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { waitUntil } from '../../scripts/browser/wait-until.mjs';
import type { Firefox } from '../../scripts/firefox/launch-firefox.mjs';
import type * as Harness from '../safety/in-page/harness.tsx';
import { pretendExtension } from '../safety/in-page/surroundings.ts';
import { bundleInPage } from '../safety/plain-browser.ts';
import type { RecordingSite } from '../safety/recording-site.ts';
import { recordingSite } from '../safety/recording-site.ts';
import { shownAsPicture, vectors } from '../safety/vectors/all.ts';
import { executable, startFirefox, temporaryProfile } from './firefox.ts';

/** What the page itself finds out, and writes where the test can read it. */
interface Findings {
  verdicts: Harness.Verdict[];
  fired: unknown[];
}

// Firefox parses and runs markup by code of its own: the same vectors, in pages without any policy.
describe.skipIf(executable === undefined)('in Firefox', () => {
  const profile = temporaryProfile();
  let firefox: Firefox;
  let site: RecordingSite;

  beforeAll(async () => {
    const script = `<script>${(await bundleInPage('harness.tsx')).replaceAll('</script', '<\\/script')}</script>`;
    site = await recordingSite({
      '/plain': pageOf('', 'document.body.innerHTML = "<img src=x: onerror=canary(1)>"; await new Promise((resolve) => setTimeout(resolve, 500)); return [];'),
      ...Object.fromEntries(['throughPage', 'throughStore', 'throughField'].map((way) => [`/${way}`, pageOf(script, `return jingduSafety.runAll('${way}', location.origin);`)])),
    });
    firefox = await startFirefox(profile.path);
  });

  afterAll(async () => {
    await firefox.close();
    await site.close();
    profile.remove();
  });

  test('the canary sings where nothing is sanitized', async () => {
    expect((await findingsAt('/plain')).fired).toEqual([1]);
  });

  test.each(['throughPage', 'throughStore', 'throughField'])('%s: nothing runs, nothing is left that could, and the words are all there', async (way) => {
    site.takeRequests();
    const { verdicts, fired } = await findingsAt(`/${way}`);
    const bad = verdicts.filter(({ residue, lost }) => residue.length + lost.length > 0);
    console.info(`${way}: ${verdicts.length} tried, ${verdicts.length - bad.length} held`);
    expect(bad).toEqual([]);
    expect(verdicts.length).toBeGreaterThanOrEqual(way === 'throughField' ? 100 : vectors.length);
    expect(fired).toEqual([]);
    const asked = new Set(site.takeRequests().filter((path) => path !== `/${way}`));
    expect([...asked].filter((path) => way !== 'throughPage' || !shownAsPicture(path))).toEqual([]);
  });

  async function findingsAt(path: string): Promise<Findings> {
    await firefox.goto(site.origin + path);
    const findings = await waitUntil(() => firefox.run('content', () => document.documentElement.getAttribute('data-findings') ?? undefined), 'the findings', 100_000);
    return JSON.parse(findings) as Findings;
  }
});

/** A page that tries the vectors by itself, waits for what comes late, and tells. */
function pageOf(head: string, work: string): string {
  return `<!doctype html><meta charset="utf-8"><title>x</title><script>
    const fired = []; window.canary = (index) => fired.push(index);
    (${pretendExtension.toString()})();
  </script>${head}<body><script>
    (async () => { ${work} })().catch((error) => [{ name: String(error), residue: [String(error)], lost: [] }]).then((verdicts) => setTimeout(() => {
      document.documentElement.setAttribute('data-findings', JSON.stringify({ verdicts, fired: [...new Set(fired)] }));
    }, 1000));
  </script></body>`;
}
