// @ts-check
import { installDependencies, returnToCaller } from './bootstrap.mjs';
import { parseArguments, usage } from './extract/arguments.mjs';
import { printableLine } from './extract/printable-line.mjs';

const request = parseArguments(process.argv.slice(2));
if (request === undefined) {
  process.stderr.write(usage);
  process.exitCode = 2;
} else {
  installDependencies();
  returnToCaller();
  const { extractFiles } = await import('./extract/extract-files.mjs');
  for await (const result of extractFiles(request.files, { siteRules: request.siteRules })) {
    process.stdout.write(`${printableLine(result)}\n`);
    if ('error' in result) process.exitCode = 1;
  }
}
