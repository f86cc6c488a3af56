import type { Timeline } from '../lifecycle.ts';

/** A version and the one that it follows. */
export interface Neighbours {
  readonly earlier: string;
  readonly later: string;
}

/**
 * Versions that govern one right after the other in a timeline and did not in the one before it, in the order in which they govern.
 * Versions whose words had to be removed have no neighbours: there is nothing to compare.
 */
export function newNeighbours(before: Timeline | undefined, after: Timeline): readonly Neighbours[] {
  const known = new Set(neighboursIn(before ?? []).map(nameOf));
  return neighboursIn(after).filter((pair) => !known.has(nameOf(pair)));
}

function neighboursIn(versions: Timeline): readonly Neighbours[] {
  const governing = versions.filter(({ fate, posting }) => fate.kind === 'governs' && !posting.isRemoved);
  return governing.slice(1).flatMap(({ posting }, index) => {
    const earlier = governing[index]?.posting.version;
    return earlier === undefined ? [] : [{ earlier, later: posting.version }];
  });
}

function nameOf({ earlier, later }: Neighbours): string {
  return `${earlier} ${later}`;
}
