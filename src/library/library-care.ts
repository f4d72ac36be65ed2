import type { Audit, Loss, Verdict } from './ledger/audit.ts';
import { acceptLosses, auditArticles, auditRows, completeLedger, titlesOf } from './ledger/audit.ts';
import type { Persistence } from './pictures/persistence.ts';
import { askToPersist, readPersistence } from './pictures/persistence.ts';
import type { Room } from './room.ts';
import { measureRoom } from './room.ts';
import type { LibraryRow } from './rows.ts';

/** What keeps a library from harm, as the pages that show it see it. */
export interface LibraryCare {
  /** Compares the rows with what was written. */
  audit(rows: readonly LibraryRow[]): Promise<Audit>;
  /** Enters what the ledger does not know yet; takes its time. */
  completeLedger(ids: readonly string[], signal: AbortSignal): Promise<void>;
  /** Compares the articles themselves with their checksums. */
  auditArticles(ids: readonly string[], watch: { signal: AbortSignal; onProgress: (done: number) => void }): Promise<Verdict>;
  acceptLosses(losses: readonly Loss[]): Promise<void>;
  titlesOf(ids: readonly string[]): Promise<Map<string, string>>;
  measureRoom(rows: readonly LibraryRow[]): Promise<Room>;
  /** Whether the browser may clear the pictures when the disk runs full. */
  readPersistence(): Promise<Persistence>;
  /** Asks it not to; on a press alone, because it may ask in turn. */
  askToPersist(): Promise<Persistence>;
}

/** The care of the library of this browser. */
export const libraryCare: LibraryCare = {
  audit: auditRows,
  completeLedger,
  auditArticles,
  acceptLosses,
  titlesOf,
  measureRoom,
  readPersistence,
  askToPersist,
};
