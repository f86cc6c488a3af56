import { FrozenFileError, openArchive, type Archive } from '../../library/archive.ts';
import { atDesk, type DeskOptions } from '../../library/desk.ts';
import { readSite } from '../../library/library.ts';
import type { Change } from '../../library/transaction.ts';
import { hasErrors, type Finding } from '../../model/finding.ts';
import { dayOfEntry } from '../../model/ledger/day-of-entry.ts';
import type { EventFrame } from '../../model/ledger/chain.ts';
import type { LedgerEntry } from '../../model/ledger/entry.ts';
import { policyHistories, type PolicyHistory } from '../../model/ledger/history.ts';
import { inForceOn } from '../../model/lifecycle.ts';
import { eventFindings, type EventContext, type LaterEvent } from '../../model/rules/events.ts';
import { complain, complainOf, say, UsageError, type ExitCode } from '../io.ts';
import { findingsCount } from '../report/text.ts';
import { dayAsked, eventFrame, type Occasion } from './occasion.ts';
import { record, sayLeftOver } from './record-change.ts';

/** What a command records: the events in their order, and what they mean for the files. */
export type LaterChange = Omit<Change, 'events'> & { readonly events: readonly LaterEvent[] };

export interface EventRequest {
  readonly content: string;
  /** Made from the archive as it is when the command has the desk for itself. */
  readonly change: (archive: Archive) => Promise<LaterChange> | LaterChange;
  /** What to say when it is done. */
  readonly done: string;
}

/** Records what happened to published versions: all of the events or none, each checked as if those before it were recorded. */
export async function recordEvents({ content, change, done }: EventRequest, occasion: Occasion, how: DeskOptions = {}): Promise<ExitCode> {
  return atDesk(
    content,
    async (desk, leftOver) => {
      sayLeftOver(leftOver);
      const site = await readSite(content);
      const frame = eventFrame(occasion, site);
      const archive = await openArchive(content);
      const findings = [...archive.ledger.findings];
      if (hasErrors(findings)) return refuse(content, findings);
      try {
        const asked = await change(archive);
        findings.push(...(await findingsFor(asked.events, archive, { frame, occasion })));
        if (hasErrors(findings)) return refuse(content, findings);
        complainOf(findings, content);
        await record(desk, asked, frame);
      } catch (error) {
        if (error instanceof FrozenFileError) return refuse(content, [...findings, error.finding]);
        throw error;
      }
      say(done);
      return 0;
    },
    how,
  );
}

function refuse(content: string, findings: readonly Finding[]): ExitCode {
  complainOf(findings, content);
  complain(`Nothing was recorded: ${findingsCount(findings)}. The ledger and everything published are as they were.`);
  return 1;
}

async function findingsFor(
  events: readonly LaterEvent[],
  archive: Archive,
  { frame, occasion }: { frame: EventFrame; occasion: Occasion },
): Promise<readonly Finding[]> {
  const entries: LedgerEntry[] = [...archive.ledger.entries];
  const findings: Finding[] = [];
  for (const event of events) {
    const context = await contextOf(event, entries, archive);
    findings.push(...eventFindings(event, { ...context, today: dayAsked(occasion, frame.zone), zone: frame.zone }));
    entries.push({ ...frame, ...event, seq: entries.length + 1, prev: '' });
  }
  return findings;
}

async function contextOf(
  event: LaterEvent,
  entries: readonly LedgerEntry[],
  archive: Archive,
): Promise<Omit<EventContext, 'today' | 'zone'>> {
  const { policy } = event;
  const history = historyOf(policy, entries);
  if (!('version' in event)) return { file: `policies/${policy}/policy.yaml`, history };
  const { version } = event;
  const file = `policies/${policy}/${version}/policy.mdx`;
  const known = history?.versions.find((one) => one.version === version);
  if (!known || isGone(known)) return { file, history };
  return {
    file,
    history,
    frozen: await archive.frozenVersion(policy, version),
    anchors: await archive.anchors(policy, version),
    promisedBy: await promisedBy(known, entries, archive),
  };
}

/** What was in force when a version was posted, as the ledger told it then. */
export async function promisedBy(
  { published }: PolicyHistory['versions'][number],
  entries: readonly LedgerEntry[],
  archive: Archive,
): Promise<EventContext['promisedBy']> {
  const before = historyOf(
    published.policy,
    entries.filter((entry) => entry.seq < published.seq),
  );
  const version = before && inForceOn(before.timeline, dayOfEntry(published))?.posting.version;
  const history = historyOf(published.policy, entries)?.versions.find((one) => one.version === version);
  return version === undefined || !history || isGone(history) ? undefined : archive.frozenVersion(published.policy, version);
}

function historyOf(policy: string, entries: readonly LedgerEntry[]): PolicyHistory | undefined {
  return policyHistories(entries.filter((entry) => entry.policy === policy))[0];
}

function isGone({ removed }: PolicyHistory['versions'][number]): boolean {
  return removed.some(({ section }) => section === undefined);
}

/** `privacy/2027-03-01` in its two parts. @throws UsageError when it is something else. */
export function versionNamed(name: string): { readonly policy: string; readonly version: string } {
  const [policy = '', version = '', ...more] = name.replace(/\/+$/u, '').split('/');
  if (policy !== '' && version !== '' && more.length === 0) return { policy, version };
  throw new UsageError(`"${name}" is no version of a policy. Write both names, such as privacy/2027-03-01.`);
}

const MOST_CHARACTERS = 300;

/** @throws UsageError when it would not fit in a ledger line that others are to carry along. */
export function reasonGiven(reason: string): string {
  const words = reason.trim();
  if (words.length <= MOST_CHARACTERS) return words;
  throw new UsageError(
    `The reason has ${words.length} characters; a ledger line has room for ${MOST_CHARACTERS}. Say it in fewer words. Nothing was recorded.`,
  );
}
