import { join } from 'node:path';
import { stat } from 'node:fs/promises';
import { frontmatterSchema } from '../config.ts';
import { parsePolicy } from '../mdx/parse-policy.ts';
import { hasErrors, type Finding } from '../model/finding.ts';
import { allSections, type PolicyRecord } from '../model/record/record.ts';
import { digestsOf } from './digests.ts';
import { splitFrontmatter } from './frontmatter.ts';
import type { VersionFile } from './policy-files.ts';
import { readText } from './read-text.ts';
import { readSettings } from './settings.ts';

export interface VersionName {
  readonly policy: string;
  readonly version: string;
  /** Language of the prevailing text. */
  readonly lang: string;
}

/** Reads one version's `policy.mdx`. The file is absent from the result when a finding is an error. */
export async function readVersion(
  content: string,
  name: VersionName,
): Promise<{ readonly file?: VersionFile | undefined; readonly findings: readonly Finding[] }> {
  const file = `policies/${name.policy}/${name.version}/policy.mdx`;
  const path = join(content, file);
  const isThere = await stat(path).then(
    () => true,
    () => false,
  );
  if (!isThere) {
    const message = `The folder policies/${name.policy}/${name.version} holds no policy.mdx. Write the text of the version there, or remove the folder.`;
    return { findings: [{ rule: 'file-missing', severity: 'error', place: { file }, message }] };
  }
  const read = await readText(path, file);
  return 'finding' in read ? { findings: [read.finding] } : parseVersion(read.text, file, name);
}

/** The same for a text at hand: settings and words are both checked, so that one run shows everything. */
export function parseVersion(
  text: string,
  file: string,
  name: VersionName,
): { readonly file?: VersionFile | undefined; readonly findings: readonly Finding[] } {
  const split = splitFrontmatter(text, file);
  if ('finding' in split) return { findings: [split.finding] };
  const settings = readSettings({ yaml: split.yaml, file, linesBefore: 1 }, frontmatterSchema);
  const retired = settings.value?.retired ?? {};
  const parsed = parsePolicy({ body: split.body, file, lang: name.lang, retired });
  const findings = [...settings.findings, ...parsed.findings, ...checkRetired(parsed.record, retired, file)];
  if (!settings.value || !parsed.record || hasErrors(findings)) return { findings };
  const { record, links } = parsed;
  const { policy, version } = name;
  return { file: { policy, version, file, frontmatter: settings.value, record, digests: digestsOf(record), links }, findings };
}

/** An anchor that is said to continue in a section must do so, and must not be a section itself. */
function checkRetired(
  record: PolicyRecord | undefined,
  retired: Readonly<Record<string, string | null>>,
  file: string,
): readonly Finding[] {
  if (!record) return [];
  const ids = new Set(allSections(record).map((section) => section.id));
  return Object.entries(retired).flatMap(([old, current]) => {
    const place = { file, line: 1 };
    if (ids.has(old)) {
      return [{ rule: 'retired-in-use', severity: 'error', place, message: `"retired" says that the section "${old}" is gone, but it is there. Remove it from "retired".` }];
    }
    if (current === null || ids.has(current)) return [];
    return [{ rule: 'retired-lost', severity: 'error', place, message: `"retired" says that "${old}" went to the section "${current}", which does not exist. Write the id of the section that continues it, or null.` }];
  });
}
