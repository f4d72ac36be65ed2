import { vi } from 'vitest';
import type { LibraryCare } from '../../src/library/library-care.ts';

/** The care of a library that nothing has happened to. */
export function createFakeCare(overrides: Partial<LibraryCare> = {}) {
  return {
    audit: vi.fn<LibraryCare['audit']>(async () => ({ losses: [], unknown: [] })),
    completeLedger: vi.fn<LibraryCare['completeLedger']>(async () => undefined),
    auditArticles: vi.fn<LibraryCare['auditArticles']>(async () => ({ losses: [], broken: 0 })),
    acceptLosses: vi.fn<LibraryCare['acceptLosses']>(async () => undefined),
    titlesOf: vi.fn<LibraryCare['titlesOf']>(async () => new Map()),
    measureRoom: vi.fn<LibraryCare['measureRoom']>(async () => ({ used: 0, quota: 0, bin: { ids: [], bytes: 0 }, largest: [] })),
    readPersistence: vi.fn<LibraryCare['readPersistence']>(async () => 'no-pictures'),
    askToPersist: vi.fn<LibraryCare['askToPersist']>(async () => 'kept'),
    ...overrides,
  };
}
