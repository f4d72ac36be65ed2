/**
 * Tells texts that are nearly the same without comparing them letter by letter.
 *
 * The text is taken as the set of its shingles, all runs of four letters and digits (A. Broder, "On the resemblance and
 * containment of documents", 1997); Chinese needs no segmentation for that. The set is folded to 64 bits that differ in
 * few places where the sets differ little (M. Charikar, "Similarity estimation techniques from rounding algorithms",
 * 2002; for near-duplicate pages: G. Manku, A. Jain, A. Das Sarma, "Detecting near-duplicates for web crawling", 2007).
 */
export interface Fingerprint {
  high: number;
  low: number;
}

/** Letters to a shingle. */
const width = 4;

/** The fingerprint of a folded text: its SimHash. */
export function fingerprintOf(folded: string): Fingerprint {
  const votes = new Int32Array(64);
  for (const shingle of shinglesOf(folded)) {
    vote(votes, 0, mix(shingle));
    vote(votes, 32, mix(shingle ^ 0x9e3779b9));
  }
  return { high: verdict(votes, 0), low: verdict(votes, 32) };
}

/** In how many of their 64 bits two fingerprints differ: about 32 for texts that have nothing in common. */
export function distanceOf(a: Fingerprint, b: Fingerprint): number {
  return bitsIn(a.high ^ b.high) + bitsIn(a.low ^ b.low);
}

/** What two texts have in common, from 0 to 1. */
export interface Overlap {
  /** How much of both is the same: twice the shingles they share, by the number of both (Dice). */
  likeness: number;
  /** How much of the shorter one stands in the other (A. Broder's containment). */
  containment: number;
}

/** Compares two folded texts by their shingles. */
export function overlapOf(a: string, b: string): Overlap {
  const [one, other] = [shinglesOf(a), shinglesOf(b)];
  let shared = 0;
  for (const shingle of one) if (other.has(shingle)) shared += 1;
  return { likeness: (2 * shared) / Math.max(one.size + other.size, 1), containment: shared / Math.max(Math.min(one.size, other.size), 1) };
}

/** Only letters and digits: reprints change punctuation, spaces and line breaks at will. */
export function lettersOf(folded: string): string {
  return folded.replace(/[^\p{L}\p{N}]+/gu, '');
}

/** The shingles as FNV-1a hashes over their UTF-16 units; two that fall together are too few to count. */
function shinglesOf(folded: string): Set<number> {
  const letters = lettersOf(folded);
  const shingles = new Set<number>();
  for (let start = 0; start + width <= letters.length; start += 1) {
    let hash = 0x811c9dc5;
    for (let index = start; index < start + width; index += 1) hash = Math.imul(hash ^ letters.charCodeAt(index), 0x01000193);
    shingles.add(hash);
  }
  return shingles;
}

/** The finaliser of MurmurHash3, after which every bit depends on every other. */
function mix(hash: number): number {
  const once = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  const twice = Math.imul(once ^ (once >>> 13), 0xc2b2ae35);
  return twice ^ (twice >>> 16);
}

function vote(votes: Int32Array, from: number, hash: number): void {
  for (let bit = 0; bit < 32; bit += 1) votes[from + bit] = (votes[from + bit] ?? 0) + (((hash >>> bit) & 1) === 1 ? 1 : -1);
}

function verdict(votes: Int32Array, from: number): number {
  let bits = 0;
  for (let bit = 0; bit < 32; bit += 1) if ((votes[from + bit] ?? 0) > 0) bits |= 1 << bit;
  return bits;
}

function bitsIn(value: number): number {
  let count = 0;
  for (let rest = value >>> 0; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}
