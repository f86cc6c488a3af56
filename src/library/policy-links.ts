import type { Finding } from '../model/finding.ts';
import { allSections, type PolicyRecord } from '../model/record/record.ts';
import { nearest } from '../model/nearest.ts';
import type { PolicyFiles } from './policy-files.ts';

/** What links can lead to. */
export interface LinkTargets {
  readonly policies: readonly PolicyFiles[];
  /** Section ids and old anchors of everything that a policy ever published. Asked only where a link names a section. */
  readonly publishedIds: (policy: string) => Promise<readonly string[]>;
}

/** Section ids that a policy answers for, in any of its versions, old anchors included. */
async function sectionIds(policy: PolicyFiles, targets: LinkTargets): Promise<ReadonlySet<string>> {
  const drafted = policy.versions.flatMap((version) => anchorsOf(version.record));
  return new Set([...drafted, ...(policy.published.length === 0 ? [] : await targets.publishedIds(policy.name))]);
}

/** Every section id and old anchor of a text, in reading order. */
export function anchorsOf(record: PolicyRecord): readonly string[] {
  return allSections(record).flatMap((section) => (section.id === undefined ? section.aliases : [section.id, ...section.aliases]));
}

/** More would hide the message among themselves. */
const MOST_IDS_NAMED = 20;

/** Why a link to a policy, or to a section of it, leads nowhere; `undefined` when it is right. */
export async function policyLinkFault(targets: LinkTargets, policy: string, id: string | undefined): Promise<string | undefined> {
  const { policies } = targets;
  const found = policies.find((candidate) => candidate.name === policy);
  if (!found) {
    const near = nearest(
      policy,
      policies.map((candidate) => candidate.name),
    );
    const names = policies.map((candidate) => candidate.name);
    if (near !== undefined) return `There is no policy "${policy}". Did you mean "${near}"?`;
    return `There is no policy "${policy}". ${names.length === 0 ? 'There is none yet' : `The policies are ${names.join(', ')}`}.`;
  }
  // A policy none of whose texts could be read has findings of its own.
  if (id === undefined || (found.versions.length === 0 && found.published.length === 0)) return undefined;
  const ids = await sectionIds(found, targets);
  if (ids.has(id) || ids.has(id.replace(/\.\d+$/u, ''))) return undefined;
  const near = nearest(id, [...ids]);
  const known = ids.size > MOST_IDS_NAMED ? 'The ids stand in [#…] behind its headings' : `Its sections are ${[...ids].join(', ')}`;
  return `The policy "${policy}" has no section "${id}". ${near === undefined ? `${known}.` : `Did you mean "${near}"?`}`;
}

/** Links from one policy's text to another's; only drafts are looked at. */
export async function checkPolicyLinks(targets: LinkTargets): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  for (const version of targets.policies.flatMap((policy) => policy.versions)) {
    for (const { policy, id, line, column } of version.links) {
      const message = await policyLinkFault(targets, policy, id);
      if (message !== undefined)
        findings.push({ rule: 'link-broken', severity: 'error', place: { file: version.file, line, column }, message });
    }
  }
  return findings;
}
