import { sendToBackground } from '../../messages.ts';
import type { ReprintDesk } from './use-reprint.ts';

/** The background does it, for whichever view asks. */
export const reprintDesk: ReprintDesk = {
  findReprint: (id) => sendToBackground('findReprint', { id }),
  openReprint: (pair) => sendToBackground('openReprint', pair),
  replaceReprint: (pair) => sendToBackground('replaceReprint', pair),
};
