import type { CalendarDate } from '../model/calendar-date.ts';
import type { Fate } from '../model/lifecycle.ts';
import type { PolicyFacts, PublishedFacts, SiteFacts } from './site.ts';

/** Whether search engines may keep the permanent page of a version: the site says so, and there are words on it. */
export function isIndexable({ indexVersions, sample }: SiteFacts, version: PublishedFacts): boolean {
  return indexVersions && !sample && !version.removed;
}

/** A version that governs for some days. */
export type GoverningFacts = PublishedFacts & { readonly fate: Extract<Fate, { readonly kind: 'governs' }> };

export function publishedOf(policy: PolicyFacts): readonly PublishedFacts[] {
  return policy.versions.filter((version) => version.status === 'published');
}

/** The versions that govern, in their order: each ends on the day on which the next begins. */
export function governing(policy: PolicyFacts): readonly GoverningFacts[] {
  return publishedOf(policy).filter((version): version is GoverningFacts => version.fate.kind === 'governs');
}

/** What stands at a policy's own address on a day. */
export interface Standing {
  /** In force on the day. */
  readonly shown?: GoverningFacts | undefined;
  /** Announced: those that govern from a later day on, in their order. */
  readonly coming: readonly GoverningFacts[];
  /** The last that governed, of a policy that was retired on or before the day. */
  readonly last?: GoverningFacts | undefined;
}

export function standing(policy: PolicyFacts, asOf: CalendarDate): Standing {
  const all = governing(policy);
  const shown = all.findLast(({ fate }) => fate.interval.from <= asOf && (fate.interval.until === undefined || asOf < fate.interval.until));
  const coming = all.filter(({ fate }) => fate.interval.from > asOf);
  const last = shown || coming.length > 0 ? undefined : all.at(-1);
  return { shown, coming, last };
}

/** Days after the one asked for on which what stands at a policy's own address changes by itself, earliest first. */
export function switchDays(policy: PolicyFacts, asOf: CalendarDate): readonly CalendarDate[] {
  const days = standing(policy, asOf).coming.map(({ fate }) => fate.interval.from);
  const end = policy.retirement?.from;
  return end !== undefined && end > asOf && governing(policy).length > 0 ? [...days, end] : days;
}

/** The version that governs just before and just after one; of one that never governed, those it stood between. */
export function neighbours(
  policy: PolicyFacts,
  version: PublishedFacts,
): { readonly before?: GoverningFacts | undefined; readonly after?: GoverningFacts | undefined } {
  const all = governing(policy);
  const { fate } = version;
  if (fate.kind === 'governs') {
    const place = all.findIndex(({ name }) => name === version.name);
    return { before: all[place - 1], after: all[place + 1] };
  }
  const after = fate.kind === 'replaced' ? all.find(({ name }) => name === fate.by) : undefined;
  return { before: all.findLast(({ fate: own }) => own.interval.from <= version.effectiveFrom && own !== after?.fate), after };
}
