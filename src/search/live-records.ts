import type { Archive } from '../library/archive.ts';
import type { CalendarDate } from '../model/calendar-date.ts';
import type { FrozenVersion } from '../model/frozen-version.ts';
import type { PolicyRecord } from '../model/record/record.ts';
import { sectionRecords } from '../model/search/section-records.ts';
import { addresses } from '../urls.ts';
import type { IndexRecord } from './bundle.ts';
import { versionsThatStand, type IndexedPolicy } from './standing.ts';

/** The records of all versions that stand so on a day, policies in the order given. */
export async function liveRecords(
  policies: readonly IndexedPolicy[],
  { standing, day, archive }: { readonly standing: 'in force' | 'announced'; readonly day: CalendarDate; readonly archive: Archive },
): Promise<readonly IndexRecord[]> {
  const found: IndexRecord[] = [];
  for (const policy of policies) {
    for (const { posting } of versionsThatStand(policy, standing, day)) {
      const frozen = await archive.frozenVersion(policy.name, posting.version);
      const record = await archive.frozenRecord(policy.name, posting.version);
      found.push(...versionRecords(frozen, record, { ...policy, standing }));
    }
  }
  return found;
}

/** The records of a version in force, under the policy's own address, or of an announced one, under its permanent page. */
export function versionRecords(
  { version, title }: Pick<FrozenVersion, 'version' | 'title'>,
  record: PolicyRecord,
  { name, kind, standing }: Pick<IndexedPolicy, 'name' | 'kind'> & { readonly standing: 'in force' | 'announced' },
): readonly IndexRecord[] {
  const urls = addresses('');
  const isAnnounced = standing === 'announced';
  return sectionRecords(record).map(({ id, heading, within, lines }) => ({
    url: (isAnnounced ? urls.version(name, version, id) : urls.policy(name, id)).slice(1),
    title: heading ?? title,
    within,
    policy: { name, title, kind },
    content: lines.join('\n'),
    at: isAnnounced ? 'announced' : undefined,
  }));
}
