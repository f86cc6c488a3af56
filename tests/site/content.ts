import { globSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../.ci/node.js';
import { readLibrary } from '../../src/library/library.ts';
import { storedContent } from '../../src/library/site-content.ts';
import { calendarDate } from '../../src/model/calendar-date.ts';
import { canonicalLines, foldWords, type CanonicalLine } from '../../src/model/record/canonical.ts';
import { wordsOf } from '../../src/model/record/inline.ts';
import { allSections } from '../../src/model/record/record.ts';
import { fingerprint, type PolicyVersion } from '../../src/model/version.ts';
import { shownOn } from '../../src/view/policy-page.ts';

/** What a policy's pages are held against: its text as the content folder has it. */
export interface PolicyText {
  readonly name: string;
  readonly title: string;
  readonly kind: string;
  readonly isClosed: boolean;
  readonly version: PolicyVersion;
  readonly fingerprint: string;
  readonly lines: readonly CanonicalLine[];
  /** Ids of all sections and sub-sections, in reading order. */
  readonly ids: readonly string[];
  /** Sections that open and close: those with a heading. */
  readonly sections: readonly { readonly id: string; readonly heading: string }[];
}

/** Everything that a content folder says, with its drafts. */
export async function contentOf(folder: string) {
  const today = calendarDate(process.env['CODICIL_TODAY'] ?? '');
  const stored = await storedContent(await readLibrary(join(root, folder)), { hasDrafts: true, today, now: Date.now() });
  if (!stored) throw new Error(`${folder}/site.yaml cannot be read.`);
  const policies = stored.policies.map((policy): PolicyText => {
    const name = shownOn(policy, stored.site.asOf)?.name;
    const version = stored.versions.find((one) => one.policy === policy.name && one.name === name);
    if (!version) throw new Error(`${policy.name} has no version.`);
    const headed = version.record.sections.filter((section) => section.heading);
    return {
      name: policy.name,
      title: policy.title,
      kind: policy.kind,
      isClosed: policy.sections === 'closed' && version.record.sections.length > 1,
      version,
      fingerprint: fingerprint(version.digests),
      lines: canonicalLines(version.record),
      ids: allSections(version.record).flatMap((section) => section.id ?? []),
      sections: headed.map((section) => ({ id: section.id ?? '', heading: foldWords(wordsOf(section.heading ?? [])) })),
    };
  });
  return { site: stored.site, policies };
}

/** Addresses of all pages of a built site, below its home page, which is `''`. */
export function pagesIn(out: string): string[] {
  const files = globSync('**/index.html', { cwd: join(root, out) }).map((file) => file.replaceAll('\\', '/'));
  return files.map((file) => file.replace(/index\.html$/, '')).toSorted();
}

/** Anchors of paragraphs, list items, rows and terms. */
export function paragraphIds(policy: PolicyText): string[] {
  return policy.lines.flatMap(({ section, paragraph }) => (paragraph === undefined ? [] : `${section}.${paragraph}`));
}

/**
 * The lines of a text that do not stand in what is shown, word for word and in this order. The number of a list item is a
 * marker on the page and no word, and the cells of a row are parted by room.
 */
export function linesMissing(lines: readonly CanonicalLine[], shown: string): string[] {
  const text = foldWords(shown);
  let from = 0;
  return lines.flatMap((line) => {
    const row = line.text.replaceAll(' | ', ' ');
    const found = [row, row.replace(/^\w+\. /, '')].map((form) => [text.indexOf(form, from), form.length] as const);
    const [at, length] = found.find(([place]) => place >= 0) ?? [-1, 0];
    if (at < 0) return line.text;
    from = at + length;
    return [];
  });
}

/** The first word of a text that does not stand in what is printed, in this order; between words others may stand. */
export function wordMissing(lines: readonly CanonicalLine[], printed: string): string {
  const words = (text: string): readonly string[] => text.normalize('NFKC').match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  const all = words(printed);
  let from = 0;
  for (const line of lines) {
    for (const word of words(line.text)) {
      const at = all.indexOf(word, from);
      if (at < 0) return `“${word}” in “${line.text}”`;
      from = at + 1;
    }
  }
  return '';
}
