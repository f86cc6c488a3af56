import { hasErrors } from '../../model/finding.ts';
import { FrozenFileError } from '../../library/archive.ts';
import { readLibrary, type Library } from '../../library/library.ts';
import { startOfDay } from '../../model/civil-time.ts';
import type { PolicyHistory } from '../../model/ledger/history.ts';
import { comingChanges, type ComingChange } from '../../model/ledger/outlook.ts';
import { inForceAt } from '../../model/lifecycle.ts';
import { basePath, fileAddresses } from '../../urls.ts';
import { complain, complainOf, say, type ExitCode } from '../io.ts';
import { noticeLine, noticesDue, type NoticeStatus } from './notices-due.ts';
import { dayAsked, type Occasion } from './occasion.ts';

export interface StatusOptions {
  readonly content: string;
  readonly format: 'text' | 'json';
}

interface VersionStatus {
  readonly version: string;
  readonly from: string;
  readonly until?: string | undefined;
}

interface PolicyStatus {
  readonly policy: string;
  readonly inForce: VersionStatus | null;
  /** Public, not yet in force. */
  readonly posted: readonly VersionStatus[];
  readonly drafts: readonly { readonly version: string; readonly effective: string; readonly approved: boolean }[];
  readonly retiredFrom: string | null;
  readonly reviewedOn: string | null;
}

/** Described by the schema `status`, which every site publishes. */
interface Status {
  readonly $schema: string;
  readonly asOf: string;
  readonly zone: string;
  readonly policies: readonly PolicyStatus[];
  /** Promised notices of versions to come, and of versions in force that took effect without the whole of it. */
  readonly notices: readonly NoticeStatus[];
  /** When the site changes by itself, and everything that changes then; null while nothing is posted. */
  readonly next: { readonly instant: string; readonly changes: readonly Omit<ComingChange, 'instant'>[] } | null;
}

/** Prints what is in force, posted and drafted, and when the site changes next without anybody doing anything. Writes nothing. */
export async function status({ content, format }: StatusOptions, occasion: Occasion): Promise<ExitCode> {
  const library = await readLibrary(content);
  const faults = library.findings.filter(({ place }) => place.file === 'site.yaml' || place.file === 'ledger.jsonl');
  if (!library.site || hasErrors(faults)) {
    complainOf(faults, content);
    complain('What is in force cannot be told before this is put right.');
    return 1;
  }
  const zone = library.site.timeZone;
  const day = dayAsked(occasion, zone);
  const instant = occasion.today === undefined ? occasion.now : startOfDay(day, zone);
  let notices: readonly NoticeStatus[];
  try {
    notices = await noticesDue(library.archive, { day, instant });
  } catch (error) {
    if (!(error instanceof FrozenFileError)) throw error;
    complainOf([error.finding], content);
    complain('What readers were promised cannot be told before this is put right.');
    return 1;
  }
  const schema = new URL(fileAddresses(basePath(library.site.url)).schema('status'), library.site.url).href;
  const found = { $schema: schema, ...statusAt(library, { day, zone, instant }), notices };
  if (format === 'json') say(JSON.stringify(found, undefined, 2));
  else for (const line of statusLines(found)) say(line);
  return 0;
}

function statusAt(
  library: Library,
  at: { readonly day: string; readonly zone: string; readonly instant: number },
): Omit<Status, '$schema' | 'notices'> {
  const { histories } = library.archive;
  const names = [...new Set([...library.policies, ...histories.map(({ policy }) => ({ name: policy }))].map(({ name }) => name))];
  const coming = comingChanges(histories, at.instant);
  const first = coming[0];
  return {
    asOf: at.day,
    zone: at.zone,
    policies: names.toSorted((a, b) => (a < b ? -1 : 1)).map((name) => policyStatus(name, library, at.instant)),
    next: first
      ? {
          instant: new Date(first.instant).toISOString().replace('.000Z', 'Z'),
          changes: coming
            .filter(({ instant }) => instant === first.instant)
            .map(({ policy, version, day, zone }) => ({ policy, version, day, zone })),
        }
      : null,
  };
}

function policyStatus(policy: string, library: Library, instant: number): PolicyStatus {
  const history = library.archive.histories.find((one) => one.policy === policy);
  const inForce = history && inForceAt(history.timeline, instant);
  const drafts = library.policies.find(({ name }) => name === policy)?.versions ?? [];
  return {
    policy,
    inForce: (inForce && intervalOf(history, inForce.posting.version)) ?? null,
    posted: (history?.timeline ?? []).flatMap(({ posting, fate }) =>
      fate.kind === 'governs' && fate.interval.fromInstant > instant ? (intervalOf(history, posting.version) ?? []) : [],
    ),
    drafts: drafts.map(({ version, frontmatter: { effective, approved } }) => ({
      version,
      effective: typeof effective === 'string' ? effective : effective.day,
      approved: approved !== undefined,
    })),
    retiredFrom: history?.retirement?.from ?? null,
    reviewedOn: history?.reviewedOn ?? null,
  };
}

function intervalOf(history: PolicyHistory | undefined, version: string): VersionStatus | undefined {
  const fate = history?.timeline.find(({ posting }) => posting.version === version)?.fate;
  return fate?.kind === 'governs' ? { version, from: fate.interval.from, until: fate.interval.until } : undefined;
}

function statusLines({ asOf, zone, policies, notices, next }: Status): readonly string[] {
  const lines = [`On ${asOf} (${zone}):`];
  for (const { policy, inForce, posted, drafts, retiredFrom } of policies) {
    const now = inForce
      ? `${inForce.version} is in force since ${inForce.from}${inForce.until === undefined ? '' : `, until ${inForce.until}`}`
      : 'nothing is in force';
    const coming = posted.map(({ version, from }) => `${version} is posted, from ${from}`);
    const drafted = drafts.map(({ version, approved }) => `${version} is a draft${approved ? ', approved' : ''}`);
    const ends = retiredFrom === null ? [] : [`retired from ${retiredFrom}`];
    lines.push(`  ${policy}: ${[now, ...coming, ...drafted, ...ends].join('; ')}.`);
  }
  const due = notices.flatMap((notice) => noticeLine(notice) ?? []);
  if (due.length > 0) lines.push('Incomplete notices:', ...due.map((line) => `  ${line}`));
  if (!next) return [...lines, 'The site does not change by itself.'];
  const changes = next.changes.map(
    ({ policy, version, day, zone: own }) => `${policy} ${version === undefined ? 'ends' : `becomes ${version}`} on ${day} (${own})`,
  );
  return [...lines, `The site changes by itself at ${next.instant}: ${changes.join('; ')}.`];
}
