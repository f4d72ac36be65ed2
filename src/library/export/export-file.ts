import { noteBackup } from '../backup-reminder.ts';
import { readRowsOf } from '../rows.ts';
import { writeBackup } from './backup.ts';
import type { BackupEntry } from './backup-format.ts';
import { toCsv } from './csv.ts';
import { createEpub } from './epub.ts';
import type { BookInfo } from './epub-book.ts';
import type { ExportItem } from './export-item.ts';
import { toFileName, uniqueNames } from './file-name.ts';
import { toHtmlFile } from './html-file.ts';
import type { ReadingWatch } from './library-source.ts';
import { backupEntries, exportItems } from './library-source.ts';
import { localDate } from './local-time.ts';
import { toMarkdown } from './markdown.ts';
import type { PictureFinder } from './pictures.ts';
import { createZip } from './zip.ts';

export type ExportFormat = 'markdown' | 'html' | 'epub' | 'csv' | 'backup';

/** What is wanted, and what it takes to make it. */
export interface ExportJob extends ReadingWatch {
  format: ExportFormat;
  /** The articles, in the order in which they are to stand; a backup has all there are. */
  ids: readonly string[];
  /** How a file of several articles is called and headed; its language is that of the interface. */
  book: BookInfo;
  findPicture: PictureFinder;
  /** Whether a backup takes the kept pictures along. */
  withPictures?: boolean | undefined;
  document: Document;
}

/** A file to be saved. */
export interface ExportedFile {
  name: string;
  type: string;
  pieces: BlobPart[];
  /** How many articles are in it, and how many of the wanted ones could not be read. */
  written: number;
  left: number;
}

type Made = Omit<ExportedFile, 'left'>;

/** Makes the file. Rejects with the signal's reason once that is aborted, and where none of the articles can be read. */
export async function exportFile(job: ExportJob): Promise<ExportedFile> {
  const makers: Record<ExportFormat, (job: ExportJob) => Promise<Made>> = {
    markdown: (wanted) => separateFiles(wanted, { ending: 'md', type: 'text/markdown', write: (item) => toMarkdown(item, wanted.document) }),
    html: (wanted) => separateFiles(wanted, { ending: 'html', type: 'text/html', write: (item) => toHtmlFile(item, wanted.findPicture, wanted.document) }),
    epub: bookFile,
    csv: listFile,
    backup: backupFile,
  };
  const made = await makers[job.format](job);
  // An empty archive says nothing, and a book without a chapter is none.
  if (made.written === 0 && job.ids.length > 0 && job.format !== 'backup') throw new Error('none of the articles could be read');
  return { ...made, left: job.ids.length === 0 ? 0 : Math.max(0, job.ids.length - made.written) };
}

interface SeparateFiles {
  ending: string;
  type: string;
  write: (item: ExportItem) => string | Promise<string>;
}

/** One article is a file of its own, several are an archive of files. */
async function separateFiles(job: ExportJob, { ending, type, write }: SeparateFiles): Promise<Made> {
  const zip = createZip();
  const unique = uniqueNames();
  let single: Made | undefined;
  let written = 0;
  for await (const item of exportItems(job.ids, job)) {
    const name = `${unique(titleOf(item))}.${ending}`;
    const text = await write(item);
    written += 1;
    if (job.ids.length === 1) single = { name, type, pieces: [text], written };
    else await zip.add(name, text);
    job.signal.throwIfAborted();
  }
  return single ?? { name: `${datedName(job)}.zip`, type: 'application/zip', pieces: zip.finish(), written };
}

async function bookFile(job: ExportJob): Promise<Made> {
  const epub = await createEpub(job.book, job.findPicture, job.document);
  let written = 0;
  let name = datedName(job);
  for await (const item of exportItems(job.ids, job)) {
    await epub.add(item);
    written += 1;
    if (job.ids.length === 1) name = titleOf(item);
    job.signal.throwIfAborted();
  }
  return { name: `${name}.epub`, type: 'application/epub+zip', pieces: await epub.finish(), written };
}

async function listFile(job: ExportJob): Promise<Made> {
  const { rows } = await readRowsOf(job.ids);
  job.onProgress(rows.length, job.ids.length);
  return { name: `${datedName(job)}.csv`, type: 'text/csv', pieces: [toCsv(rows)], written: rows.length };
}

async function backupFile(job: ExportJob): Promise<Made> {
  const begun = Date.now();
  const pieces: string[] = [];
  let written = 0;
  const entries = countArticles(backupEntries(job), (count) => (written = count));
  for await (const piece of writeBackup(entries, begun)) pieces.push(piece);
  await noteBackup(begun);
  return { name: `${datedName(job)}.json`, type: 'application/json', pieces, written };
}

async function* countArticles(entries: AsyncIterable<BackupEntry>, report: (count: number) => void): AsyncGenerator<BackupEntry> {
  let count = 0;
  for await (const entry of entries) {
    if (entry.kind === 'article') count += 1;
    report(count);
    yield entry;
  }
}

function titleOf({ saved }: ExportItem): string {
  const { title, url } = saved.article;
  return toFileName(title === '' ? url : title);
}

function datedName({ book }: ExportJob): string {
  return toFileName(`${book.title} ${localDate(Date.now())}`);
}
