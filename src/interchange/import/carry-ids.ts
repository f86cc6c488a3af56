import { foldWords } from '../../model/record/fold.ts';
import { PREAMBLE, WHOLE_TEXT, type PolicyRecord } from '../../model/record/record.ts';
import { idFromHeading, isReservedId } from '../../model/record/section-id.ts';
import { partOf } from '../../model/redline/bag.ts';
import { flatSections, type FlatSection } from '../../model/redline/flat.ts';
import { pairSections } from '../../model/redline/pair-sections.ts';
import { phrasesOf } from '../../model/redline/section-likeness.ts';
import { tokensText } from '../../model/redline/token.ts';

/** A section or sub-section of a text that has an id, as it is compared with those of another. */
interface KnownSection {
  readonly id: string;
  /** Its heading in words without the label; empty on words that stand without one. */
  readonly heading: string;
  readonly flat: FlatSection;
}

/** What the versions so far have given away: ids live for ever. */
export interface IdMemory {
  /** Sections of the version before, with their permanent ids. */
  readonly sections: readonly KnownSection[];
  /** The last heading of every section that was ever there, by id. */
  readonly headings: ReadonlyMap<string, string>;
  /** Every id and old anchor that leads somewhere, with the section it leads to. */
  readonly anchors: ReadonlyMap<string, string>;
  /** Every id and anchor that was ever given. */
  readonly given: ReadonlySet<string>;
}

export const NO_MEMORY: IdMemory = { sections: [], headings: new Map(), anchors: new Map(), given: new Set() };

/** A section that keeps its id under another heading. */
export interface RenamedSection {
  readonly id: string;
  readonly from: string;
  readonly to: string;
}

export interface CarriedIds {
  /** Ids that the import gave, each with the permanent one; every section of the text is there. */
  readonly ids: ReadonlyMap<string, string>;
  /** Old ids and anchors, in order of name, each with the section that continues it, or null. */
  readonly retired: Readonly<Record<string, string | null>>;
  /** Ids that the version before has too. */
  readonly carried: readonly string[];
  readonly renamed: readonly RenamedSection[];
  /** Ids of sections that an earlier version had and the one before had not. */
  readonly returned: readonly string[];
  readonly fresh: readonly string[];
  /** Ids of sections of the version before that are not there any more. */
  readonly gone: readonly string[];
}

const LEAST_PART = 0.5;
// Fewer runs of three words than these stand in any long section by chance.
const LEAST_PHRASES = 6;

/**
 * The permanent ids of a text's sections: those of the version before, paired as a redline pairs sections by heading and content;
 * those of earlier versions by equal headings; new ones otherwise. Same input, same ids. Input is not changed.
 *
 * `anchors` are the old anchors of the text itself, each with the id that the import gave its section.
 */
export function carryIds(record: PolicyRecord, anchors: Readonly<Record<string, string>>, memory: IdMemory): CarriedIds {
  const sections = knownSections(record);
  const headed = sections.filter(({ id }) => !isReservedId(id));
  const before = memory.sections.filter(({ id }) => !isReservedId(id));
  const matches = new Map(sections.flatMap(({ id }): readonly [string, string][] => (isReservedId(id) ? [[id, id]] : [])));
  matchByContent(headed, before, matches);
  matchNamesakes(headed, before, matches);
  const carried = [...matches.values()].filter((id) => memory.sections.some((section) => section.id === id));
  const returned = matchReturned(left(headed, matches), memory, matches);
  const fresh: string[] = [];
  for (const [index, section] of headed.entries()) {
    if (matches.has(section.id)) continue;
    const taken = new Set([...memory.given, ...matches.values()]);
    const id = taken.has(section.id) ? idFromHeading(section.heading, index + 1, taken) : section.id;
    matches.set(section.id, id);
    fresh.push(id);
  }
  const now = sections.map((section) => ({ ...section, id: matches.get(section.id) ?? section.id }));
  const gone = memory.sections.filter(({ id }) => !now.some((section) => section.id === id));
  const renamed = now.flatMap(({ id, heading }): readonly RenamedSection[] => {
    const from = before.find((section) => section.id === id)?.heading;
    return from === undefined || from === heading ? [] : [{ id, from, to: heading }];
  });
  const retired = retiredIds(now, { anchors, matches, gone, memory });
  return { ids: matches, retired, carried, renamed, returned, fresh, gone: gone.map(({ id }) => id) };
}

