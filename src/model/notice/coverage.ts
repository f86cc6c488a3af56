import type { FrozenSection } from '../frozen-version.ts';
import type { Section } from '../record/record.ts';
import type { Redline } from '../redline/redline.ts';
import { touchedSections, type TouchedSection } from '../redline/touched.ts';

/** A top-level section of a version, with what it says. */
export interface WordedSection extends FrozenSection {
  /** Absent where its words had to be removed after publication. */
  readonly content?: Section | undefined;
}

/** Something that became of a top-level section from one version to the next. */
export interface SectionChange {
  readonly kind: 'added' | 'removed' | 'kept';
  /** Its id in the later text; in the earlier one, if it is gone. */
  readonly id: string;
  readonly heading?: string | undefined;
  /** Other top-level sections, of either text, that may be named in its place: what it was, was split off from or went into. */
  readonly others: readonly string[];
  /** Whether a notice must mention it: a section that stands elsewhere, or has another number, id or typography, says what it said. */
  readonly mustBeMentioned: boolean;
}

/**
 * Everything that became of top-level sections between two versions, in the order of their redline. None when nothing differs. Input
 * is not changed.
 *
 * The redline is of the `readableSections` of both; what cannot be read any more is told from digests, as it was when it was posted.
 */
export function sectionChanges(
  earlier: readonly WordedSection[],
  later: readonly WordedSection[],
  redline: Redline,
): readonly SectionChange[] {
  const read = touchedSections(redline).flatMap(changesOf);
  const changes = joined([...read, ...unreadChanges(earlier, later)]);
  const exchanged = exchangedSections(changes);
  return changes.map((change) => ({
    ...change,
    mustBeMentioned: change.mustBeMentioned || (change.kind === 'kept' && exchanged.has(change.id)),
    heading: (change.kind === 'removed' ? earlier : later).find(({ id }) => id === change.id)?.heading,
  }));
}

/**
 * Sections that gave words to a section that came and took those of one that is gone. Of each of these alone another one may be named; a
 * section that did both says something else, whatever else is told.
 */
function exchangedSections(changes: readonly SectionChange[]): ReadonlySet<string> {
  const namedBy = (kind: SectionChange['kind']): ReadonlySet<string> =>
    new Set(changes.flatMap((change) => (change.kind === kind ? change.others : [])));
  const took = namedBy('removed');
  return new Set([...namedBy('added')].filter((id) => took.has(id)));
}

/** The sections of a version that can be compared with those of another: they have their words on both sides. */
export function readableSections(sections: readonly WordedSection[], others: readonly WordedSection[]): readonly Section[] {
  const hidden = hiddenIds(sections, others);
  return sections.flatMap(({ id, content }) => (content && !hidden.has(id) ? [content] : []));
}

function changesOf({ wholes, other, isReworded }: TouchedSection): readonly SectionChange[] {
  const near = [other?.fresh?.id, other?.old?.id];
  return wholes.map(({ state, old, fresh }): SectionChange => {
    const id = (fresh ?? old)?.id ?? '';
    const others = [...new Set([old?.id, ...near].filter((one) => one !== undefined))].filter((one) => one !== id);
    return { kind: state, id, others, mustBeMentioned: isReworded };
  });
}

function unreadChanges(earlier: readonly WordedSection[], later: readonly WordedSection[]): readonly SectionChange[] {
  return [...hiddenIds(earlier, later)].flatMap((id): readonly SectionChange[] => {
    const [was, is] = [earlier, later].map((sections) => sections.find((section) => section.id === id));
    if (was?.words === is?.words && was?.record === is?.record) return [];
    return [{ kind: was && is ? 'kept' : is ? 'added' : 'removed', id, others: [], mustBeMentioned: true }];
  });
}

function hiddenIds(...texts: readonly (readonly WordedSection[])[]): ReadonlySet<string> {
  return new Set(texts.flatMap((sections) => sections.flatMap(({ id, content }) => (content ? [] : [id]))));
}

/** What may be told by the same mentions is told once. */
function joined(changes: readonly SectionChange[]): readonly SectionChange[] {
  const found = new Map<string, SectionChange>();
  for (const change of changes) {
    const key = [change.kind, change.id, ...change.others].join(' ');
    const known = found.get(key);
    found.set(key, { ...change, mustBeMentioned: change.mustBeMentioned || known?.mustBeMentioned === true });
  }
  return [...found.values()];
}
