import type { CalendarDate } from '../calendar-date.ts';
import type { Finding } from '../finding.ts';
import { earliestLawfulDay, outstandingChannels } from '../notice/clock.ts';
import { noticeDays } from '../notice/notice-period.ts';
import { isBoundByPromise } from '../notice/promise.ts';
import type { PolicyRecord } from '../record/record.ts';
import { changedSections, type ChangedSection } from '../rules/publish/changed-sections.ts';
import type { PublishInput } from '../rules/publish/input.ts';
import { brokenReferences, type BrokenReference } from './broken-references.ts';
import { readabilityOf, type Readability } from './readability.ts';

/** What those who approve a draft have to know besides its words. */
export interface Review {
  readonly policy: string;
  readonly version: string;
  readonly effectiveFrom: CalendarDate;
  readonly materiality?: string | undefined;
  readonly summary?: string | undefined;
  readonly changes: PublishInput['draft']['changes'];
  /** The version that it would supersede; absent for a first one. */
  readonly previous?: string | undefined;
  readonly notice: NoticeArithmetic;
  /** Every top-level section that differs, and whether the notice tells of it. */
  readonly sections: readonly ChangedSection[];
  readonly findings: readonly Finding[];
  /** Absent where they cannot be looked for. */
  readonly brokenReferences?: readonly BrokenReference[] | undefined;
  readonly readability: { readonly before?: Readability | undefined; readonly after: Readability };
}

/** How the day of a draft stands to what readers were promised, if it were posted on a day. */
export interface NoticeArithmetic {
  readonly postedOn: CalendarDate;
  /** Days between posting and the effective day, neither of them counted; less than 0 when it binds before it is posted. */
  readonly wholeDays: number;
  /** The promise of the version in force; absent where nothing is promised. */
  readonly promise?:
    { readonly by: string; readonly days: number; readonly channels: readonly string[]; readonly earliest: CalendarDate } | undefined;
  /** Channels that were promised and that posting itself does not serve. */
  readonly toSend: readonly string[];
  /** Whether that promise binds this change: not a first text, a correction of spelling, clearer words or a waived notice. */
  readonly isBound: boolean;
  readonly keepsPromise: boolean;
}

export interface ReviewInput {
  readonly input: PublishInput;
  readonly record: PolicyRecord;
  readonly previous?: PolicyRecord | undefined;
  readonly findings: readonly Finding[];
}

/** Puts together what is known of a draft. Pure; input is not changed. */
export function reviewOf({ input, record, previous, findings }: ReviewInput): Review {
  const { draft } = input;
  return {
    policy: draft.policy,
    version: draft.version,
    effectiveFrom: draft.effective.day,
    materiality: draft.materiality,
    summary: draft.summary,
    changes: draft.changes,
    previous: input.previous?.version,
    notice: noticeOf(input),
    sections: input.previous ? changedSections(input.previous, draft) : [],
    findings,
    brokenReferences: brokenReferences(record),
    readability: { before: previous && readabilityOf(previous), after: readabilityOf(record) },
  };
}

function noticeOf({ draft, inForce, postedOn, postedAt, zone, counting, holidays }: PublishInput): NoticeArithmetic {
  const effectiveFrom = draft.effective.day;
  const terms = inForce?.changeTerms;
  const earliest = terms && earliestLawfulDay({ on: postedOn, instant: postedAt }, { days: terms.days, counting, holidays }, zone);
  const isBound = terms !== undefined && isBoundByPromise(draft);
  return {
    postedOn,
    wholeDays: noticeDays({ noticeOn: postedOn, effectiveFrom }),
    promise: terms && inForce && earliest ? { by: inForce.version, ...terms, earliest } : undefined,
    toSend: terms ? outstandingChannels({ promised: terms.channels, sent: [] }) : [],
    isBound,
    keepsPromise: !isBound || earliest === undefined || effectiveFrom >= earliest,
  };
}
