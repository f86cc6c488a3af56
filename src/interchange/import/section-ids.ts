import type { Heading, RootContent } from 'mdast';
import { PREAMBLE, WHOLE_TEXT } from '../../model/record/record.ts';
import { idFromHeading, sectionIdFault } from '../../model/record/section-id.ts';
import { markdownSlug } from './heading-words.ts';
import { guess, oddity } from './import-log.ts';
import { lineOfBlock, type Anchor, type Reading } from './reading.ts';
import { wordsOf } from './words-of.ts';

export interface SectionIds {
  readonly ids: ReadonlyMap<Heading, string>;
  /** Old anchors, each with the section that it leads to. */
  readonly retired: Readonly<Record<string, string>>;
  /** Where a link within the text leads; `undefined` when nowhere. */
  readonly find: (anchor: string) => string | undefined;
}

/** Anchors that a Markdown site makes from all headings of the text by itself, before any heading is taken out of it. */
export function markdownSlugs(blocks: readonly RootContent[], reading: Reading): ReadonlyMap<string, Anchor> {
  const slugs = new Map<string, Anchor>();
  const counts = new Map<string, number>();
  for (const block of blocks) {
    if (block.type !== 'heading') continue;
    const slug = markdownSlug(wordsOf(block));
    const count = counts.get(slug) ?? 0;
    counts.set(slug, count + 1);
    const name = count === 0 ? slug : `${slug}-${count}`;
    const place = reading.headings.get(block)?.place ?? 0;
    if (!slugs.has(name)) slugs.set(name, { name, line: lineOfBlock(block), place, isMeant: false });
  }
  return slugs;
}

/**
 * Gives every heading its permanent id and leads the old anchors to them. `linked` are the anchors that the text itself links
 * to; `slugs` those that a Markdown site made by itself.
 */
export function giveSectionIds(
  blocks: readonly RootContent[],
  slugs: ReadonlyMap<string, Anchor>,
  linked: ReadonlySet<string>,
  reading: Reading,
): SectionIds {
  const headings = blocks.filter((block) => block.type === 'heading');
  const placeOf = (heading: Heading): number => reading.headings.get(heading)?.place ?? 0;
  const anchors = knownAnchors(slugs, linked, reading);
  const owners = new Map(anchors.map((anchor) => [anchor.name, headingAt(anchor.place, headings, placeOf)]));
  const ids = new Map<Heading, string>();
  const taken = new Set<string>();
  for (const heading of headings) {
    const written = reading.headings.get(heading)?.id;
    if (written === undefined || taken.has(written) || sectionIdFault(written) !== undefined) continue;
    ids.set(heading, written);
    taken.add(written);
  }
  for (const [index, heading] of headings.entries()) {
    if (ids.has(heading)) continue;
    // An old anchor of another section must go on leading there, so this one cannot have it.
    const others = [...owners].flatMap(([name, owner]) => (owner === heading ? [] : [name]));
    const id = idFromHeading(wordsOf(heading), index + 1, new Set([...taken, ...others]));
    ids.set(heading, id);
    taken.add(id);
  }
  const hasOpening = blocks[0] !== undefined && blocks[0].type !== 'heading';
  const opening = headings.length === 0 ? WHOLE_TEXT : hasOpening ? PREAMBLE : (ids.values().next().value ?? WHOLE_TEXT);
  const idAt = (place: number): string => {
    const heading = headingAt(place, headings, placeOf);
    return (heading && ids.get(heading)) ?? opening;
  };
  nameRepeated(headings, ids, reading);
  const retired = retire(anchors, taken, idAt, reading);
  return { ids, retired, find: (name) => (taken.has(name) ? name : retired[name]) };
}

/** The anchors worth keeping: those of headings, those set by hand, and those that the text links to. */
function knownAnchors(slugs: ReadonlyMap<string, Anchor>, linked: ReadonlySet<string>, reading: Reading): readonly Anchor[] {
  const written = reading.anchors.filter((anchor) => anchor.isMeant || linked.has(anchor.name));
  const names = new Set(written.map((anchor) => anchor.name));
  return [...written, ...[...slugs.values()].filter((slug) => linked.has(slug.name) && !names.has(slug.name))];
}

function headingAt(place: number, headings: readonly Heading[], placeOf: (heading: Heading) => number): Heading | undefined {
  return headings.findLast((heading) => placeOf(heading) <= place);
}

function retire(
  anchors: readonly Anchor[],
  taken: ReadonlySet<string>,
  idAt: (place: number) => string,
  reading: Reading,
): Record<string, string> {
  const retired: Record<string, string> = {};
  for (const anchor of anchors) {
    const id = idAt(anchor.place);
    if (id === anchor.name) continue;
    const other = taken.has(anchor.name) ? anchor.name : retired[anchor.name];
    if (other !== undefined && other !== id) {
      const message = `The anchor "${anchor.name}" stands in the source more than once or is another section's name. It leads to "${other}".`;
      oddity(reading.log, 'anchor-twice', anchor.line, message);
    } else if (other === undefined) {
      retired[anchor.name] = id;
    }
  }
  return retired;
}

function nameRepeated(headings: readonly Heading[], ids: ReadonlyMap<Heading, string>, reading: Reading): void {
  const seen = new Map<string, Heading>();
  for (const heading of headings) {
    const words = wordsOf(heading);
    const first = seen.get(words);
    if (!first) seen.set(words, heading);
    else {
      const message = `The heading "${words}" stands already in line ${lineOfBlock(first)}. This section has the id "${ids.get(heading) ?? ''}".`;
      guess(reading.log, 'heading-repeated', lineOfBlock(heading), message);
    }
  }
}
