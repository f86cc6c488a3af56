import { join } from 'node:path';
import { foldersIn } from '../../library/folders.ts';
import { readLibrary, type Library } from '../../library/library.ts';
import { nearest } from '../../library/nearest.ts';
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
  const { content, only } = options;
  const scope = only?.replace(/\/+$/u, '');
  const isWithin = (path: string): boolean => scope === undefined || path === scope || path.startsWith(`${scope}/`);
  const library = await readLibrary(content);
  if (scope !== undefined) await requireFolder(content, scope);
  const inScope = (found: Library): Library['findings'] =>
    found.findings.filter(({ place }) => isWithin(place.file.replace(/^policies\//u, '')));
  if (options.fix) await writeMissingIds(content, inScope(library));
  const checked = options.fix ? await readLibrary(content) : library;
  const findings = inScope(checked);
  complainOf(findings, content);
  for (const { name, line } of summary(checked)) if (isWithin(name)) say(line);
  say(`Checked ${scope ?? content}: ${findingsCount(findings)}.`);
  return hasErrors(findings) ? 1 : 0;
}

/** @throws UsageError when no such policy or version is there, with the nearest name. */
export async function requireFolder(content: string, scope: string): Promise<void> {
  const names = scope.split('/');
  const [policy = '', version] = names;
  if (names.length > 2 || names.includes('')) {
    throw new UsageError(`"${scope}" is neither a policy (privacy) nor a version of one (privacy/2027-03-01).`);
  }
  const folder = join(content, 'policies');
  const policies = await foldersIn(folder);
  if (!policies.includes(policy))
    throw new UsageError(`There is no policy "${policy}" in ${folder}. ${advice(policy, policies, 'policies')}`);
  if (version === undefined) return;
  const versions = await foldersIn(join(folder, policy));
  if (versions.includes(version)) return;
  throw new UsageError(`The policy "${policy}" has no version "${version}". ${advice(version, versions, 'versions')}`);
}

function advice(written: string, names: readonly string[], what: string): string {
  const near = nearest(written, names);
  if (near !== undefined) return `Did you mean "${near}"?`;
  return names.length === 0 ? `There are no ${what} yet.` : `The ${what} are: ${names.join(', ')}.`;
}

function summary(library: Library): readonly { readonly name: string; readonly line: string }[] {
  return library.policies.flatMap((policy) =>
    policy.versions.map((version) => {
      const words = canonicalLines(version.record)
        .map((line) => line.text.split(' ').length)
        .reduce((sum, count) => sum + count, 0);
      const sections = version.record.sections.filter((section) => section.heading !== undefined).length;
      const name = `${policy.name}/${version.version}`;
      const size = `${sections} ${sections === 1 ? 'section' : 'sections'}, ${words} ${words === 1 ? 'word' : 'words'}`;
      return { name, line: `${name}: draft, ${size}, fingerprint ${fingerprint(version.digests)}` };
    }),
  );
}
