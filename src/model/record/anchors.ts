import { numberedLines } from './canonical.ts';
import { noteId, noteReferenceId, paragraphId } from './paragraphs.ts';
import { allSections, type PolicyRecord } from './record.ts';

/** Every anchor that the text itself has: of sections, paragraphs, footnotes and references to them. Old anchors are none. */
export function anchorsOf(record: PolicyRecord): ReadonlySet<string> {
  const sections = allSections(record).flatMap((section) => section.id ?? []);
  const paragraphs = numberedLines(record).flatMap(({ section, paragraph }) =>
    paragraph === undefined ? [] : [paragraphId(section, paragraph)],
  );
  const notes = record.sections.flatMap((section) =>
    section.notes.flatMap(({ label }) => [noteId(section.id ?? '', label), noteReferenceId(section.id ?? '', label)]),
  );
  return new Set([...sections, ...paragraphs, ...notes]);
}
