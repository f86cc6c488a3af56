import type { Archive } from '../../library/archive.ts';
import type { CalendarDate } from '../../model/calendar-date.ts';
import type { PolicyHistory, SentNotice } from '../../model/ledger/history.ts';
import { noticeProgress } from '../../model/notice/progress.ts';
import { promisedBy } from './events.ts';

/** The promised notice of a version, as `status` tells it; described by the schema `status`. */
export interface NoticeStatus {
  readonly policy: string;
  readonly version: string;
  readonly effective: CalendarDate;
  readonly promisedBy: string;
  readonly promised: { readonly days: number; readonly channels: readonly string[] };
  readonly sent: readonly SentNotice[];
  readonly outstanding: readonly string[];
  readonly runsFrom: CalendarDate;
  readonly earliest: CalendarDate;
  readonly keepsPromise: boolean;
}

/**
 * Notices that were promised: of every version still to come, and of a version in force that took effect without the whole of it.
 *
 * @throws FrozenFileError when a published file is not the one that the ledger names.
 */
export async function noticesDue(
  archive: Archive,
  { day, instant }: { readonly day: CalendarDate; readonly instant: number },
): Promise<readonly NoticeStatus[]> {
  const all = await Promise.all(
    archive.histories.flatMap((history) => standingVersions(history, instant).map((one) => due(archive, { ...one, history, day }))),
  );
  return all.flatMap((notice) => notice ?? []);
}

interface Standing {
  readonly version: string;
  readonly isComing: boolean;
}

/** The versions that are announced or in force at an instant, and whose words are still there. */
function standingVersions({ timeline }: PolicyHistory, instant: number): readonly Standing[] {
  return timeline.flatMap(({ posting, fate }): readonly Standing[] => {
    if (fate.kind !== 'governs' || posting.isRemoved) return [];
    const { fromInstant, untilInstant } = fate.interval;
    if (untilInstant !== undefined && untilInstant <= instant) return [];
    return [{ version: posting.version, isComing: fromInstant > instant }];
  });
}

async function due(
  archive: Archive,
  { version: name, isComing, history, day }: Standing & { readonly history: PolicyHistory; readonly day: CalendarDate },
): Promise<NoticeStatus | undefined> {
  const { policy } = history;
  const version = history.versions.find((one) => one.version === name);
  const posting = history.timeline.find((entry) => entry.posting.version === name)?.posting;
  if (!version || !posting) return undefined;
  const progress = noticeProgress({
    version,
    posting,
    frozen: await archive.frozenVersion(policy, name),
    promisedBy: await promisedBy(version, archive.ledger.entries, archive),
    today: day,
  });
  if (!progress || (!isComing && progress.outstanding.length === 0 && progress.keepsPromise)) return undefined;
  const { days, channels, ...rest } = progress;
  return { policy, version: name, effective: posting.effectiveFrom, promised: { days, channels }, ...rest };
}

/** What stands in the way of a notice, for people; `undefined` when it is complete and in time. */
export function noticeLine(notice: NoticeStatus): string | undefined {
  const { policy, version, outstanding, promised, promisedBy: by, effective, earliest, runsFrom, keepsPromise } = notice;
  if (outstanding.length === 0 && keepsPromise) return undefined;
  const name = `${policy}/${version}`;
  const channels = outstanding.map((channel) => `"${channel}"`).join(', ');
  const lacks =
    outstanding.length === 0 ? `${name}: the notice is complete since ${runsFrom}` : `${name}: no notice by ${channels} is recorded`;
  const counted = outstanding.length === 0 ? '' : ` Sent on ${runsFrom}, it runs from then;`;
  const day = `${counted} the ${promised.days} days that ${by} promises allow ${earliest} at the earliest`;
  return keepsPromise
    ? `${lacks}.${day}, and ${effective} keeps that.`
    : `${lacks}.${day}, and ${effective} is too early: run "codicil reschedule ${name} --effective ${earliest}".`;
}
