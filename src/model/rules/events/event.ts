import type { CalendarDate } from '../../calendar-date.ts';
import type { Finding, Severity } from '../../finding.ts';
import type { FrozenVersion } from '../../frozen-version.ts';
import type { LedgerEvent } from '../../ledger/entry.ts';
import type { PolicyHistory, VersionHistory } from '../../ledger/history.ts';
import type { Posting, TimelineEntry } from '../../lifecycle.ts';
import type { Counting } from '../../notice/notice-period.ts';
import type { VersionFacts } from '../publish/input.ts';

/** What can happen to a policy after a version of it was published. */
export type LaterEvent = Exclude<LedgerEvent, { readonly type: 'publish' | 'import' }>;

export type EventOf<Type extends LaterEvent['type']> = Extract<LaterEvent, { readonly type: Type }>;

/** Everything that decides whether an event may be recorded on a day. */
export interface EventContext {
  /** Where findings point: the version's `policy.mdx`, or the policy's `policy.yaml`. */
  readonly file: string;
  /** The policy as the ledger tells it so far; absent while it holds no line about it. */
  readonly history?: PolicyHistory | undefined;
  /** The civil day of the event, in `zone`. */
  readonly today: CalendarDate;
  /** Zone that the event's line will carry. */
  readonly zone: string;
  /** What was frozen with the version that the event names; absent for events about a whole policy. */
  readonly frozen?: FrozenVersion | undefined;
  /** Every section id and old anchor of that version, sub-sections included; asked for by `remove` of one section. */
  readonly anchors?: readonly string[] | undefined;
  /** What was frozen with the version in force on the day that version was posted: its `changeTerms` bind a new day. */
  readonly promisedBy?: FrozenVersion | undefined;
  /** The day on which the posted version was first seen on the deployed site, where that is known. */
  readonly firstSeenOn?: CalendarDate | undefined;
  /** Neighbours that the event makes (by a withdrawal or another day), each pair as it would stand afterwards. */
  readonly pairs?: readonly { readonly earlier: VersionFacts; readonly later: VersionFacts }[] | undefined;
  /** How promised days are counted; `exclude-first` when left out. */
  readonly counting?: Counting | undefined;
  /** For `eu-1182/71`. */
  readonly holidays?: readonly CalendarDate[] | undefined;
}

/** A published version that an event is about, with all that the rules ask of it. */
export interface Subject {
  readonly version: VersionHistory;
  readonly posting: Posting;
  readonly history: PolicyHistory;
}

/** The published version of a name; `undefined` when the ledger knows none. */
export function subjectOf(name: string, history: PolicyHistory | undefined): Subject | undefined {
  const version = history?.versions.find((one) => one.version === name);
  const posting = history?.timeline.find((entry) => entry.posting.version === name)?.posting;
  return history && version && posting ? { version, posting, history } : undefined;
}

/** Posted versions that were not withdrawn, in the order in which they take effect. */
export function standing(history: PolicyHistory | undefined): readonly Posting[] {
  return (history?.timeline ?? []).map((entry: TimelineEntry) => entry.posting).filter((posting) => !posting.isWithdrawn);
}

/** Posted versions that say they take the place of this one; one that names none takes the place of the one before it. */
export function supersededBy(name: string, history: PolicyHistory): readonly string[] {
  const postings = standing(history);
  return postings
    .filter((posting, index) => {
      if (posting.version === name) return false;
      if (posting.supersedes !== undefined) return posting.supersedes === name;
      const before = postings[index - 1];
      return before?.version === name && before.line < posting.line;
    })
    .map(({ version }) => version);
}

export function eventFinding(context: EventContext, rule: string, message: string, severity: Severity = 'error'): Finding {
  return { rule, severity, place: { file: context.file }, message };
}
