// @ts-check
import { findReprints, saveOne } from './saving.mjs';
import { bytesOf, fill, removeOldest } from './seed.mjs';
import { scrollThrough } from './scrolling.mjs';
import { plainScan, typeQuery } from './typing.mjs';

/** The bench's part in a page of the extension, with the library's own code: what it stores is what the library stores. */
export const bench = { bytesOf, fill, findReprints, plainScan, removeOldest, saveOne, scrollThrough, typeQuery };
