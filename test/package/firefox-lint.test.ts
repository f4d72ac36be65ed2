import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { builtFor } from '../../scripts/build-extension.mjs';

interface Finding {
  code: string;
  file: string;
  line: number;
  column: number;
}

const folder = process.env['JINGDU_FIREFOX_EXTENSION'] ?? builtFor('firefox');
const root = join(import.meta.dirname, '../..');

/** The places of libraries that assign innerHTML; CONTRIBUTING.md says why each does no harm. */
const known = [
  ['preact', /\.innerHTML=[\w$]+\.__html\)/],
  ['dompurify', /\.documentElement\.innerHTML=[\w$]+\?[\w$]+:[\w$]+\}catch/],
  ['readability', /_charThreshold.*\.innerHTML=[\w$]+,this\._attempts/],
  ['readability', /_isSingleImage.*createElement\(`div`\);[\w$]+\.innerHTML=[\w$]+\.innerHTML/],
] as const;

test('web-ext finds no error, and nothing to warn of but what libraries do', () => {
  const args = [join(root, 'node_modules/web-ext/bin/web-ext.js'), 'lint', '--source-dir', folder, '--output', 'json', '--no-config-discovery', '--no-input'];
  const { stdout } = spawnSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 16 << 20 });
  const { errors, notices, warnings, scanned } = JSON.parse(stdout) as Record<'errors' | 'notices' | 'warnings', Finding[]> & { scanned?: unknown };
  expect({ errors, notices, scanned: scanned ?? 'all' }).toEqual({ errors: [], notices: [], scanned: 'all' });
  expect(warnings.filter((warning) => libraryOf(warning) === undefined)).toEqual([]);
  expect([...new Set(warnings.map(libraryOf))].sort()).toEqual(['dompurify', 'preact', 'readability']);
}, 60_000);

function libraryOf({ code, file, line, column }: Finding): string | undefined {
  if (code !== 'UNSAFE_VAR_ASSIGNMENT') return undefined;
  const text = readFileSync(join(folder, file), 'utf8').split('\n')[line - 1] ?? '';
  const around = text.slice(Math.max(0, column - 200), column + 60);
  return known.find(([, place]) => place.test(around))?.[0];
}
