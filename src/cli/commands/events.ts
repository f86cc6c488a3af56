import { FrozenFileError, openArchive, type Archive } from '../../library/archive.ts';
import { atDesk, type DeskOptions } from '../../library/desk.ts';
import type { Frozen } from '../../library/freeze.ts';
import { freezePairs, type FrozenPairs } from '../../library/frozen-redline.ts';
import { readSite } from '../../library/library.ts';
import { factsNow, historyIn, redlinedOn, type Shelf } from '../../library/shelf.ts';
import type { Change } from '../../library/transaction.ts';
import { hasErrors, type Finding } from '../../model/finding.ts';
import { dayOfEntry } from '../../model/ledger/day-of-entry.ts';
import type { EventFrame } from '../../model/ledger/chain.ts';
import type { LedgerEntry } from '../../model/ledger/entry.ts';
import type { PolicyHistory } from '../../model/ledger/history.ts';
import { newNeighbours } from '../../model/ledger/neighbours.ts';
import { standingFiles } from '../../model/ledger/standing-files.ts';
import { inForceOn } from '../../model/lifecycle.ts';
import { eventFindings, type EventContext, type LaterEvent } from '../../model/rules/events.ts';
import { redlineWords } from '../../strings/redline.ts';
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
        const checked = await checkEvents(asked.events, archive, { frame, occasion });
        findings.push(...checked.findings);
        if (hasErrors(findings)) return refuse(content, findings);
        complainOf(findings, content);
        await record(desk, { ...asked, events: checked.events, before: { ...asked.before, ...checked.texts } }, frame);
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

interface Checked {
  readonly findings: readonly Finding[];
  /** The events, each with the versions that it makes neighbours. */
  readonly events: readonly LaterEvent[];
  /** Texts of the redlines of those, by their paths below the content folder. */
  readonly texts: Readonly<Record<string, string>>;
}

async function checkEvents(
  asked: readonly LaterEvent[],
  archive: Archive,
  { frame, occasion }: { frame: EventFrame; occasion: Occasion },
): Promise<Checked> {
  const shelf = { archive, fresh: new Map<string, Frozen>(), entries: [...archive.ledger.entries] };
  const findings: Finding[] = [];
  const events: LaterEvent[] = [];
  const texts: Record<string, string> = {};
  for (const event of asked) {
    const made = await newPairsOf(event, shelf, frame);
    const context = await contextOf(event, shelf.entries, archive);
    findings.push(...eventFindings(event, { ...context, pairs: made.facts, today: dayAsked(occasion, frame.zone), zone: frame.zone }));
    const whole = made.pairs ? { ...event, pairs: made.pairs } : event;
    events.push(whole);
    shelf.entries.push({ ...frame, ...whole, seq: shelf.entries.length + 1, prev: '' });
    for (const [name, text] of Object.entries(made.texts)) texts[`policies/${event.policy}/${name}`] = text;
  }
  return { findings, events, texts };
}

/** Versions that another day or a withdrawal makes neighbours, with the redlines between them. */
async function newPairsOf(
  event: LaterEvent,
  shelf: Shelf,
  frame: EventFrame,
): Promise<FrozenPairs & { readonly facts?: EventContext['pairs'] }> {
  if (event.type !== 'reschedule' && event.type !== 'withdraw') return { texts: {} };
  const { policy } = event;
  const before = historyIn(shelf.entries, policy);
  const entries = [...shelf.entries, { ...frame, ...event, seq: shelf.entries.length + 1, prev: '' }];
  const after = historyIn(entries, policy);
  if (!before || !after) return { texts: {} };
  const neighbours = newNeighbours(before.timeline, after.timeline);
  const frozen = await freezePairs(neighbours, {
    redlined: (name) => redlinedOn(shelf, policy, name),
    standing: (name) => standingFiles(shelf.entries, policy, name),
    words: redlineWords,
  });
  const facts = await Promise.all(
    neighbours.map(async ({ earlier, later }) => ({
      earlier: await factsNow(shelf, after, earlier),
      later: await factsNow(shelf, after, later),
    })),
  );
  return { ...frozen, facts: facts.flatMap(({ earlier, later }) => (earlier && later ? [{ earlier, later }] : [])) };
}

async function contextOf(
  event: LaterEvent,
  entries: readonly LedgerEntry[],
  archive: Archive,
): Promise<Omit<EventContext, 'today' | 'zone'>> {
  const { policy } = event;
  const history = historyIn(entries, policy);
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
  const before = historyIn(
    entries.filter((entry) => entry.seq < published.seq),
    published.policy,
  );
  const version = before && inForceOn(before.timeline, dayOfEntry(published))?.posting.version;
  const history = historyIn(entries, published.policy)?.versions.find((one) => one.version === version);
  return version === undefined || !history || isGone(history) ? undefined : archive.frozenVersion(published.policy, version);
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
