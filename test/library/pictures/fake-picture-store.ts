import type { PictureUse } from '../../../src/library/pictures/picture-store.ts';

/** The pictures of a test, which stand in memory; `fault` is thrown by whoever writes or lists. */
export function createFakePictureStore() {
  const state: { uses: PictureUse[]; fault: Error | undefined } = { uses: [], fault: undefined };
  const check = (): void => { if (state.fault) throw state.fault; };
  return {
    state,
    putPicture: async (use: Omit<PictureUse, 'size'>, blob: Blob) => {
      check();
      state.uses = [...state.uses.filter(({ id, address }) => id !== use.id || address !== use.address), { ...use, size: blob.size }];
    },
    usesOf: async (wanted: string) => state.uses.filter(({ id }) => id === wanted),
    allUses: async () => { check(); return state.uses; },
    dropUses: async (ids: readonly string[], stays: (address: string) => boolean = () => false) => {
      state.uses = state.uses.filter(({ id, address }) => !ids.includes(id) || stays(address));
    },
    pictureBytes: async () => { check(); return [...new Map(state.uses.map(({ hash, size }) => [hash, size])).values()].reduce((sum, size) => sum + size, 0); },
  };
}
