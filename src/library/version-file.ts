import { join } from 'node:path';
import { stat } from 'node:fs/promises';
import { frontmatterSchema } from '../config.ts';
import { parsePolicy } from '../mdx/parse-policy.ts';
import { wordPlaces } from '../mdx/word-places.ts';
import { hasErrors, type Finding } from '../model/finding.ts';
import { anchorsOf } from '../model/record/anchors.ts';
import { allSections, type PolicyRecord } from '../model/record/record.ts';
import { digestsOf, sha256 } from './digests.ts';
import { filesIn } from './folders.ts';
import { splitFrontmatter } from './frontmatter.ts';
import { nearest } from '../model/nearest.ts';
import type { DraftWords, VersionFile } from './policy-files.ts';
import { decodeText, readBytes } from './read-text.ts';
import { readSettings, type Settings } from './settings.ts';

export interface VersionName {
  readonly policy: string;
  readonly version: string;
  /** Language of the prevailing text. */
  readonly lang: string;
}

export interface ReadVersion {
  /** Absent when the words cannot be read. */
  readonly words?: DraftWords | undefined;
  readonly findings: readonly Finding[];
}

/** Reads one version's `policy.mdx`. The file is absent from the result when a finding is an error. */
export async function readVersion(content: string, name: VersionName): Promise<ReadVersion & { readonly file?: VersionFile | undefined }> {
  const file = `policies/${name.policy}/${name.version}/policy.mdx`;
  const path = join(content, file);
  const isThere = await stat(path).then(
    () => true,
    () => false,
  );
  if (!isThere) {
    const other = nearest('policy.mdx', await filesIn(join(content, 'policies', name.policy, name.version)));
    const advice = other === undefined ? 'Write the text of the version there, or remove the folder' : `Rename ${other} to policy.mdx`;
    const message = `The folder policies/${name.policy}/${name.version} holds no policy.mdx. ${advice}.`;
    return { findings: [{ rule: 'file-missing', severity: 'error', place: { file }, message }] };
  }
  const read = await readBytes(path, file);
  const text = 'finding' in read ? read : decodeText(read.bytes, file);
  if ('finding' in read || 'finding' in text) return { findings: 'finding' in text ? [text.finding] : [] };
  const parsed = parseVersion(text.text, file, name);
  return { ...parsed, file: parsed.file && { ...parsed.file, source: sha256(read.bytes) } };
}

/** The same for a text at hand: settings and words are both checked, so that one run shows everything. */
export function parseVersion(
  text: string,
  file: string,
  name: VersionName,
): ReadVersion & { readonly file?: Omit<VersionFile, 'source'> | undefined } {
  const split = splitFrontmatter(text, file);
  if ('finding' in split) return { findings: [split.finding] };
  const settings = readSettings({ yaml: split.yaml, file, linesBefore: 1 }, frontmatterSchema);
  const retired = settings.value?.retired ?? {};
  const parsed = parsePolicy({ body: split.body, file, lang: name.lang, retired });
  // Links may lead to what "retired" names, and settings that cannot be read name nothing.
  const inText = settings.value ? parsed.findings : parsed.findings.filter((finding) => finding.rule !== 'link-broken');
  const findings = [...settings.findings, ...inText, ...checkRetired(parsed.record, retired, settings.placeOf)];
  const { record, links } = parsed;
  if (!record) return { findings };
  const { policy, version } = name;
  const words = { policy, version, file, record, locate: wordPlaces(split.body, file), placeOf: settings.placeOf };
  if (!settings.value || hasErrors(findings)) return { words: { ...words, frontmatter: settings.value }, findings };
  const read = { ...words, frontmatter: settings.value, digests: digestsOf(record), links };
  return { file: read, words: read, findings };
}

/** An anchor that is said to continue in a section must do so, and must not be an anchor of the text itself. */
function checkRetired(
  record: PolicyRecord | undefined,
  retired: Readonly<Record<string, string | null>>,
  placeOf: Settings<unknown>['placeOf'],
): readonly Finding[] {
  if (!record) return [];
  const ids = new Set(allSections(record).map((section) => section.id));
  const anchors = anchorsOf(record);
  return Object.entries(retired).flatMap(([old, current]): readonly Finding[] => {
    const place = placeOf(['retired', old]);
    if (anchors.has(old)) {
      const what = ids.has(old) ? 'section' : /\.\d+$/u.test(old) ? 'paragraph' : 'footnote';
      const message = `"retired" says that "${old}" is gone, but a ${what} with that id is there. Remove it from "retired".`;
      return [{ rule: 'retired-in-use', severity: 'error', place, message }];
    }
    if (current === null || ids.has(current)) return [];
    const near = nearest(
      current,
      [...ids].filter((id) => id !== undefined),
    );
    const advice =
      near === undefined
        ? 'Write the id of the section that continues it, or null'
        : `Did you mean "${near}"? If no section continues it, write null`;
    const message = `"retired" says that "${old}" went to the section "${current}", which does not exist. ${advice}.`;
    return [{ rule: 'retired-lost', severity: 'error', place, message }];
  });
}
