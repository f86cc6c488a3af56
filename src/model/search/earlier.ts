import type { CalendarDate } from '../calendar-date.ts';
import type { EarlierVersion } from './facts.ts';

/** A text of a section that answers in versions which are not in force. */
export interface EarlierHit {
  readonly policy: string;
  readonly section: string;
  /** Versions that have this very text, in the order in which they governed. */
  readonly versions: readonly EarlierVersion[];
}

/** What is said of one section over time, however many texts of it answer. */
export interface EarlierGroup<T extends EarlierHit> {
  /** The newest text that answers. */
  readonly hit: T;
  readonly first: EarlierVersion;
  readonly last: EarlierVersion;
  readonly count: number;
}

/**
 * One entry a section: the same sentence in twenty versions is one answer, that names the first and the last of them. Versions that were
 * never in force stand for themselves. In the order of the first hits.
 */
export function groupEarlier<T extends EarlierHit>(hits: readonly T[]): readonly EarlierGroup<T>[] {
  const groups = Map.groupBy(hits, ({ policy, section, versions }) => {
    const [version] = versions;
    return [policy, section, version?.until === undefined ? version?.name : ''].join('#');
  });
  return [...groups.values()].flatMap((all): readonly EarlierGroup<T>[] => {
    const versions = all
      .flatMap((hit) => hit.versions.map((version) => ({ hit, version })))
      .toSorted((a, b) => compare(a.version, b.version));
    const [first] = versions;
    const last = versions.at(-1);
    if (!first || !last) return [];
    const names = new Set(versions.map(({ version }) => version.name));
    return [{ hit: last.hit, first: first.version, last: last.version, count: names.size }];
  });
}

/** The places in a list that `0-2,5` stands for: 0, 1, 2, 5. What has another form is none. */
export function placesIn(runs: string): readonly number[] {
  return runs.split(',').flatMap((run) => {
    const [, first, last = first] = /^(\d+)(?:-(\d+))?$/u.exec(run) ?? [];
    const [from, to] = [Number(first), Number(last)];
    return first === undefined ? [] : Array.from({ length: to - from + 1 }, (_, index) => from + index);
  });
}

function compare(
  a: { readonly from: CalendarDate; readonly name: string },
  b: { readonly from: CalendarDate; readonly name: string },
): number {
  if (a.from !== b.from) return a.from < b.from ? -1 : 1;
  return a.name < b.name ? -1 : a.name > b.name ? 1 : 0;
}
