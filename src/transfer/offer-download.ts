import type { ExportedFile } from '../library/export/export-file.ts';

/** How long a browser may take to begin saving, in milliseconds; until then the file must not be let go. */
const timeToSave = 60_000;

/** Hands a file over as a download, for which a link is enough and no permission is needed. */
export function offerDownload({ name, type, pieces }: ExportedFile, document: Document): void {
  const address = URL.createObjectURL(new Blob(pieces, { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), timeToSave);
}
