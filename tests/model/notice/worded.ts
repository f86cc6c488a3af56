import { readableSections, sectionChanges, type SectionChange, type WordedSection } from '../../../src/model/notice/coverage.ts';
import { canonicalText } from '../../../src/model/record/canonical.ts';
import type { Section } from '../../../src/model/record/record.ts';
import { structureText } from '../../../src/model/record/structure.ts';
import { redline } from '../../../src/model/redline/redline.ts';
import { textOf } from '../redline/texts.ts';

/** The sections of a text as a version has them; their texts stand in for digests. */
export function worded(...sections: Section[]): readonly WordedSection[] {
  return sections.map((content) => ({
    id: content.id ?? '',
    heading: content.heading?.map(String).join(''),
    words: canonicalText(textOf(content)),
    record: structureText(textOf(content)),
    content,
  }));
}

export function changesBetween(earlier: readonly WordedSection[], later: readonly WordedSection[]): readonly SectionChange[] {
  const marked = redline(textOf(...readableSections(earlier, later)), textOf(...readableSections(later, earlier)));
  return sectionChanges(earlier, later, marked);
}
