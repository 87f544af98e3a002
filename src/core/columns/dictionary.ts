/** Values by position, each held once, in the order in which they came. */
export class Dictionary<T extends string = string> {
  readonly values: T[] = [];
  readonly #positions = new Map<T, number>();

  /** The position of a value, which is added when it is new; -1 for none. */
  add(value: T | null): number {
    if (value === null) return -1;
    const known = this.#positions.get(value);
    if (known !== undefined) return known;
    const position = this.values.push(value) - 1;
    this.#positions.set(value, position);
    return position;
  }

  positionOf(value: T): number | undefined {
    return this.#positions.get(value);
  }
}
