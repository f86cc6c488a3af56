import { directionOf } from '../mdx/direction.ts';
import type { Library } from './library.ts';
import type { PolicyFiles, VersionFile } from './policy-files.ts';
import type { EffectiveBasis, PolicyVersion } from '../model/version.ts';
import type { CalendarDate } from '../model/calendar-date.ts';
import type { PolicyConfig, SiteConfig } from '../config.ts';

/** Everything that pages are made from, as the content store holds it. */
export interface StoredContent {
  readonly site: StoredSite;
  readonly policies: readonly StoredPolicy[];
  readonly versions: readonly PolicyVersion[];
}

export interface StoredSite extends SiteConfig {
  /** In which direction the pages are written that are no policy; a text has a direction of its own. */
  readonly dir: 'ltr' | 'rtl';
}

export interface StoredPolicy extends PolicyConfig {
  readonly name: string;
  /** Those that this build shows, earliest first. */
  readonly versions: readonly { readonly name: string; readonly effectiveFrom: CalendarDate; readonly basis: EffectiveBasis }[];
}

/** What a build shows of a library: drafts only when they are asked for; policies without a version to show are left out. */
export function storedContent(library: Library, hasDrafts: boolean): StoredContent | undefined {
  if (!library.site) return undefined;
  const shown = (policy: PolicyFiles): readonly VersionFile[] => (hasDrafts ? policy.versions : []);
  const versions = library.policies.flatMap((policy) => shown(policy).map(policyVersion));
  const policies = library.policies.flatMap((policy): readonly StoredPolicy[] => {
    const own = versions.filter((version) => version.policy === policy.name).toSorted(byEffectiveDay);
    if (!policy.config || own.length === 0) return [];
    const facts = own.map(({ name, effectiveFrom, basis }) => ({ name, effectiveFrom, basis }));
    return [{ ...policy.config, name: policy.name, versions: facts }];
  });
  return { site: { ...library.site, dir: directionOf(library.site.languages[0] ?? 'en') }, policies, versions };
}

function policyVersion(file: VersionFile): PolicyVersion {
  const { effective } = file.frontmatter;
  const isStated = typeof effective === 'string';
  return {
    policy: file.policy,
    name: file.version,
    state: 'draft',
    effectiveFrom: isStated ? effective : effective.day,
    basis: isStated ? 'stated' : effective.basis,
    summary: file.frontmatter.summary,
    record: file.record,
    digests: file.digests,
  };
}

function byEffectiveDay(a: PolicyVersion, b: PolicyVersion): number {
  if (a.effectiveFrom !== b.effectiveFrom) return a.effectiveFrom < b.effectiveFrom ? -1 : 1;
  return a.name < b.name ? -1 : 1;
}
