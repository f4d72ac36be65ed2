import { isNumber, shapeOf } from '../shape.ts';
import { countAfter } from './ledger/ledger-store.ts';
import { onRecordsChange, readRecords, writeRecords } from './record-store.ts';

/** How it stands with the copies outside the browser, which alone outlive the extension's removal. */
export interface BackupState {
  /** Milliseconds since the epoch of the last backup; 0 for none. */
  at: number;
  /** How many articles were saved or changed since. */
  waiting: number;
  /** Whether it is time to say so. */
  due: boolean;
}

/** What views ask about backups. */
export interface BackupCare {
  read(): Promise<BackupState>;
  /** Says nothing until as many articles again are waiting. */
  postpone(): Promise<void>;
  /** Calls back when a backup was made, or the reminder put off, in whatever tab. */
  onChange(callback: () => void, signal: AbortSignal): void;
}

interface BackupRecord {
  at: number;
  /** Nothing is said before so many wait. */
  silentUntil: number;
}

const key = 'backup';
/** One more reminder for each of so many articles. */
const step = 50;
const isBackupRecord = shapeOf<BackupRecord>({ at: isNumber, silentUntil: isNumber });

/** The backups of this browser's library. */
export const backupCare: BackupCare = {
  read: async () => {
    const { at, silentUntil } = await readRecord();
    const waiting = await countAfter(at);
    return { at, waiting, due: waiting >= Math.max(step, silentUntil) };
  },
  postpone: async () => {
    const { at } = await readRecord();
    await writeRecords({ [key]: { at, silentUntil: (await countAfter(at)) + step } satisfies BackupRecord });
  },
  onChange: (callback, signal) => onRecordsChange((keys) => { if (keys.includes(key)) callback(); }, signal),
};

/** Remembers that everything there was at a moment has been handed out; that it cannot be remembered does the backup no harm. */
export async function noteBackup(at: number): Promise<void> {
  try {
    await writeRecords({ [key]: { at, silentUntil: 0 } satisfies BackupRecord });
  } catch (error) {
    console.warn('the date of the backup could not be kept', error);
  }
}

async function readRecord(): Promise<BackupRecord> {
  const { records } = await readRecords([key]);
  const record = records.get(key);
  return isBackupRecord(record) ? record : { at: 0, silentUntil: 0 };
}
