import type { CalendarDate } from '../model/calendar-date.ts';
import { stateOn, type VersionState } from '../model/lifecycle.ts';
import type { PolicyRecord } from '../model/record/record.ts';
import { addresses, basePath, fileAddresses } from '../urls.ts';
import type { PolicyFacts, PublishedFacts, SiteContent } from '../view/site.ts';
import { publishedOf, standing, switchDays } from '../view/succession.ts';

/** `/policies.json`: every policy, what of it is in force on the day asked for, and what comes next. */
export function policiesDocument(content: SiteContent): string {
  const { site, policies, asOf } = content;
  const known = policies.filter((policy) => publishedOf(policy).length > 0);
  const next = known.flatMap((policy) => switchDays(policy, asOf)).toSorted()[0];
  return document(content, 'policies', {
    organisation: site.organisation,
    contact: site.contact,
    sample: site.sample,
    asOf,
    timeZone: site.timeZone,
    nextChange: next ?? null,
    policies: known.map((policy) => ({
      ...currentFacts(policy, content),
      versions: at(content).file((files) => files.versions(policy.name)),
    })),
    ledger: at(content).file((files) => files.ledger),
    feed: at(content).file((files) => files.atom()),
  });
}

/** `/<policy>/current.json`: what is in force on the day asked for, since when, and what comes next, with digests. */
export function currentDocument(policy: PolicyFacts, content: SiteContent): string {
  return document(content, 'current', { asOf: content.asOf, timeZone: content.site.timeZone, ...currentFacts(policy, content) });
}

/** `/<policy>/versions.json`: every published version in the order in which they govern. */
export function versionsDocument(policy: PolicyFacts, content: SiteContent): string {
  return document(content, 'versions', {
    asOf: content.asOf,
    timeZone: content.site.timeZone,
    nextChange: switchDays(policy, content.asOf)[0] ?? null,
    policy: policy.name,
    title: policy.title,
    kind: policy.kind,
    retirement: policy.retirement && {
      from: policy.retirement.from,
      reason: policy.retirement.reason,
      replacedBy: policy.retirement.replacedBy,
    },
    reviewedOn: policy.reviewedOn,
    versions: publishedOf(policy).map((version) => ({
      ...versionFacts(policy, version, content),
      state: stateOf(version, content.asOf),
      ...fateFacts(version),
    })),
  });
}

/** `/<policy>/<version>/policy.json`: a version's text as data, with what was posted with it. It depends on no day. */
export function versionDocument(content: SiteContent, policy: PolicyFacts, version: PublishedFacts, record: PolicyRecord): string {
  return document(content, 'policy', {
    ...versionFacts(policy, version, content),
    policy: policy.name,
    kind: policy.kind,
    organisation: version.organisation,
    contact: version.contact,
    changes: version.changes,
    changeTerms: version.changeTerms,
    noticeWaiver: version.noticeWaiver,
    retired: version.retired,
    text: record,
  });
}

function currentFacts(policy: PolicyFacts, content: SiteContent): object {
  const { shown, coming } = standing(policy, content.asOf);
  const { interval } = shown?.fate ?? {};
  return {
    policy: policy.name,
    title: policy.title,
    kind: policy.kind,
    page: at(content).page((urls) => urls.policy(policy.name)),
    inForce:
      shown && interval
        ? {
            ...versionFacts(policy, shown, content),
            from: interval.from,
            until: interval.until ?? null,
            since: instant(interval.fromInstant),
          }
        : null,
    announced: coming.map((version) => ({
      ...versionFacts(policy, version, content),
      from: version.fate.interval.from,
      until: version.fate.interval.until ?? null,
      since: instant(version.fate.interval.fromInstant),
    })),
    nextChange: switchDays(policy, content.asOf)[0] ?? null,
    retiredFrom: policy.retirement?.from ?? null,
  };
}

/** What is true of a version on every day. */
function versionFacts(policy: PolicyFacts, version: PublishedFacts, content: SiteContent): object {
  const { page, file } = at(content);
  const names = [policy.name, version.name] as const;
  return {
    version: version.name,
    title: version.title,
    lang: version.lang,
    effective: { day: version.effectiveFrom, basis: version.basis, zone: version.zone },
    posted: { on: version.postedOn, at: version.publicSince, imported: version.isImported },
    materiality: version.materiality,
    summary: version.summary,
    supersedes: version.supersedes,
    corrects: version.corrects,
    digests: version.digests,
    page: page((urls) => urls.version(...names)),
    notice: page((urls) => urls.changes(...names)),
    ...(version.removed
      ? {}
      : {
          record: file((files) => files.record(...names)),
          data: file((files) => files.data(...names)),
          canonical: file((files) => files.text(...names)),
          markdown: file((files) => files.markdown(...names)),
        }),
  };
}

/** What became of a version so far. */
function fateFacts(version: PublishedFacts): object {
  const { fate } = version;
  return {
    from: fate.kind === 'governs' ? fate.interval.from : null,
    until: fate.kind === 'governs' ? (fate.interval.until ?? null) : null,
    replacedBy: fate.kind === 'replaced' ? fate.by : undefined,
    correctedBy: version.correctedBy,
    withdrawn: version.withdrawn,
    removed: version.removed,
    rescheduled: version.rescheduled.length > 0 ? version.rescheduled : undefined,
    amended: version.amended.length > 0 ? version.amended.map(({ on, reason }) => ({ on, reason })) : undefined,
    sent: version.sent.length > 0 ? version.sent : undefined,
  };
}

function stateOf(version: PublishedFacts, day: CalendarDate): VersionState {
  return stateOn({ posting: { isRemoved: version.removed !== undefined }, fate: version.fate }, day);
}

function at({ site }: SiteContent): {
  readonly page: (of: (urls: ReturnType<typeof addresses>) => string) => string;
  readonly file: (of: (files: ReturnType<typeof fileAddresses>) => string) => string;
} {
  const base = basePath(site.url);
  return {
    page: (of) => new URL(of(addresses(base)), site.url).href,
    file: (of) => new URL(of(fileAddresses(base)), site.url).href,
  };
}

function instant(milliseconds: number): string {
  return new Date(milliseconds).toISOString().replace('.000Z', 'Z');
}

/** Every document names its schema; absent facts are left out. */
function document(content: SiteContent, schema: string, facts: object): string {
  return `${JSON.stringify({ $schema: at(content).file((files) => files.schema(schema)), ...facts }, undefined, 2)}\n`;
}
