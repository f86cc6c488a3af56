import { canonicalLines, foldWords } from '../record/canonical.ts';
import { wordsOf } from '../record/inline.ts';
import type { PolicyRecord, Section } from '../record/record.ts';

/** What search knows of one section: the finest part of a text that has an address of its own. */
export interface SectionRecord {
  readonly id: string;
  /** Its heading in words; absent on words that stand without one. */
  readonly heading?: string | undefined;
  /** Headings of the sections it stands in, outermost first. */
  readonly within: readonly string[];
  /**
   * Its own words, one block after the other, footnotes last; those of its sub-sections with an id are in records of their own.
   */
  readonly lines: readonly string[];
}

/**
 * A text as search finds it: one record a section, in reading order. The lines are those of the canonical text, so nothing that is not
 * the policy's own words can come in. A section that only holds others has no record, since its heading stands in theirs; nor has one
 * whose words had to be removed.
 */
export function sectionRecords(record: PolicyRecord): readonly SectionRecord[] {
  const lines = Map.groupBy(canonicalLines(record), ({ section }) => section);
  const recordsOf = (section: Section, within: readonly string[]): readonly SectionRecord[] => {
    const heading = headingOf(section);
    const inner = section.sections.flatMap((one) => recordsOf(one, heading === undefined ? within : [...within, heading]));
    if (section.id === undefined) return inner;
    // The heading is the first line of a section that has one.
    const own = (lines.get(section.id) ?? []).slice(heading === undefined ? 0 : 1).map(({ text }) => text);
    const isEmpty = own.length === 0 && (heading === undefined || inner.length > 0);
    return isEmpty ? inner : [{ id: section.id, heading, within, lines: own }, ...inner];
  };
  return record.sections.flatMap((section) => recordsOf(section, []));
}

function headingOf(section: Section): string | undefined {
  const words = foldWords(wordsOf(section.heading ?? []));
  return words === '' ? undefined : words;
}
