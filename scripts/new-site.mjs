// @ts-check
import { parseArgs } from 'node:util';
import { projectRoot } from './bootstrap.mjs';
import { addSite, hostOf, tables } from './new-site/add-site.mjs';

const known = tables(projectRoot);
const usage = `npm run new:site -- HOST [--table NAME]
  HOST          the site's host, such as example.com, or the address of one of its articles
  --table NAME  where the rule goes: ${known.join(', ')} (platforms by default)`;

try {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { table: { type: 'string', default: 'platforms' } } });
  const host = positionals.length === 1 ? hostOf(positionals[0] ?? '') : undefined;
  if (host === undefined || !known.includes(values.table)) throw new Error(usage);
  for (const line of addSite({ root: projectRoot, host, table: values.table })) console.log(line);
  console.log('\nNow write what this site is really like; CONTRIBUTING.md says how. Then: npx vitest run -c test/vitest.config.ts --project unit site-rules fixtures');
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}
