import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { nameFault } from '../../config.ts';
import { sha256 } from '../../library/digests.ts';
import { nextDraftText } from '../../library/next-draft.ts';
import { readLibrary, type Library } from '../../library/library.ts';
import { versionBefore } from '../../library/publish-plan.ts';
import { addDays, type CalendarDate } from '../../model/calendar-date.ts';
import { hasErrors } from '../../model/finding.ts';
import type { ChangeTerms } from '../../model/frozen-version.ts';
import type { PolicyHistory } from '../../model/ledger/history.ts';
import { inForceOn } from '../../model/lifecycle.ts';
import { earliestLawfulDay, outstandingChannels } from '../../model/notice/clock.ts';
import { countOf, listOf } from '../../model/rules/wording.ts';
import { complain, complainOf, say, UsageError, type ExitCode } from '../io.ts';
import { requireFolder } from './check.ts';
import { dayAsked, type Occasion } from './occasion.ts';

export interface DraftOptions {
  readonly content: string;
  readonly policy: string;
  /** The first day that keeps every promise when absent. */
  readonly effective?: CalendarDate | undefined;
}

/** Makes the next version of a policy out of the one that it will follow. Writes the whole draft or nothing, and never over what is there. */
export async function draft(options: DraftOptions, occasion: Occasion): Promise<ExitCode> {
  const { content } = options;
  const policy = options.policy.replace(/\/+$/u, '');
  if (policy.includes('/'))
    throw new UsageError(`"${policy}": name the policy alone. The version is named after its day, which --effective sets.`);
  await requireFolder(content, policy);
  const library = await readLibrary(content);
  const faults = library.findings.filter(({ place }) => place.file === 'site.yaml' || place.file === 'ledger.jsonl');
  if (!library.site || hasErrors(faults)) {
    complainOf(faults, content);
    complain('What the next version follows cannot be told before this is put right. Nothing was written.');
    return 1;
  }
  const history = requireHistory(library, policy);
  const today = dayAsked(occasion, library.site.timeZone);
  const instant = occasion.today === undefined ? occasion.now : undefined;
  const bound = await promiseOn(library, history, { on: today, instant, zone: library.site.timeZone });
  const announced = lastAnnounced(history, today);
  const effective = options.effective ?? laterOf(bound.earliest, announced && addDays(announced.from, 1));
  if (effective < today)
    throw new UsageError(`${effective} is past: nobody can be bound by words before they can be read. Choose ${today} or a later day.`);
  const base = versionBefore(history.timeline, effective);
  if (base === undefined)
    throw new UsageError(`On ${effective} no version of ${policy} with its words is there to follow. Choose a later day with --effective.`);
  if (history.retirement && history.retirement.from <= effective)
    throw new UsageError(`${policy} is retired from ${history.retirement.from} on, so nothing can take effect on ${effective}.`);
  const name = `${policy}/${effective}`;
  const folder = join(content, 'policies', policy);
  if (nameFault(effective, 'version') !== undefined || (await isThere(join(folder, effective)))) {
    complain(
      `${content}/policies/${name} is there already. Nothing was written. Go on writing there, or choose another day with --effective.`,
    );
    return 1;
  }
  const source = await publishedSource(content, history, base);
  const notes = [
    'materiality: editorial (spelling), clarifying (the same in clearer words), substantive or material',
    'summary: what is new, in one or two plain sentences',
    `changes: "codicil draft ${name} --summarise" prepares them when the words below are changed`,
  ];
  await writeWhole(folder, effective, nextDraftText(source, { effective, notes }));
  say(`Written: ${content}/policies/${name}/policy.mdx, with the words of ${base}. Change them, and leave [#…] at the ends of headings.`);
  for (const line of explained({ effective, bound, announced, base, drafts: otherDrafts(library, policy) })) say(line);
  return 0;
}

/** @throws UsageError when nothing of the policy was published. */
function requireHistory({ archive, policies }: Library, policy: string): PolicyHistory {
  const history = archive.histories.find((one) => one.policy === policy);
  if (history) return history;
  const first = policies.find(({ name }) => name === policy)?.versions[0];
  throw new UsageError(
    first
      ? `No version of ${policy} was published yet: ${policy}/${first.version} is its first. Write there.`
      : `No version of ${policy} was published yet, so there is none to begin with. "codicil import FILE --policy ${policy}" makes the first.`,
  );
}

