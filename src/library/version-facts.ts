import type { CalendarDate } from '../model/calendar-date.ts';
import type { FrozenSection, FrozenVersion, NoticeText } from '../model/frozen-version.ts';
import { dayOfEntry } from '../model/ledger/day-of-entry.ts';
import type { Happening as Recorded, PolicyHistory, SentNotice, VersionHistory } from '../model/ledger/history.ts';
import { redlinesAmong, standingFiles } from '../model/ledger/standing-files.ts';
import type { Fate, TimelineEntry } from '../model/lifecycle.ts';
import { foldWords } from '../model/record/canonical.ts';
import { wordsOf } from '../model/record/inline.ts';
import { allSections, type PolicyRecord } from '../model/record/record.ts';
import type { EffectiveBasis } from '../model/version.ts';
import type { PolicyConfig, SiteConfig } from '../config.ts';
import type { Archive } from './archive.ts';
import { effectiveOf } from './freeze.ts';
import type { VersionFile } from './policy-files.ts';

type AsPosted = Pick<
  FrozenVersion,
  | 'title'
  | 'lang'
  | 'materiality'
  | 'summary'
  | 'changes'
  | 'changeTerms'
  | 'noticeWaiver'
  | 'supersedes'
  | 'corrects'
  | 'retired'
  | 'digests'
>;

interface StoredVersion extends AsPosted {
  readonly name: string;
  readonly effectiveFrom: CalendarDate;
  readonly basis: EffectiveBasis;
  /** A draft's carry no digests. */
  readonly sections: readonly (Pick<FrozenSection, 'id' | 'heading'> & Partial<Pick<FrozenSection, 'words' | 'record'>>)[];
  readonly anchors: readonly string[];
}

/** A draft as the content store holds it. */
export interface StoredDraft extends StoredVersion {
  readonly status: 'draft';
}

interface Happening {
  readonly reason: string;
  readonly on: CalendarDate;
}

/** A published version as the content store holds it: version.json and what the ledger says happened since. */
export interface StoredPublished extends StoredVersion {
  readonly status: 'published';
  readonly fate: Fate;
  readonly publicSince: string;
  readonly postedOn: CalendarDate;
  readonly zone: string;
  readonly isImported: boolean;
  readonly organisation: string;
  readonly contact: FrozenVersion['contact'];
  readonly correctedBy?: string | undefined;
  readonly rescheduled: readonly (Happening & { readonly to: CalendarDate })[];
  readonly withdrawn?: Happening | undefined;
  readonly removed?: Happening | undefined;
  readonly amended: readonly (NoticeText & Happening & { readonly line: number })[];
  readonly sent: readonly SentNotice[];
  /** The versions against which a redline of this one is frozen. */
  readonly redlines: readonly string[];
}

/** What a policy's pages say of a draft. */
export function draftFacts(file: VersionFile, policy: PolicyConfig): StoredDraft {
  const { frontmatter, record } = file;
  const { day, basis } = effectiveOf(frontmatter);
  return {
    status: 'draft',
    name: file.version,
    title: policy.title,
    lang: record.lang,
    effectiveFrom: day,
    basis,
    materiality: frontmatter.materiality,
    summary: frontmatter.summary,
    changes: frontmatter.changes,
    changeTerms: frontmatter.changeTerms,
    noticeWaiver: frontmatter.noticeWaiver,
    supersedes: frontmatter.supersedes,
    corrects: frontmatter.corrects,
    sections: record.sections.map((section) => ({ id: section.id ?? '', heading: section.heading && foldWords(wordsOf(section.heading)) })),
    anchors: anchorsOf(record),
    retired: frontmatter.retired,
    digests: file.digests,
  };
}

/** What a policy's pages say of a published version. A removed one has no files any more: the ledger's facts alone are left. */
export async function publishedFacts(
  entry: TimelineEntry,
  history: PolicyHistory,
  of: { readonly archive: Archive; readonly policy: PolicyConfig; readonly site: SiteConfig },
): Promise<StoredPublished> {
  const { posting, fate } = entry;
  const own = history.versions.find((version) => version.version === posting.version);
  if (!own) throw new Error(`The ledger has a place in time, but no line, for ${history.policy}/${posting.version}.`);
  const posted = posting.isRemoved ? undefined : await of.archive.frozenVersion(history.policy, posting.version);
  const record = posting.isRemoved ? undefined : await of.archive.frozenRecord(history.policy, posting.version);
  const line = own.published;
  return {
    status: 'published',
    name: posting.version,
    title: posted?.title ?? of.policy.title,
    lang: posted?.lang ?? of.site.languages[0] ?? 'en',
    effectiveFrom: posting.effectiveFrom,
    basis: posting.basis,
    materiality: posted?.materiality,
    summary: posted?.summary,
    changes: posted?.changes ?? [],
    changeTerms: posted?.changeTerms,
    noticeWaiver: posted?.noticeWaiver,
    supersedes: posted ? posted.supersedes : line.supersedes,
    corrects: line.corrects,
    sections: posted?.sections ?? [],
    anchors: record ? anchorsOf(record) : [],
    retired: posted?.retired ?? {},
    digests: { words: line.words, record: line.record },
    fate,
    publicSince: line.recordedAt,
    postedOn: dayOfEntry(line),
    zone: line.zone,
    isImported: line.type === 'import',
    organisation: posted?.organisation ?? of.site.organisation,
    contact: posted?.contact ?? of.site.contact,
    correctedBy: history.versions.findLast((other) => other.published.corrects === posting.version && !other.withdrawn)?.version,
    redlines: redlinesAmong(standingFiles(of.archive.ledger.entries, history.policy, posting.version)),
    amended: posting.isRemoved ? [] : await amendedNotices(own, history.policy, of.archive),
    ...happenings(own),
  };
}

async function amendedNotices(own: VersionHistory, policy: string, archive: Archive): Promise<StoredPublished['amended']> {
  return Promise.all(
    own.amended.map(async ({ file, line, ...happening }) => {
      const { summary, changes } = await archive.frozenNotice(policy, own.version, file);
      return { summary, changes, line, reason: happening.reason, on: dayOfEntry({ ...happening, zone: own.published.zone }) };
    }),
  );
}

function happenings(own: VersionHistory): Pick<StoredPublished, 'rescheduled' | 'withdrawn' | 'removed' | 'sent'> {
  const told = (happening: Recorded): Happening => ({
    reason: happening.reason,
    on: dayOfEntry({ ...happening, zone: own.published.zone }),
  });
  const removed = own.removed.find((removal) => removal.section === undefined);
  return {
    rescheduled: own.rescheduled.map((move) => ({ to: move.to, ...told(move) })),
    withdrawn: own.withdrawn && told(own.withdrawn),
    removed: removed && told(removed),
    sent: own.sent,
  };
}

/** Every id and old anchor of a text, sub-sections' included. */
function anchorsOf(record: PolicyRecord): readonly string[] {
  return allSections(record).flatMap((section) => (section.id === undefined ? section.aliases : [section.id, ...section.aliases]));
}
