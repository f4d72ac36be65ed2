import { vi } from 'vitest';
import type { BackupCare, BackupState } from '../../src/library/backup-reminder.ts';

/** Backups of which so many articles are missing. */
export function createFakeBackupCare(state: Partial<BackupState> = {}) {
  const changes = new EventTarget();
  const kept: BackupState = { at: 0, waiting: 0, due: false, ...state };
  return {
    read: vi.fn(async (): Promise<BackupState> => ({ ...kept })),
    postpone: vi.fn(async () => {
      kept.due = false;
      changes.dispatchEvent(new Event('change'));
    }),
    onChange: (callback: () => void, signal: AbortSignal): void => changes.addEventListener('change', callback, { signal }),
  } satisfies BackupCare;
}