interface Bound {
  /** Whose promise binds a change that matters; absent where nothing is promised. */
  readonly by?: { readonly version: string; readonly terms: ChangeTerms } | undefined;
  /** The first day on which such a change may take effect, if it is posted today. */
  readonly earliest: CalendarDate;
}

async function promiseOn(
  { archive }: Library,
  history: PolicyHistory,
  { zone, ...posted }: { readonly on: CalendarDate; readonly instant: number | undefined; readonly zone: string },
): Promise<Bound> {
  const inForce = inForceOn(history.timeline, posted.on);
  if (!inForce || inForce.posting.isRemoved) return { earliest: posted.on };
  const { version } = inForce.posting;
  const terms = (await archive.frozenVersion(history.policy, version)).changeTerms;
  return terms ? { by: { version, terms }, earliest: earliestLawfulDay(posted, { days: terms.days }, zone) } : { earliest: posted.on };
}

interface Coming {
  readonly version: string;
  readonly from: CalendarDate;
}

function lastAnnounced({ timeline }: PolicyHistory, today: CalendarDate): Coming | undefined {
  const last = timeline.findLast(({ fate, posting }) => fate.kind === 'governs' && !posting.isRemoved);
  if (last?.fate.kind !== 'governs' || last.fate.interval.from <= today) return undefined;
  return { version: last.posting.version, from: last.fate.interval.from };
}

function laterOf(day: CalendarDate, other: CalendarDate | undefined): CalendarDate {
  return other !== undefined && other > day ? other : day;
}

/** The MDX as it was published. @throws UsageError when it is gone, or is another one by now. */
async function publishedSource(content: string, { policy, versions }: PolicyHistory, version: string): Promise<string> {
  const path = join(content, 'policies', policy, version, 'policy.mdx');
  const bytes = await readFile(path).catch(() => undefined);
  const digest = versions.find((one) => one.version === version)?.published.files['policy.mdx'];
  if (bytes && (digest === undefined || sha256(bytes) === digest)) return bytes.toString('utf8');
  throw new UsageError(
    bytes
      ? `${path} is not the file that was published. "codicil verify" says more. Nothing was written.`
      : `${path} is not there: words of ${policy}/${version} had to be taken away. Begin with the policy.md of its page: "codicil import policy.md --policy ${policy}". Nothing was written.`,
  );
}

async function writeWhole(folder: string, name: string, text: string): Promise<void> {
  const staged = join(folder, `.${name}.new`);
  await mkdir(staged, { recursive: true });
  try {
    await writeFile(join(staged, 'policy.mdx'), text);
    await rename(staged, join(folder, name));
  } finally {
    await rm(staged, { recursive: true, force: true });
  }
}

function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

function otherDrafts({ policies }: Library, policy: string): readonly string[] {
  return policies.find(({ name }) => name === policy)?.versions.map(({ version }) => version) ?? [];
}

interface Outcome {
  readonly effective: CalendarDate;
  readonly bound: Bound;
  readonly announced?: Coming | undefined;
  readonly base: string;
  readonly drafts: readonly string[];
}

/** Why this day, and what else stands in the way. */
function explained({ effective, bound: { by, earliest }, announced, base, drafts }: Outcome): readonly string[] {
  const lines: string[] = [];
  if (by) {
    const channels = outstandingChannels({ promised: by.terms.channels, sent: [] });
    const waits = channels.length === 0 ? '' : `, and sent by ${listOf(channels)} no later`;
    lines.push(
      `Version ${by.version} is in force and promises ${countOf(by.terms.days, 'day')} of notice. Posted today${waits}, a change that matters may take effect on ${earliest} at the earliest; every day later moves that on.`,
    );
    if (effective < earliest) lines.push(`${effective} is earlier: only spelling, clearer words or a waived notice may take effect then.`);
  } else lines.push('No version in force promises any notice, so no day is too early for this one.');
  if (announced && base === announced.version)
    lines.push(`Version ${announced.version} is announced from ${announced.from} on; this one follows it.`);
  if (announced && base !== announced.version)
    lines.push(
      `Version ${announced.version} is announced from ${announced.from} on and takes the place of this one then: what you change here is gone from that day unless it says the same.`,
    );
  if (drafts.length > 0) lines.push(`Other drafts of this policy: ${drafts.join(', ')}.`);
  return lines;
}