/** What is known after a version, from its text with permanent ids. */
export function rememberIds(record: PolicyRecord, retired: Readonly<Record<string, string | null>>, memory: IdMemory): IdMemory {
  const sections = knownSections(record);
  const own = sections.map(({ id }): [string, string] => [id, id]);
  const old = Object.entries(retired).flatMap(([anchor, id]): readonly [string, string][] => (id === null ? [] : [[anchor, id]]));
  return {
    sections,
    headings: new Map([...memory.headings, ...sections.map(({ id, heading }): [string, string] => [id, heading])]),
    anchors: new Map([...old, ...own]),
    given: new Set([...memory.given, ...Object.keys(retired), ...sections.map(({ id }) => id)]),
  };
}

type Matches = Map<string, string>;

function left(sections: readonly KnownSection[], matches: Matches): readonly KnownSection[] {
  return sections.filter(({ id }) => !matches.has(id));
}

/** Words without a heading keep their reserved id, and take part in no pair. */
function matchByContent(sections: readonly KnownSection[], before: readonly KnownSection[], matches: Matches): void {
  const [old, fresh] = [before, sections].map((list) => list.map(({ flat }) => flat));
  const { pairs } = pairSections(old ?? [], fresh ?? [], { byId: false });
  const now = new Map(sections.map(({ id, flat }) => [flat.index, id]));
  for (const { id, flat } of before) {
    const there = now.get(pairs.get(flat.index) ?? -1);
    if (there !== undefined) matches.set(there, id);
  }
}

/** A link to a heading leads to the heading, be the words below it others than before; several go in reading order. */
function matchNamesakes(sections: readonly KnownSection[], before: readonly KnownSection[], matches: Matches): void {
  const taken = new Set(matches.values());
  for (const section of left(sections, matches)) {
    const namesake = before.find(({ id, flat }) => !taken.has(id) && flat.title === section.flat.title && flat.title !== '');
    if (!namesake) continue;
    matches.set(section.id, namesake.id);
    taken.add(namesake.id);
  }
}

function matchReturned(sections: readonly KnownSection[], memory: IdMemory, matches: Matches): readonly string[] {
  const present = new Set(memory.sections.map(({ id }) => id));
  return sections.flatMap((section) => {
    const known = [...memory.headings].find(
      ([id, heading]) => heading === section.heading && heading !== '' && !present.has(id) && ![...matches.values()].includes(id),
    );
    if (!known) return [];
    matches.set(section.id, known[0]);
    return [known[0]];
  });
}

interface Leaving {
  readonly anchors: Readonly<Record<string, string>>;
  readonly matches: Matches;
  readonly gone: readonly KnownSection[];
  readonly memory: IdMemory;
}

function retiredIds(now: readonly KnownSection[], { anchors, matches, gone, memory }: Leaving): Readonly<Record<string, string | null>> {
  const ids = new Set(now.map(({ id }) => id));
  const leads = new Map<string, string | null>();
  for (const [anchor, owner] of memory.anchors) {
    const lost = gone.find(({ id }) => id === owner);
    leads.set(anchor, lost ? (continuing(lost, now) ?? null) : owner);
  }
  for (const [anchor, id] of Object.entries(anchors)) leads.set(anchor, matches.get(id) ?? id);
  return Object.fromEntries([...leads].filter(([anchor]) => !ids.has(anchor)).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/** The section in which most of the words of one that is gone stand now; words without a heading go on in words without one. */
function continuing(gone: KnownSection, now: readonly KnownSection[]): string | undefined {
  if (isReservedId(gone.id)) {
    const other = now.find(({ id }) => id === (gone.id === PREAMBLE ? WHOLE_TEXT : PREAMBLE));
    if (other) return other.id;
  }
  const phrases = phrasesOf(gone.flat);
  if (phrases.size < LEAST_PHRASES) return undefined;
  const parts = now.map(({ id, flat }) => ({ id, part: partOf(phrases, phrasesOf(flat)) })).toSorted((a, b) => b.part - a.part);
  const [best] = parts;
  return best && best.part >= LEAST_PART ? best.id : undefined;
}

function knownSections(record: PolicyRecord): readonly KnownSection[] {
  return flatSections(record).flatMap((flat): readonly KnownSection[] =>
    flat.id === undefined ? [] : [{ id: flat.id, heading: foldWords(tokensText(flat.heading)), flat }],
  );
}
