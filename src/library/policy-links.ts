import type { Finding } from '../model/finding.ts';
import { allSections } from '../model/record/record.ts';
import { nearest } from './nearest.ts';
import type { PolicyFiles } from './policy-files.ts';

/** Section ids that a policy answers for, in any of its versions, old anchors included. */
export function sectionIds(policy: PolicyFiles): ReadonlySet<string> {
  return new Set(
    policy.versions.flatMap((version) =>
      allSections(version.record).flatMap((section) => (section.id === undefined ? section.aliases : [section.id, ...section.aliases])),
    ),
  );
}

/** More would hide the message among themselves. */
const MOST_IDS_NAMED = 20;

/** Why a link to a policy, or to a section of it, leads nowhere; `undefined` when it is right. */
export function policyLinkFault(policies: readonly PolicyFiles[], policy: string, id: string | undefined): string | undefined {
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
  if (id === undefined || found.versions.length === 0) return undefined;
  const ids = sectionIds(found);
  if (ids.has(id) || ids.has(id.replace(/\.\d+$/u, ''))) return undefined;
  const near = nearest(id, [...ids]);
  const known = ids.size > MOST_IDS_NAMED ? 'The ids stand in [#…] behind its headings' : `Its sections are ${[...ids].join(', ')}`;
  return `The policy "${policy}" has no section "${id}". ${near === undefined ? `${known}.` : `Did you mean "${near}"?`}`;
}

/** Links from one policy's text to another's. */
export function checkPolicyLinks(policies: readonly PolicyFiles[]): readonly Finding[] {
  return policies.flatMap((policy) =>
    policy.versions.flatMap((version) =>
      version.links.flatMap((link): readonly Finding[] => {
        const message = policyLinkFault(policies, link.policy, link.id);
        const { line, column } = link;
        return message === undefined
          ? []
          : [{ rule: 'link-broken', severity: 'error', place: { file: version.file, line, column }, message }];
      }),
    ),
  );
}
