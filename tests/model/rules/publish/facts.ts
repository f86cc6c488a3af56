import { calendarDate, type CalendarDate } from '../../../../src/model/calendar-date.ts';
import type { FrozenVersion } from '../../../../src/model/frozen-version.ts';
import { policyHistories, type PolicyHistory } from '../../../../src/model/ledger/history.ts';
import type { LedgerEntry, LedgerEvent } from '../../../../src/model/ledger/entry.ts';
import type { Inline, Section } from '../../../../src/model/record/record.ts';
import { publishFindings } from '../../../../src/model/rules/publish/index.ts';
import type { DraftFacts, PublishInput, SectionFacts, VersionFacts } from '../../../../src/model/rules/publish/input.ts';

export function day(text: string): CalendarDate {
  const date = calendarDate(text);
  if (date === undefined) throw new Error(`no day: ${text}`);
  return date;
}

/**
 * A section of one heading and one paragraph, in which `[1]` refers to a footnote and `[words](https://…)` is a link. A digest need
 * only differ where what it is taken of differs.
 */
export function section(id: string, text: string, more: Partial<SectionFacts> = {}): SectionFacts {
  const heading = more.heading ?? `About ${id}`;
  const record = `${heading}|${text}`;
  return { id, heading, words: record.replace(/\]\(\S+\)/gu, ']'), record, anchors: [id], content: content(id, heading, text), ...more };
}

function content(id: string, heading: string, text: string): Section {
  const parts = text.split(/(\[\d+\]|\[[^\]]+\]\(\S+\))/u).map((part): Inline => {
    const [, words, href] = /^\[([^\]]+)\]\((\S+)\)$/u.exec(part) ?? [];
    if (words !== undefined && href !== undefined) return { kind: 'link', target: { kind: 'address', href }, children: [words] };
    return /^\[\d+\]$/u.test(part) ? { kind: 'note', label: part.slice(1, -1) } : part;
  });
  return { id, heading: [heading], aliases: [], blocks: [{ kind: 'paragraph', children: parts }], sections: [], notes: [] };
}

function version(name: string, sections: readonly SectionFacts[], more: Partial<VersionFacts> = {}): VersionFacts {
  const all = sections.map((one) => `${one.id}:${one.record}`).join('\n');
  return {
    policy: 'privacy',
    version: name,
    lang: 'en',
    effective: { day: day('2024-01-01'), basis: 'stated' },
    changes: [],
    retired: {},
    attested: [],
    digests: { words: all, record: `abcdef012345 ${all}` },
    sections,
    ...more,
  };
}

/** The version in force: it promises thirty days by e-mail and on the site. */
export function inForce(sections: readonly SectionFacts[], more: Partial<FrozenVersion> = {}): FrozenVersion {
  const facts = version('v1', sections, { materiality: 'initial', changeTerms: { days: 30, channels: ['site'] } });
  return {
    ...facts,
    format: 1,
    kind: 'privacy',
    title: 'Privacy',
    organisation: 'Example',
    contact: {},
    record: 1,
    canon: 1,
    ...more,
  };
}

export const before: readonly SectionFacts[] = [
  section('data', 'We keep it.'),
  section('rights', 'You can ask us.'),
  section('contact', 'Write to us.'),
];
export const after: readonly SectionFacts[] = [
  section('data', 'We keep it safe.'),
  section('rights', 'You can ask us.'),
  section('contact', 'Write to us.'),
];

export const previous: VersionFacts = inForceFacts();

function inForceFacts(): VersionFacts {
  return version('v1', before, { materiality: 'initial', changeTerms: { days: 30, channels: ['site'] } });
}

/** A draft that breaks no rule: one section differs, the notice says so, and it was posted thirty-one days ahead. */
export function draft(more: Partial<DraftFacts> = {}): DraftFacts {
  const facts = version('v2', more.sections ?? after, {
    effective: { day: day('2027-01-01'), basis: 'stated' },
    materiality: 'material',
    summary: 'We keep data safe.',
    changeTerms: { days: 30, channels: ['site'] },
    changes: [{ sections: ['data'], what: 'How we keep data.', impact: 'It is safer.' }],
  });
  return {
    ...facts,
    file: 'policies/privacy/v2/policy.mdx',
    approved: { by: 'counsel', on: day('2026-11-30'), text: 'abcdef012345' },
    ...more,
  };
}

export function input(more: Partial<PublishInput> = {}): PublishInput {
  return {
    draft: draft(),
    previous,
    inForce: inForce(before),
    earlier: [{ version: 'v1', effectiveFrom: day('2024-01-01'), line: 1, anchors: ['data', 'rights', 'contact'], retired: {} }],
    history: history([published('v1', '2024-01-01')]),
    postedOn: day('2026-12-01'),
    zone: 'UTC',
    isImport: false,
    ...more,
  };
}

export function published(name: string, effective: string, supersedes?: string): LedgerEvent {
  return {
    type: 'publish',
    policy: 'privacy',
    version: name,
    effective: { day: day(effective), basis: 'stated' },
    supersedes,
    words: '',
    record: '',
    files: {},
  };
}

/** The policy as a ledger of these events tells it, each recorded a day after the one before. */
export function history(events: readonly LedgerEvent[], from = '2023-12-01'): PolicyHistory {
  const entries = events.map((event, index): LedgerEntry => {
    const recordedAt = new Date(Date.parse(from) + index * 86_400_000).toISOString();
    return { ...event, seq: index + 1, prev: '', recordedAt, zone: 'UTC' };
  });
  const [found] = policyHistories(entries);
  if (!found) throw new Error('no events');
  return found;
}

/** The rules that a draft breaks. */
export function broken(one: PublishInput): readonly string[] {
  return publishFindings(one).map(({ rule }) => rule);
}

/** All that is said about a rule, in one text. */
export function said(one: PublishInput, rule: string): string {
  return publishFindings(one)
    .filter((finding) => finding.rule === rule)
    .map(({ message }) => message)
    .join('\n');
}
