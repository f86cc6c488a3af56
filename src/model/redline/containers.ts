import type { Container, Row } from './rows.ts';

/** Containers of the old text, each with the one of the new text that continues it. */
export type ContainerPairs = ReadonlyMap<object, Container>;

/** Two lists, items or quotes are one when most of the rows in them belong together. */
export function pairContainers(pairs: Iterable<readonly [old: Row, fresh: Row]>): ContainerPairs {
  const votes = new Map<object, Map<Container['node'], { container: Container; count: number }>>();
  for (const [old, fresh] of pairs) {
    for (const [depth, container] of old.path.entries()) {
      const other = fresh.path[depth];
      if (other?.type !== container.type) break;
      const own = votes.get(container.node) ?? new Map<object, { container: Container; count: number }>();
      votes.set(container.node, own);
      const vote = own.get(other.node) ?? { container: other, count: 0 };
      vote.count += 1;
      own.set(other.node, vote);
    }
  }
  const all = [...votes].flatMap(([node, own]) => [...own.values()].map((vote) => ({ node, ...vote })));
  const found = new Map<object, Container>();
  const taken = new Set<object>();
  for (const { node, container } of all.toSorted((a, b) => b.count - a.count)) {
    if (found.has(node) || taken.has(container.node)) continue;
    found.set(node, container);
    taken.add(container.node);
  }
  return found;
}

/** The innermost list that a row is an item of. */
export function listOf(row: Row): object | undefined {
  return row.role === 'item' ? row.path.at(-2)?.node : undefined;
}

/** Where an old row stands in the new text's containers. */
export function shownPath(row: Row, containers: ContainerPairs): readonly Container[] {
  return row.path.map((container) => containers.get(container.node) ?? container);
}

/** How many containers two rows share, from the outermost on. */
export function commonDepth(a: readonly Container[], b: readonly Container[]): number {
  let depth = 0;
  while (depth < a.length && a[depth]?.node === b[depth]?.node) depth++;
  return depth;
}
