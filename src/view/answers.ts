import type { PolicyFacts, PublishedFacts } from './site.ts';
import { publishedOf } from './succession.ts';

/** Sections that only other versions have; under their ids a policy's own address says so. */
export interface Elsewhere {
  /** The first is the one that leads to the version's text. */
  readonly ids: readonly string[];
  readonly heading?: string | undefined;
  readonly version: PublishedFacts;
  /** Whether the version that has them comes later than the one shown. */
  readonly isLater: boolean;
}

/** Where a policy's own address leads with the ids that the text it shows does not have itself. */
export interface Answers {
  /** Former ids by the top-level section that continues them. */
  readonly bySection: ReadonlyMap<string, readonly string[]>;
  readonly elsewhere: readonly Elsewhere[];
}

/** Answers for every section id that a policy ever had, seen from the version shown; without one, all of them lead elsewhere. */
export function answers(policy: PolicyFacts, shown: PublishedFacts | undefined): Answers {
  const versions = withWords(policy);
  const place = placeOf(versions, shown);
  const bySection = new Map<string, string[]>();
  const elsewhere: Elsewhere[] = [];
  for (const [id, here] of continuations(policy, shown)) {
    const section = shown && here !== undefined ? topOf(shown, here) : undefined;
    if (section === undefined) addElsewhere(elsewhere, versions, place, id);
    else bySection.set(section, [...(bySection.get(section) ?? []), id]);
  }
  return { bySection, elsewhere };
}

/** Every id that a policy ever had and the version shown does not, with the id that continues it there; `undefined` when none does. */
export function continuations(policy: PolicyFacts, shown: PublishedFacts | undefined): ReadonlyMap<string, string | undefined> {
  const versions = withWords(policy);
  const place = placeOf(versions, shown);
  const known = new Set(shown?.anchors);
  const ids = new Set(versions.flatMap((version) => [...version.anchors, ...Object.keys(version.retired)]));
  return new Map([...ids].filter((id) => !known.has(id)).map((id) => [id, continuation(versions, place, id)]));
}

function withWords(policy: PolicyFacts): readonly PublishedFacts[] {
  return publishedOf(policy).filter((version) => !version.removed);
}

function placeOf(versions: readonly PublishedFacts[], shown: PublishedFacts | undefined): number {
  return versions.findIndex(({ name }) => name === shown?.name);
}

/** The id under which a former, or a later, id stands in the version at a place; `undefined` when nothing continues it. */
function continuation(versions: readonly PublishedFacts[], place: number, id: string): string | undefined {
  const own = new Set(versions[place]?.anchors);
  const seen = new Set<string>();
  let current: string | undefined = id;
  while (current !== undefined && !seen.has(current)) {
    if (own.has(current)) return current;
    seen.add(current);
    current = forward(versions, place, current) ?? backward(versions, place, current, seen);
  }
  return undefined;
}

/** Where "retired" of the versions up to the one shown leads, after the last that had the id. */
function forward(versions: readonly PublishedFacts[], place: number, id: string): string | undefined {
  const last = versions.slice(0, place + 1).findLastIndex(({ anchors }) => anchors.includes(id));
  const moved = versions.slice(last + 1, place + 1).find(({ retired }) => Object.hasOwn(retired, id));
  return moved?.retired[id] ?? undefined;
}

/** An id that only later versions have stands for what they say that it continues. */
function backward(versions: readonly PublishedFacts[], place: number, id: string, seen: ReadonlySet<string>): string | undefined {
  const had = versions.slice(0, place + 1).some(({ anchors }) => anchors.includes(id));
  const first = had ? undefined : versions.slice(place + 1).find(({ anchors }) => anchors.includes(id));
  return Object.entries(first?.retired ?? {}).find(([old, current]) => current === id && !seen.has(old))?.[0];
}

function addElsewhere(elsewhere: Elsewhere[], versions: readonly PublishedFacts[], place: number, id: string): void {
  const last = versions.slice(0, place + 1).findLast(({ anchors }) => anchors.includes(id));
  const version = last ?? versions.slice(place + 1).find(({ anchors }) => anchors.includes(id));
  // An id of a text that never stood in this archive, and that nothing continues: no version can be named.
  if (!version) return;
  const heading = version.sections.find((section) => section.id === topOf(version, id))?.heading;
  const index = elsewhere.findIndex((other) => other.version === version && other.heading === heading && heading !== undefined);
  const other = elsewhere[index];
  if (other) elsewhere[index] = { ...other, ids: [...other.ids, id] };
  else elsewhere.push({ ids: [id], heading, version, isLater: !last });
}

/** The top-level section in which an anchor stands: the anchors of a version are in reading order. */
function topOf(version: PublishedFacts, anchor: string): string | undefined {
  const tops = new Set(version.sections.map(({ id }) => id));
  return version.anchors.slice(0, version.anchors.indexOf(anchor) + 1).findLast((id) => tops.has(id));
}
