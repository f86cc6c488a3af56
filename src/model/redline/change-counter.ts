import type { ChangeKind } from './kinds.ts';

/** One change of a redline, as readers step through them. */
export interface RedlineChange {
  /** From 1, in reading order. */
  readonly number: number;
  /** The weightiest first; at least one. */
  readonly kinds: readonly ChangeKind[];
  /** Place of its section in the redline. */
  readonly section: number;
}

/** Numbers changes in the order in which they are met. */
export class ChangeCounter {
  readonly #changes: { number: number; kinds: readonly ChangeKind[]; section: number }[] = [];

  get count(): number {
    return this.#changes.length;
  }

  get changes(): readonly RedlineChange[] {
    return this.#changes;
  }

  /** The number of the new change. */
  add(kinds: readonly ChangeKind[], section: number): number {
    const number = this.#changes.length + 1;
    this.#changes.push({ number, kinds: [...new Set(kinds)], section });
    return number;
  }

  /** A change that goes on elsewhere is also of these kinds. */
  extend(number: number, kinds: readonly ChangeKind[]): void {
    const change = this.#changes[number - 1];
    if (change) change.kinds = [...new Set([...change.kinds, ...kinds])];
  }
}
