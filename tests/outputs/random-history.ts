import fc, { type Arbitrary } from 'fast-check';
import { addDays, type CalendarDate } from '../../src/model/calendar-date.ts';
import { dayOfEntry } from '../../src/model/ledger/day-of-entry.ts';
import { isPublished, type LedgerEntry, type LedgerEvent } from '../../src/model/ledger/entry.ts';
import { policyHistories, type PolicyHistory } from '../../src/model/ledger/history.ts';
import type { PolicyFacts, PublishedFacts, SiteContent } from '../../src/view/site.ts';
import { common, day, siteOf } from '../view/facts.ts';

// Ledgers of one policy as they could come about: texts posted in any order for any days, moved, withdrawn, taken away, the policy
// ended, and the site's zone changed in between. Rules would refuse some of it; what is shown must agree all the same.

const FIRST = day('2027-02-01');
const DAYS = 40;
export const ZONES = ['Pacific/Kiritimati', 'Pacific/Pago_Pago', 'America/Los_Angeles', 'Europe/Paris', 'UTC'];

const anyDay = fc.integer({ min: 0, max: DAYS }).map((days) => addDays(FIRST, days));
const anyZone = fc.constantFrom(...ZONES);
const basis = fc.constantFrom('stated' as const, 'stated' as const, 'stated' as const, 'captured' as const);

const posted = fc.record({
  effective: fc.record({ day: anyDay, basis }),
  zone: anyZone,
  back: fc.option(fc.nat(3)),
  corrects: fc.boolean(),
});
const later = fc.oneof(
  fc.record({ type: fc.constant('reschedule' as const), index: fc.nat(5), day: anyDay }),
  fc.record({ type: fc.constant('withdraw' as const), index: fc.nat(5) }),
  fc.record({ type: fc.constant('remove' as const), index: fc.nat(5) }),
);

/** The entries of a ledger, oldest first. */
export const anyLedger: Arbitrary<readonly LedgerEntry[]> = fc
  .record({
    posted: fc.array(posted, { minLength: 1, maxLength: 6 }),
    later: fc.array(later, { maxLength: 4 }),
    end: fc.option(fc.record({ from: anyDay, zone: anyZone }), { freq: 3 }),
  })
  .map((told) => {
    const policy = 'privacy';
    const events: { readonly event: LedgerEvent; readonly zone: string }[] = told.posted.map(
      ({ effective, zone, back, corrects }, index) => {
        const other = back === null || back >= index ? undefined : `v${index - 1 - back}`;
        const links = corrects ? { corrects: other } : { supersedes: other };
        const [words, record] = [String(index).repeat(64), 'f'.repeat(64)];
        return { zone, event: { type: 'publish', policy, version: `v${index}`, effective, ...links, words, record, files: {} } };
      },
    );
    for (const one of told.later) {
      const own = told.posted[one.index];
      if (!own) continue;
      const version = `v${one.index}`;
      const reason = 'It had to be.';
      if (one.type === 'reschedule')
        events.push({
          zone: own.zone,
          event: { type: 'reschedule', policy, version, effective: { day: one.day, basis: 'stated' }, reason },
        });
      else if (one.type === 'withdraw') events.push({ zone: own.zone, event: { type: 'withdraw', policy, version, reason } });
      else events.push({ zone: own.zone, event: { type: 'remove', policy, version, reason, files: {} } });
    }
    if (told.end) events.push({ zone: told.end.zone, event: { type: 'retire', policy, from: told.end.from, reason: 'It ends.' } });
    return events.map(({ event, zone }, index): LedgerEntry => {
      const recordedAt = new Date(Date.parse('2026-11-01T12:00:00Z') + index * 3_600_000).toISOString().replace('.000Z', 'Z');
      return { ...event, seq: index + 1, prev: '0'.repeat(64), recordedAt, zone };
    });
  });

export function historyOf(entries: readonly LedgerEntry[]): PolicyHistory {
  const [history] = policyHistories(entries);
  if (!history) throw new Error('The ledger is empty.');
  return history;
}

/** What the pages are made from, as the library makes it of frozen files. */
export function policyOfLedger(entries: readonly LedgerEntry[]): PolicyFacts {
  const history = historyOf(entries);
  const versions = history.timeline.flatMap(({ posting, fate }): readonly PublishedFacts[] => {
    const own = history.versions.find(({ version }) => version === posting.version);
    if (!own) return [];
    const { published, withdrawn, removed, rescheduled } = own;
    const told = (happening: NonNullable<typeof withdrawn>): { reason: string; on: CalendarDate } => ({
      reason: happening.reason,
      on: dayOfEntry({ ...happening, zone: published.zone }),
    });
    const [gone] = removed;
    return [
      {
        ...common(posting.effectiveFrom),
        name: posting.version,
        basis: posting.basis,
        fate,
        publicSince: published.recordedAt,
        postedOn: dayOfEntry(published),
        zone: posting.zone,
        summary: gone ? undefined : `What ${posting.version} brings.`,
        supersedes: published.supersedes,
        corrects: published.corrects,
        digests: { words: published.words, record: published.record },
        withdrawn: withdrawn && told(withdrawn),
        removed: gone && told(gone),
        rescheduled: rescheduled.map((move) => ({ to: move.to, ...told(move) })),
      },
    ];
  });
  return { name: history.policy, title: 'Privacy policy', kind: 'privacy', sections: 'closed', versions, retirement: history.retirement };
}

export function contentOn(entries: readonly LedgerEntry[], asOf: CalendarDate): SiteContent {
  return siteOf([policyOfLedger(entries)], asOf);
}

/** The day before, the day itself and the day after every day on which anything could change. */
export function daysAround(entries: readonly LedgerEntry[]): readonly CalendarDate[] {
  const named = entries.flatMap((entry) => {
    if (isPublished(entry) || entry.type === 'reschedule') return [entry.effective.day];
    return entry.type === 'retire' ? [entry.from] : [];
  });
  return [...new Set(named.flatMap((one) => [-1, 0, 1].map((days) => addDays(one, days))))].toSorted();
}
