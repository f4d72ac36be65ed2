/** The height of a row that was measured. */
export interface MeasuredRow {
  index: number;
  key: string;
  /** CSS px. */
  height: number;
}

/** Where each row of a list begins, and behind the last one where the list ends; it learns their heights as they are drawn. */
export class RowOffsets<T> {
  /** CSS px from the top of the list, one more than there are rows. */
  starts = new Float64Array(1);
  readonly #heights = new Map<string, number>();
  #items: readonly T[] = [];

  constructor(readonly keyOf: (item: T) => string, readonly estimate: number) {}

  /** Takes these rows for the list; what is known of their heights stays known. */
  place(items: readonly T[]): void {
    if (items === this.#items) return;
    this.#items = items;
    this.#sum();
  }

  /** Learns heights. Answers by how much the row that was `anchor` has moved; undefined where nothing was new. */
  learn(rows: readonly MeasuredRow[], anchor: number): number | undefined {
    const fresh = rows.filter(({ key, height }) => height > 0 && this.#heights.get(key) !== height);
    if (fresh.length === 0) return undefined;
    const before = this.starts[anchor] ?? 0;
    let shift = 0;
    let from = 0;
    for (const { index, key, height } of fresh.sort((a, b) => a.index - b.index)) {
      this.#shift(from, index, shift);
      shift += height - (this.#heights.get(key) ?? this.estimate);
      from = index + 1;
      this.#heights.set(key, height);
    }
    this.#shift(from, this.starts.length - 1, shift);
    return (this.starts[anchor] ?? 0) - before;
  }

  /** In another width each row has another height. */
  forget(): void {
    this.#heights.clear();
    this.#sum();
  }

  /** The last row that begins at or above a place. */
  rowAt(place: number): number {
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.starts[middle] ?? 0) <= place) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  #sum(): void {
    const starts = new Float64Array(this.#items.length + 1);
    // Ten thousand rows are looked up in as many nanoseconds times a hundred: not where nothing is known of any.
    const heightOf = this.#heights.size === 0 ? () => this.estimate : (item: T) => this.#heights.get(this.keyOf(item)) ?? this.estimate;
    let end = 0;
    this.#items.forEach((item, index) => { starts[index + 1] = end += heightOf(item); });
    this.starts = starts;
  }

  #shift(from: number, to: number, by: number): void {
    if (by === 0) return;
    for (let index = from; index <= to; index += 1) this.starts[index] = (this.starts[index] ?? 0) + by;
  }
}
