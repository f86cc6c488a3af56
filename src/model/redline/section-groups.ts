import { movedSections } from './arrange.ts';
import type { FlatSection } from './flat.ts';
import type { SectionPairs } from './pair-sections.ts';

/** Sections of both texts whose rows are compared together, each list in reading order. */
export interface SectionGroup {
  readonly old: readonly FlatSection[];
  readonly fresh: readonly FlatSection[];
  /** Old sections that show what is gone from them under their own heading. */
  readonly lone: ReadonlySet<FlatSection>;
}

/**
 * Sections that belong together: by a pair, a split or a merger; and a section without a counterpart goes with the one before it, so that
 * words stay where they are when only a heading comes or goes above them.
 */
export function sectionGroups(old: readonly FlatSection[], fresh: readonly FlatSection[], sections: SectionPairs): readonly SectionGroup[] {
  const { pairs, splits, merges } = sections;
  const moved = movedSections(old, fresh, pairs);
  const sources = new Map([...pairs].map(([a, b]) => [b, a]));
  const joins = new Joins();
  for (const [a, b] of pairs) joins.join(`old ${a}`, `new ${b}`);
  for (const [b, a] of splits) joins.join(`old ${a}`, `new ${b}`);
  for (const [a, b] of merges) joins.join(`old ${a}`, `new ${b}`);
  const counterpart = {
    old: (index: number) => pairs.get(index) ?? merges.get(index),
    new: (index: number) => sources.get(index) ?? splits.get(index),
  };
  for (const [side, list] of [
    ['old', old],
    ['new', fresh],
  ] as const) {
    let before: string | undefined = 'beginning';
    for (const { index, kind } of list) {
      if (kind === 'notes') continue;
      const other = counterpart[side](index);
      const source = side === 'old' ? index : sources.get(index);
      if (other !== undefined) before = source !== undefined && moved.has(source) ? undefined : `${side} ${index}`;
      else if (before !== undefined) joins.join(before, `${side} ${index}`);
    }
  }
  const groups = new Map<string, { old: FlatSection[]; fresh: FlatSection[]; lone: Set<FlatSection> }>();
  const groupAt = (name: string): { old: FlatSection[]; fresh: FlatSection[]; lone: Set<FlatSection> } => {
    const root = joins.rootOf(name);
    const group = groups.get(root) ?? { old: [], fresh: [], lone: new Set() };
    groups.set(root, group);
    return group;
  };
  for (const section of fresh) groupAt(`new ${section.index}`).fresh.push(section);
  for (const section of old) {
    const group = groupAt(`old ${section.index}`);
    group.old.push(section);
    if (counterpart.old(section.index) === undefined) group.lone.add(section);
  }
  return [...groups.values()];
}

/** Names in sets that grow together. */
class Joins {
  readonly #above = new Map<string, string>();

  rootOf(name: string): string {
    let root = name;
    for (let above = this.#above.get(root); above !== undefined; above = this.#above.get(root)) root = above;
    // So that a text of very many sections makes no long chain.
    if (root !== name) this.#above.set(name, root);
    return root;
  }

  join(a: string, b: string): void {
    const [root, other] = [this.rootOf(a), this.rootOf(b)];
    if (root !== other) this.#above.set(other, root);
  }
}
