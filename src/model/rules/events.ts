import type { CalendarDate } from '../calendar-date.ts';
import type { Finding } from '../finding.ts';
import type { FrozenVersion } from '../frozen-version.ts';
import type { LedgerEvent } from '../ledger/entry.ts';
import type { PolicyHistory } from '../ledger/history.ts';
import type { Counting } from '../notice/notice-period.ts';

/** What can happen to a policy after a version of it was published. */
export type LaterEvent = Exclude<LedgerEvent, { readonly type: 'publish' | 'import' }>;

export interface EventContext {
  /** Where findings point: the version's `policy.mdx`, or the policy's `policy.yaml`. */
  readonly file: string;
  /** The policy as the ledger tells it so far; absent when the ledger holds no line about it. */
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
  /** How promised days are counted; `exclude-first` when left out. */
  readonly counting?: Counting | undefined;
  /** For `eu-1182/71`. */
  readonly holidays?: readonly CalendarDate[] | undefined;
}

/** Everything that stands against an event; none when it may be recorded. Never throws; input is not changed. */
export function eventFindings(event: LaterEvent, context: EventContext): readonly Finding[] {
  return event.policy === context.history?.policy ? [] : [{ rule: 'event-policy-unknown', severity: 'error', place: { file: context.file }, message: '' }];
}
