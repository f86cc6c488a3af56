import { allSections, type PolicyRecord, type Section } from './record.ts';

export interface ShortenedRecord {
  readonly record: PolicyRecord;
  /** Ids and old anchors of what is gone; they lead to the empty place. */
  readonly gone: readonly string[];
}

/**
 * A record whose words under one section, sub-sections included, had to be taken away. The section keeps its place and its
 * ids, those of its sub-sections too, so that links still lead to where the words stood; its heading goes with the words, and so
 * do footnotes that nothing else in the same top-level section refers to. The section may be named by an old anchor.
 *
 * `undefined` when no section answers to the id. Input is not changed.
 */
export function withoutSection(record: PolicyRecord, id: string): ShortenedRecord | undefined {
  const target = allSections(record).find((section) => section.id === id || section.aliases.includes(id));
  if (!target) return undefined;
  const sections = record.sections.map((section) => withUsedNotes(emptied(section, target), section));
  return { record: { ...record, sections }, gone: anchorsBelow(target) };
}

function emptied(section: Section, target: Section): Section {
  if (section !== target) return { ...section, sections: section.sections.map((inner) => emptied(inner, target)) };
  const ids = anchorsBelow(section).filter((anchor) => anchor !== section.id);
  return { id: section.id, aliases: ids, blocks: [], sections: [], notes: [] };
}

function anchorsBelow(section: Section): readonly string[] {
  const own = section.id === undefined ? section.aliases : [section.id, ...section.aliases];
  return [...own, ...section.sections.flatMap(anchorsBelow)];
}

function withUsedNotes(section: Section, before: Section): Section {
  const { notes, ...words } = section;
  const others = before.notes.filter((note) => notes.includes(note));
  return { ...section, notes: others.filter((note) => refersTo(words, note.label)) };
}

function refersTo(value: unknown, label: string): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if ('kind' in value && value.kind === 'note' && 'label' in value && value.label === label) return true;
  return Object.values(value).some((inner) => refersTo(inner, label));
}
