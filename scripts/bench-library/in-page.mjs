// @ts-check
import { fill, removeOldest, saveSome } from './seed.mjs';
import { plainScan, typeAlong, typeQuery } from './typing.mjs';

/** The bench's part in a page of the extension, with the library's own code: what it stores is what the library stores. */
export const bench = { fill, plainScan, removeOldest, saveSome, typeAlong, typeQuery };
