import type { CalendarDate } from '../model/calendar-date.ts';
import type { PolicyRecord } from '../model/record/record.ts';
import type { Digests } from '../model/version.ts';
import { effectiveOf } from './freeze.ts';
import type { Library } from './library.ts';
import { versionBefore } from './publish-plan.ts';

/** A version, draft or published, as far as a comparison needs it. */
export interface ComparedVersion {
  readonly version: string;
  readonly status: 'draft' | 'published';
  readonly effectiveFrom: CalendarDate;
  readonly digests: Digests;
  readonly record: PolicyRecord;
}

/** Why there is nothing to compare. */
export type NotCompared = 'unknown' | 'removed';

/** A version by its name. @throws FrozenFileError when a frozen file is not the one that the ledger names. */
export async function comparedVersion(library: Library, policy: string, name: string): Promise<ComparedVersion | NotCompared> {
  const draft = library.policies.flatMap(({ versions }) => versions).find((one) => one.policy === policy && one.version === name);
  if (draft) {
    const effectiveFrom = effectiveOf(draft.frontmatter).day;
    return { version: name, status: 'draft', effectiveFrom, digests: draft.digests, record: draft.record };
  }
  const history = library.archive.histories.find((one) => one.policy === policy);
  const posted = history?.versions.find(({ version }) => version === name);
  if (!history || !posted) return 'unknown';
  if (posted.removed.some(({ section }) => section === undefined)) return 'removed';
  const { words, record } = posted.published;
  return {
    version: name,
    status: 'published',
    effectiveFrom:
      history.timeline.find(({ posting }) => posting.version === name)?.posting.effectiveFrom ?? posted.published.effective.day,
    digests: { words, record },
    record: await library.archive.frozenRecord(policy, name),
  };
}

/**
 * The version that another follows: for a draft the one that it would supersede if it were published today, for a published one
 * the one that it superseded when it was posted. `undefined` for a first version. @throws FrozenFileError likewise.
 */
export async function followedVersion(library: Library, policy: string, name: string): Promise<string | undefined> {
  const draft = library.policies.flatMap(({ versions }) => versions).find((one) => one.policy === policy && one.version === name);
  if (!draft) return (await library.archive.frozenVersion(policy, name)).supersedes;
  const history = library.archive.histories.find((one) => one.policy === policy);
  return draft.frontmatter.supersedes ?? (history && versionBefore(history.timeline, effectiveOf(draft.frontmatter).day));
}
