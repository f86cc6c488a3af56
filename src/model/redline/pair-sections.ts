import { dividedSections } from './divided-sections.ts';
import type { FlatSection } from './flat.ts';
import { bodyLikeness, bodyOf, bodyPart, titleLikeness, weightsOf, type SectionBody, type Weights } from './section-likeness.ts';

/** Which sections of two texts belong together, by their places in the lists. */
export interface SectionPairs {
  /** New places by old ones; every section at most once. */
  readonly pairs: ReadonlyMap<number, number>;
  /** New sections that hold most of their words from an old one that goes on elsewhere: new place to old place. */
  readonly splits: ReadonlyMap<number, number>;
  /** Old sections most of whose words went into a new one that continues another: old place to new place. */
  readonly merges: ReadonlyMap<number, number>;
}

export interface PairingOptions {
  /** Whether the same id means the same section; where ids were made anew for each text, it does not. */
  readonly byId: boolean;
}

const SAME_ID = 0.5;
/** More sections than these under one heading, or with one word, tell nothing about each other. */
const MOST_NAMESAKES = 40;
const LEAST_SCORE = 0.45;
const LEAST_BODY = 0.5;
// Fewer words than these stand in any long section by chance.
const LEAST_WORDS = 8;

/**
 * By id, heading and content, the surest first. An author's word counts: the same id is one of them by itself, and gives way only to a
 * section that says nearly the same under another id, as where ids are numbers that shifted. Input is not changed.
 */
export function pairSections(old: readonly FlatSection[], fresh: readonly FlatSection[], { byId }: PairingOptions): SectionPairs {
  const pairs = new Map<number, number>();
  const taken = new Set<number>();
  const take = (a: FlatSection, b: FlatSection): void => {
    pairs.set(a.index, b.index);
    taken.add(b.index);
  };
  const [oldText = [], newText = []] = [old, fresh].map((list) => list.filter((section) => section.kind === 'section'));
  for (const { a, b } of candidates(oldText.map(bodyOf), newText.map(bodyOf), byId)) {
    if (!pairs.has(a.index) && !taken.has(b.index)) take(a, b);
  }
  pairNotes(old, fresh, pairs);
  return { pairs, ...dividedSections({ old: oldText, fresh: newText, pairs, take }) };
}

interface Candidate {
  readonly a: FlatSection;
  readonly b: FlatSection;
  readonly score: number;
}

function candidates(old: readonly SectionBody[], fresh: readonly SectionBody[], byId: boolean): readonly Candidate[] {
  const weights = weightsOf(old, fresh);
  const titles = { old: byTitle(old), fresh: byTitle(fresh) };
  const ids = new Map(byId ? fresh.map((body) => [body.section.id, body] as const) : []);
  const likely = sharingRareWords(old, fresh);
  const found: Candidate[] = [];
  for (const a of old) {
    const sameId = a.section.id === undefined ? undefined : ids.get(a.section.id);
    const all = titles.old.get(a.section.title) ?? [];
    const namesakes = titles.fresh.get(a.section.title) ?? [];
    const isOnly = all.length === 1 && namesakes.length === 1;
    // Of very many equal headings, one goes with those that come as late in the text as it does.
    const place = all.indexOf(a);
    const near = namesakes.length > MOST_NAMESAKES ? namesakes.slice(Math.max(0, place - 2), place + 3) : namesakes;
    for (const b of new Set([...(likely.get(a) ?? []), ...near, ...(sameId ? [sameId] : [])])) {
      const isNamesake = isOnly && namesakes[0] === b;
      const score = scoreOf(a, b, { weights, isOnly: isNamesake, lengths: [old.length, fresh.length] });
      if (score > 0 || b === sameId) found.push({ a: a.section, b: b.section, score: score + (b === sameId ? SAME_ID : 0) });
    }
  }
  return found.toSorted((x, y) => y.score - x.score || x.a.index - y.a.index || x.b.index - y.b.index);
}

function scoreOf(
  a: SectionBody,
  b: SectionBody,
  { weights, isOnly, lengths }: { weights: Weights; isOnly: boolean; lengths: readonly [number, number] },
): number {
  const title = titleLikeness(a.section.title, b.section.title);
  const place = 1 - Math.abs(a.section.index / Math.max(1, lengths[0]) - b.section.index / Math.max(1, lengths[1]));
  const isBare = a.bag.size === 0 && b.bag.size === 0;
  // Under a heading that stands once in either text, one may be a part of the other: it was split, or another was merged into it.
  const body = isOnly ? Math.max(bodyLikeness(a, b, weights), bodyPart(a, b, weights)) : bodyLikeness(a, b, weights);
  const score = (isBare ? title : 0.65 * body + 0.35 * title) + 0.03 * Math.max(0, place);
  const isSure = isBare ? title >= 0.6 : score >= LEAST_SCORE || (body >= LEAST_BODY && Math.min(a.bag.size, b.bag.size) >= LEAST_WORDS);
  return isSure || isOnly ? Math.max(score, isOnly ? 0.5 : 0) : 0;
}

/** Sections under each heading; those without one are under none. */
function byTitle(bodies: readonly SectionBody[]): ReadonlyMap<string, readonly SectionBody[]> {
  const found = new Map<string, SectionBody[]>();
  for (const body of bodies) {
    const { title } = body.section;
    if (title === '') continue;
    const list = found.get(title);
    if (list) list.push(body);
    else found.set(title, [body]);
  }
  return found;
}

/** Every old section with the new ones that share a telling word with it; comparing all with all would take time by the square. */
function sharingRareWords(old: readonly SectionBody[], fresh: readonly SectionBody[]): ReadonlyMap<SectionBody, Set<SectionBody>> {
  const index = new Map<string, SectionBody[]>();
  for (const body of fresh) {
    for (const word of body.bag.counts.keys()) {
      const list = index.get(word);
      if (list) list.push(body);
      else index.set(word, [body]);
    }
  }
  const common = Math.min(MOST_NAMESAKES, Math.max(4, fresh.length * 0.15));
  return new Map(
    old.map((body) => {
      const near = new Set<SectionBody>();
      for (const word of body.bag.counts.keys()) {
        const having = index.get(word) ?? [];
        if (having.length <= common) for (const other of having) near.add(other);
      }
      return [body, near];
    }),
  );
}

/** Footnotes go with the section that they stand in. */
function pairNotes(old: readonly FlatSection[], fresh: readonly FlatSection[], pairs: Map<number, number>): void {
  const notes = new Map(
    fresh.flatMap(({ kind, parent, index }) => (kind === 'notes' && parent !== undefined ? [[parent, index] as const] : [])),
  );
  for (const { kind, parent, index } of old) {
    const owner = kind === 'notes' && parent !== undefined ? pairs.get(parent) : undefined;
    const there = owner === undefined ? undefined : notes.get(owner);
    if (there !== undefined) pairs.set(index, there);
  }
}
