import { basename } from 'node:path';
import { noticeSchema } from '../config.ts';
import { hasErrors, type Finding } from '../model/finding.ts';
import type { FrozenNotice, NoticeText } from '../model/frozen-version.ts';
import { canonicalJson } from '../model/ledger/canonical-json.ts';
import { standingFiles } from '../model/ledger/standing-files.ts';
import type { VersionFacts } from '../model/rules/publish/input.ts';
import type { Archive } from './archive.ts';
import { sha256 } from './digests.ts';
import { splitFrontmatter } from './frontmatter.ts';
import { sectionFacts } from './shelf.ts';
import { readText } from './read-text.ts';
import { readSettings, type Settings } from './settings.ts';
import type { Change } from './transaction.ts';

/** A file with an amended notice, as its author left it. */
export type NoticeFile = Pick<Settings<NoticeText>, 'value' | 'findings' | 'placeOf'>;

/**
 * Reads a file for `notice --amend`: settings alone (YAML), or settings between `---` at the head of a text without words of its
 * own. What is wrong is a finding at its line; the file is named without its folder.
 *
 * @throws when there is no such file.
 */
export async function readNoticeFile(path: string): Promise<NoticeFile> {
  const file = basename(path);
  const nothing = (finding: Finding): NoticeFile => ({ findings: [finding], placeOf: () => ({ file }) });
  const read = await readText(path, file);
  if ('finding' in read) return nothing(read.finding);
  if (!/^---[ \t]*(?:\n|$)/u.test(read.text)) return readSettings({ yaml: read.text, file, linesBefore: 0 }, noticeSchema);
  const split = splitFrontmatter(read.text, file, 'summary: What is new, in a sentence or two.');
  if ('finding' in split) return nothing(split.finding);
  const line = split.body.split('\n').findIndex((words) => words.trim() !== '') + 1;
  const message =
    'Words below the settings are no part of a notice, and nobody would be shown them. Move them into "summary" or "changes".';
  const words: readonly Finding[] =
    line === 0 ? [] : [{ rule: 'notice-words', severity: 'error', place: { file, line, column: 1 }, message }];
  const settings = readSettings({ yaml: split.yaml, file, linesBefore: 1 }, noticeSchema);
  const findings = [...settings.findings, ...words];
  return { ...settings, findings, value: hasErrors(findings) ? undefined : settings.value };
}

/** What an amended notice is measured by: its version as it was posted, and the version that it is compared with. */
export async function noticeFacts(
  archive: Archive,
  policy: string,
  name: string,
): Promise<{ readonly version: VersionFacts; readonly previous?: VersionFacts | undefined }> {
  const factsOf = async (one: string): Promise<VersionFacts> => {
    const version = await archive.frozenVersion(policy, one);
    return { ...version, sections: sectionFacts({ version }, await archive.frozenRecord(policy, one)) };
  };
  const version = await factsOf(name);
  const { supersedes } = version;
  const isThere = supersedes !== undefined && standingFiles(archive.ledger.entries, policy, supersedes)['record.html'] !== undefined;
  return { version, previous: isThere ? await factsOf(supersedes) : undefined };
}

/** Freezes an amended notice beside the first and those before it; writes nothing. */
export function amendedNotice(
  archive: Archive,
  of: { readonly policy: string; readonly version: string; readonly reason: string },
  notice: NoticeText,
): Change & {
  readonly events: readonly [{ readonly type: 'notice-amended'; readonly files: Readonly<Record<string, string>> } & typeof of];
} {
  const { policy, version, reason } = of;
  const earlier = archive.histories.find((one) => one.policy === policy)?.versions.find((one) => one.version === version)?.amended ?? [];
  // The first notice stands in version.json.
  const name = `notice.${earlier.length + 2}.json`;
  const text = noticeJson({ format: 1, policy, version, summary: notice.summary, changes: notice.changes });
  return {
    events: [{ type: 'notice-amended', policy, version, reason, files: { [name]: sha256(text) } }],
    before: { [`policies/${policy}/${version}/${name}`]: text },
  };
}

/** Canonical JSON and a line end, as every frozen file that is no text. */
export function noticeJson(notice: FrozenNotice): string {
  return `${canonicalJson(notice)}\n`;
}
