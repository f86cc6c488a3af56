import { calendarDate, type CalendarDate } from '../../src/model/calendar-date.ts';
import { timeline, type Posting } from '../../src/model/lifecycle.ts';
import type { DraftFacts, PolicyFacts, PublishedFacts, SiteContent } from '../../src/view/site.ts';

export function day(text: string): CalendarDate {
  const date = calendarDate(text);
  if (date === undefined) throw new Error(`${text} is no day.`);
  return date;
}

export interface Told extends Partial<Omit<PublishedFacts, 'status' | 'fate' | 'effectiveFrom'>> {
  /** Its effective day, and its name unless it has another. */
  readonly from: string;
}

const DIGESTS = { words: 'a'.repeat(64), record: 'b'.repeat(64) };

/** A policy whose versions have the fates that the ledger's facts give them, posted in this order. */
export function policyOf(told: readonly Told[], more: Partial<PolicyFacts> = {}): PolicyFacts {
  const { retirement } = more;
  const facts = told.map((one): Omit<PublishedFacts, 'fate'> => ({ ...common(one.from), ...one, effectiveFrom: day(one.from) }));
  const postings = facts.map((one, line): Posting => ({
    version: one.name,
    line,
    effectiveFrom: one.effectiveFrom,
    basis: one.basis,
    zone: one.zone,
    publicSince: Date.parse(one.publicSince),
    isWithdrawn: one.withdrawn !== undefined,
    isRemoved: one.removed !== undefined,
    supersedes: one.supersedes,
  }));
  const ordered = timeline(postings, retirement && { from: retirement.from, zone: 'UTC' });
  const versions = ordered.flatMap(({ posting, fate }) => {
    const own = facts.find(({ name }) => name === posting.version);
    return own ? [{ ...own, fate }] : [];
  });
  return {
    name: 'privacy',
    title: 'Privacy policy',
    kind: 'privacy',
    sections: 'closed',
    ...more,
    versions: [...versions, ...(more.versions ?? [])],
  };
}

export function common(from: string): Omit<PublishedFacts, 'fate'> {
  return {
    status: 'published',
    name: from,
    title: 'Privacy policy',
    lang: 'en',
    effectiveFrom: day(from),
    basis: 'stated',
    changes: [],
    sections: [],
    anchors: [],
    retired: {},
    digests: DIGESTS,
    publicSince: '2015-01-01T12:00:00Z',
    postedOn: day('2015-01-01'),
    zone: 'UTC',
    isImported: false,
    organisation: 'Example Ltd',
    contact: { email: 'help@example.org' },
    rescheduled: [],
    amended: [],
    sent: [],
    redlines: [],
  };
}

export function draftOf(from: string): DraftFacts {
  const { name, title, lang, effectiveFrom, basis, changes, sections, anchors, retired, digests } = common(from);
  return { status: 'draft', name, title, lang, effectiveFrom, basis, changes, sections, anchors, retired, digests };
}

export function siteOf(policies: readonly PolicyFacts[], asOf: string): SiteContent {
  return {
    site: {
      organisation: 'Example Ltd',
      address: [],
      contact: { email: 'help@example.org' },
      url: 'https://policies.example.org',
      languages: ['en'],
      timeZone: 'UTC',
      dir: 'ltr',
      indexVersions: false,
      sample: false,
    },
    policies,
    pages: [],
    asOf: day(asOf),
  };
}
