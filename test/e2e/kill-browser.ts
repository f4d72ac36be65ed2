import { readFileSync, readdirSync } from 'node:fs';

/** Ends the browser of this profile as a power cut would; its other processes end with it. */
export function killBrowser(folder: string): void {
  for (const process_ of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    const words = commandLine(process_);
    if (words.includes(`--user-data-dir=${folder}`) && !words.some((word) => word.startsWith('--type='))) process.kill(Number(process_), 'SIGKILL');
  }
}

function commandLine(id: string): string[] {
  try {
    return readFileSync(`/proc/${id}/cmdline`, 'utf8').split('\0');
  } catch (error) {
    if (error instanceof Error) return []; // it has ended in the meantime
    throw error;
  }
}
