import type { DeskOptions } from '../../library/desk.ts';
import { removalOf } from '../../library/removal.ts';
import type { Archive } from '../../library/archive.ts';
import type { CalendarDate } from '../../model/calendar-date.ts';
import type { PolicyHistory } from '../../model/ledger/history.ts';
import type { LaterEvent } from '../../model/rules/events.ts';
import { supersededBy } from '../../model/rules/events/event.ts';
import { redlineWords } from '../../strings/redline.ts';
import { UsageError, type ExitCode } from '../io.ts';
import { reasonGiven, recordEvents, versionNamed, type LaterChange } from './events.ts';
import type { Occasion } from './occasion.ts';

interface OfVersion {
  readonly content: string;
  /** `privacy/2027-03-01` */
  readonly name: string;
}

interface OfPolicy {
  readonly content: string;
  readonly policy: string;
  readonly reason: string;
}

type Reasoned = OfVersion & { readonly reason: string };

export async function reschedule(asked: Reasoned & { readonly effective: CalendarDate }, occasion: Occasion): Promise<ExitCode> {
  const { content, name, effective } = asked;
  const event: LaterEvent = {
    type: 'reschedule',
    ...versionNamed(name),
    effective: { day: effective, basis: 'stated' },
    reason: reasonGiven(asked.reason),
  };
  return recordEvents({ content, change: () => ({ events: [event] }), done: `${name}: takes effect on ${effective} instead.` }, occasion);
}

/** With all that build on it when that is asked for: the last one first, so that none ever stands on one that was taken back. */
export async function withdraw(asked: Reasoned & { readonly withLater: boolean }, occasion: Occasion): Promise<ExitCode> {
  const { content, name, withLater } = asked;
  const { policy, version } = versionNamed(name);
  const reason = reasonGiven(asked.reason);
  const names = ({ histories }: Archive): readonly string[] => {
    const history = histories.find((one) => one.policy === policy);
    return withLater && history ? [...buildingOn(version, history), version] : [version];
  };
  const change = (archive: Archive): { events: readonly LaterEvent[] } => ({
    events: names(archive).map((one): LaterEvent => ({ type: 'withdraw', policy, version: one, reason })),
  });
  const done = `${name}: withdrawn${withLater ? ', with every version that built on it' : ''}. Its page stays, and says so.`;
  return recordEvents({ content, change, done }, occasion);
}

/** Every posted version that builds on one, and those that build on these, each before the one it builds on. */
function buildingOn(version: string, history: PolicyHistory, seen: readonly string[] = []): readonly string[] {
  const found: string[] = [];
  for (const other of supersededBy(version, history)) {
    if (seen.includes(other) || found.includes(other)) continue;
    found.push(...buildingOn(other, history, [...seen, version, ...found]), other);
  }
  return found;
}

export async function reviewed(asked: OfPolicy & { readonly on: CalendarDate }, occasion: Occasion): Promise<ExitCode> {
  const { content, policy, on } = asked;
  const event: LaterEvent = { type: 'reviewed', policy, on, reason: reasonGiven(asked.reason) };
  return recordEvents({ content, change: () => ({ events: [event] }), done: `${policy}: reviewed on ${on}.` }, occasion);
}

export async function retire(
  asked: OfPolicy & { readonly from: CalendarDate; readonly replacedBy?: string | undefined },
  occasion: Occasion,
): Promise<ExitCode> {
  const { content, policy, from, replacedBy } = asked;
  const event: LaterEvent = { type: 'retire', policy, from, replacedBy, reason: reasonGiven(asked.reason) };
  const change = ({ histories }: Archive): { events: readonly LaterEvent[] } => {
    const others = histories.filter((one) => one.versions.length > 0 && one.policy !== policy).map((one) => one.policy);
    if (replacedBy !== undefined && !others.includes(replacedBy)) {
      const known = others.length === 0 ? 'No other policy is published yet' : `The other published policies are ${others.join(', ')}`;
      throw new UsageError(`The policy "${replacedBy}" cannot replace ${policy}: it is not published. ${known}. Nothing was recorded.`);
    }
    return { events: [event] };
  };
  return recordEvents({ content, change, done: `${policy}: retired from ${from}.` }, occasion);
}

export async function remove(
  asked: Reasoned & { readonly section?: string | undefined },
  occasion: Occasion,
  how?: DeskOptions,
): Promise<ExitCode> {
  const { content, name, section } = asked;
  const named = versionNamed(name);
  const reason = reasonGiven(asked.reason);
  const what =
    section === undefined
      ? 'its text is removed'
      : `the words of the section "${section}" are removed; the rest of the text stays, policy.mdx is gone`;
  const done = `${name}: ${what}. Name, days and digests stay in the ledger. Earlier commits of your repository and copies elsewhere still hold the words. Title and summary stay: read them.`;
  const change = (archive: Archive): Promise<LaterChange> => removalOf(archive, { ...named, section, reason }, redlineWords);
  return recordEvents({ content, change, done }, occasion, how);
}

export async function noticeSent(
  asked: OfVersion & { readonly channel: string; readonly on: CalendarDate; readonly count?: number | undefined },
  occasion: Occasion,
): Promise<ExitCode> {
  const { content, name, channel, on, count } = asked;
  const event: LaterEvent = { type: 'notice-sent', ...versionNamed(name), channel, on, count };
  const done = `${name}: notice by ${channel} on ${on}${count === undefined ? '' : `, to ${count}`}.`;
  return recordEvents({ content, change: () => ({ events: [event] }), done }, occasion);
}
