import type { SectionFacts, VersionFacts } from './input.ts';

/** Which top-level section every id and old anchor of a text belongs to. */
export function ownersOf(sections: readonly SectionFacts[]): ReadonlyMap<string, string> {
  return new Map(sections.flatMap(({ id, anchors }) => [id, ...anchors].map((anchor): [string, string] => [anchor, id])));
}

/** The top-level section of a text in which an id goes on, by way of "retired"; `undefined` when its words are gone. */
export function continuedIn(id: string, version: Pick<VersionFacts, 'sections' | 'retired'>): string | undefined {
  const owners = ownersOf(version.sections);
  const next = new Map(Object.entries(version.retired));
  const asked = new Set<string>();
  let at: string | null | undefined = id;
  while (typeof at === 'string' && !asked.has(at)) {
    const owner = owners.get(at);
    if (owner !== undefined) return owner;
    asked.add(at);
    at = next.get(at);
  }
  return undefined;
}
