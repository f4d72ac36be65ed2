// @vitest-environment node
import { beforeEach, expect, test, vi } from 'vitest';
import { readLedgerIds } from '../../../src/library/ledger/ledger-store.ts';
import { forgetOtherPictures } from '../../../src/library/pictures/forget-pictures.ts';
import { sweepPictures } from '../../../src/library/pictures/picture-store.ts';

vi.mock('../../../src/library/ledger/ledger-store.ts', () => ({ readLedgerIds: vi.fn() }));
vi.mock('../../../src/library/pictures/picture-store.ts', () => ({ sweepPictures: vi.fn() }));

beforeEach(() => {
  vi.clearAllMocks();
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
});

test('the pictures of articles that the store has lost stay for the day on which they come back', async () => {
  vi.mocked(readLedgerIds).mockResolvedValue(['here', 'lost']);
  await forgetOtherPictures(['here', 'fresh']);
  expect(vi.mocked(sweepPictures).mock.calls).toEqual([[new Set(['here', 'fresh', 'lost'])]]);
});

test('where the ledger does not say what is missed, all of them stay', async () => {
  vi.mocked(readLedgerIds).mockRejectedValue(new Error('the database stays shut'));
  await forgetOtherPictures(['here']);
  expect(sweepPictures).not.toHaveBeenCalled();
});
