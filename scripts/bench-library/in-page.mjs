// @ts-check
import { bytesOf, fill, removeOldest, saveSome } from './seed.mjs';
import { scrollThrough } from './scrolling.mjs';
import { plainScan, typeQuery } from './typing.mjs';

/** The bench's part in a page of the extension, with the library's own code: what it stores is what the library stores. */
export const bench = { bytesOf, fill, plainScan, removeOldest, saveSome, scrollThrough, typeQuery };
