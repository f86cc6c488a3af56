import { readLibrary, type Library } from '../../library/library.ts';
import { hasErrors } from '../../model/finding.ts';
import { canonicalLines } from '../../model/record/canonical.ts';
import { fingerprint } from '../../model/version.ts';
import { complainOf, say, UsageError, type ExitCode } from '../io.ts';
import { findingsCount } from '../report/text.ts';
import { writeMissingIds } from './section-ids.ts';

export interface CheckOptions {
  readonly content: string;
  /** `privacy` or `privacy/2027-03-01`; all policies when absent. */
  readonly only?: string | undefined;
  /** Writes missing section ids, and nothing else. */
  readonly fix: boolean;
}

/** Prints every finding, then a line for each version that is right. */
export async function check(options: CheckOptions): Promise<ExitCode> {
  if (options.fix) await writeMissingIds(options.content, options.only);
  const library = await readLibrary(options.content);
  const [policyName, versionName] = (options.only ?? '').split('/');
  if (policyName && !library.policies.some((policy) => policy.name === policyName)) {
    const names = library.policies.map((policy) => policy.name).join(', ');
    throw new UsageError(`There is no policy "${policyName}" in ${options.content}/policies. The policies are: ${names}.`);
  }
  const prefix = `policies/${policyName}/${versionName === undefined ? '' : `${versionName}/`}`;
  const findings = policyName ? library.findings.filter((finding) => finding.place.file.startsWith(prefix)) : library.findings;
  complainOf(findings, options.content);
  for (const line of summary(library)) {
    if (!options.only || line.startsWith(options.only)) say(line);
  }
  say(`Checked ${options.only ?? options.content}: ${findingsCount(findings)}.`);
  return hasErrors(findings) ? 1 : 0;
}

function summary(library: Library): readonly string[] {
  return library.policies.flatMap((policy) =>
    policy.versions.map((version) => {
      const words = canonicalLines(version.record)
        .map((line) => line.text.split(' ').length)
        .reduce((sum, count) => sum + count, 0);
      const sections = version.record.sections.filter((section) => section.heading !== undefined).length;
      return `${policy.name}/${version.version}: draft, ${sections} sections, ${words} words, fingerprint ${fingerprint(version.digests)}`;
    }),
  );
}
