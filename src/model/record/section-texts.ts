import { canonicalText, foldWords } from './canonical.ts';
import { wordsOf } from './inline.ts';
import { allSections, type PolicyRecord, type Section } from './record.ts';
import { structureText } from './structure.ts';

/** A top-level section of a record: what its two digests are taken of, and what links can lead to in it. */
export interface SectionText {
  readonly id: string;
  /** Its heading in words; absent on words that stand without one. */
  readonly heading?: string | undefined;
  /** Its own id, those of its sub-sections, and the old anchors of all of them, in reading order. */
  readonly anchors: readonly string[];
  /** Its part of the canonical text. */
  readonly text: string;
  /** Its part of the structure text. */
  readonly structure: string;
}

/**
 * The top-level sections of a record, each by itself, in reading order.
 *
 * Promises: all `text`s after each other are the canonical text; all `structure`s after the first line of the structure text,
 * which says language and direction, are the structure text. So a version's digests can be told from its sections.
 */
export function sectionTexts(record: PolicyRecord): readonly SectionText[] {
  return record.sections.map((section) => {
    const alone: PolicyRecord = { ...record, sections: [section] };
    const structure = structureText(alone);
    return {
      id: section.id ?? '',
      heading: section.heading && foldWords(wordsOf(section.heading)),
      anchors: allSections(alone).flatMap(anchorsOf),
      text: canonicalText(alone),
      structure: structure.slice(structure.indexOf('\n') + 1),
    };
  });
}

function anchorsOf(section: Section): readonly string[] {
  return section.id === undefined ? section.aliases : [section.id, ...section.aliases];
}
