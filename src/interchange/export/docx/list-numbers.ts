import type { Container } from '../../../model/redline/rows.ts';
import type { List } from '../../../model/record/record.ts';

/** How the items of one list are printed. */
export interface ListNumbers {
  readonly name: string;
  /** Counted from 0, for lists inside lists. */
  readonly level: number;
  /** Absent on a list that does not count. */
  readonly order?: NonNullable<List['order']> | undefined;
}

const DEEPEST = 8;

/**
 * Lists of the old text that go on in the new one, by the items that keep their places. Two lists that are one share their
 * numbers, so that the labels are right whatever is decided about the items.
 */
export class ListPairs {
  readonly #partners = new Map<object, object>();
  readonly #numbers = new Map<object, ListNumbers>();

  /** Whether the two paths stand in the same lists, as far as they were not already said to be others. Remembers the answer. */
  areSame(old: readonly Container[], fresh: readonly Container[]): boolean {
    const [from, to] = [listsIn(old), listsIn(fresh)];
    return (
      from.length === to.length &&
      from.every(({ node }, index) => {
        const other = to[index]?.node ?? node;
        const [known, back] = [this.#partners.get(node), this.#partners.get(other)];
        if (known !== undefined || back !== undefined) return known === other;
        this.#partners.set(node, other).set(other, node);
        return true;
      })
    );
  }

  /** Every list that was asked for, in the order in which it was. */
  get all(): readonly ListNumbers[] {
    return [...new Set(this.#numbers.values())];
  }

  /** The numbers of the innermost list of a path. */
  numbersOf(path: readonly Container[]): ListNumbers | undefined {
    const lists = listsIn(path);
    const innermost = lists.at(-1);
    if (!innermost) return undefined;
    const partner = this.#partners.get(innermost.node) ?? innermost.node;
    const known = this.#numbers.get(innermost.node) ?? this.#numbers.get(partner);
    const level = Math.min(lists.length - 1, DEEPEST);
    const numbers = known ?? { name: `list-${this.all.length + 1}`, level, order: orderOf(innermost.facts) };
    this.#numbers.set(innermost.node, numbers).set(partner, numbers);
    return numbers;
  }
}

function listsIn(path: readonly Container[]): readonly Container[] {
  return path.filter(({ type }) => type === 'list');
}

function orderOf(facts: string): ListNumbers['order'] {
  const match = /^([1aAiI]) (-?\d+)$/u.exec(facts);
  const marker = (['1', 'a', 'A', 'i', 'I'] as const).find((one) => one === match?.[1]);
  return marker && { marker, start: Number(match?.[2]) };
}
