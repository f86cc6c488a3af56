import type { Library } from '../../library/library.ts';
import { canonicalLines } from '../../model/record/canonical.ts';
import { TOLD, whatChanged } from '../../model/rules/publish/change-words.ts';
import { changedSections } from '../../model/rules/publish/changed-sections.ts';
import type { PublishInput } from '../../model/rules/publish/input.ts';
import { countOf } from '../../model/rules/wording.ts';
import { fingerprint } from '../../model/version.ts';
import type { ComparedDraft, DraftLine } from './report.ts';

/** Every draft that could be read, with what differs from the version that it follows. */
export function draftLines(library: Library, inputs: readonly PublishInput[]): readonly DraftLine[] {
  return library.policies.flatMap((policy) =>
    policy.versions.map((version) => ({
      name: `${policy.name}/${version.version}`,
      sections: version.record.sections.filter((section) => section.heading !== undefined).length,
      words: canonicalLines(version.record)
        .map((line) => line.text.split(' ').length)
        .reduce((sum, count) => sum + count, 0),
      fingerprint: fingerprint(version.digests),
      compared: compared(inputs.find(({ draft }) => draft.policy === policy.name && draft.version === version.version)),
    })),
  );
}

function compared(input: PublishInput | undefined): ComparedDraft | undefined {
  if (!input?.previous) return undefined;
  const sections = changedSections(input.previous, input.draft);
  return {
    with: input.previous.version,
    sections: sections.map(({ id, heading, kind, changeCount, kinds, told }) => ({ id, heading, kind, changeCount, kinds, told })),
  };
}

/** A draft in lines for people: what it is, then a line for each section that differs. */
export function draftText({ name, sections, words, fingerprint: digits, compared: found }: DraftLine): readonly string[] {
  const head = `${name}: draft, ${countOf(sections, 'section')}, ${countOf(words, 'word')}, fingerprint ${digits}`;
  if (!found) return [head];
  if (found.sections.length === 0) return [head, `  Nothing differs from ${found.with}.`];
  const differ = found.sections.length === 1 ? '1 section differs' : `${found.sections.length} sections differ`;
  return [head, `  ${differ} from ${found.with}:`, ...found.sections.map((section) => `    ${sectionText(section)}`)];
}

/** `Cookies (cookies): 4 changes (number, wording); told under "changes"`. */
function sectionText(section: ComparedDraft['sections'][number]): string {
  const { id, heading, told } = section;
  return `${heading === undefined ? id : `${heading} (${id})`}: ${whatChanged(section)}; ${TOLD[told]}`;
}
