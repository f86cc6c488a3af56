import { join } from 'node:path';
import { checkContent } from '../../library/check-content.ts';
import { foldersIn } from '../../library/folders.ts';
import { readLibrary } from '../../library/library.ts';
import { sectionAt, sourceLines, type LinesOf } from '../../library/source-lines.ts';
import { calendarDate } from '../../model/calendar-date.ts';
import { hasErrors, type Finding } from '../../model/finding.ts';
import { nearest } from '../../model/nearest.ts';
import { redlineWords } from '../../strings/redline.ts';
import { complain, folderFromHere, say, UsageError, type ExitCode } from '../io.ts';
import { reportGithub } from '../report/github.ts';
import { reportJson } from '../report/json.ts';
import { draftLines, draftText } from '../report/drafts.ts';
import type { Report } from '../report/report.ts';
import { reportSarif } from '../report/sarif.ts';
import { findingsCount, findingsText } from '../report/text.ts';
import { waiverText } from '../report/waivers.ts';
import type { Occasion } from './occasion.ts';
import { writeMissingIds } from './section-ids.ts';

export interface CheckOptions {
  readonly content: string;
  /** `privacy` or `privacy/2027-03-01`; all policies when absent. */
  readonly only?: string | undefined;
  /** Writes missing section ids, and nothing else. */
  readonly fix: boolean;
  /** `text` when absent. */
  readonly format?: Format | undefined;
}

/** For people, for programs, for a pull request, for code scanners. */
export type Format = 'text' | 'json' | 'github' | 'sarif';

/** Prints every finding, then a line for each version that is right. */
export async function check(options: CheckOptions, occasion: Occasion): Promise<ExitCode> {
  const { content, only, format = 'text' } = options;
  const scope = only?.replace(/\/+$/u, '');
  const isWithin = (path: string): boolean => scope === undefined || path === scope || path.startsWith(`${scope}/`);
  const inScope = (findings: readonly Finding[]): readonly Finding[] =>
    findings.filter(({ place }) => isWithin(place.file.replace(/^policies\//u, '')));
  const library = await readLibrary(content);
  if (scope !== undefined) await requireFolder(content, scope);
  // What is written while another program reads the report must not stand in it.
  if (options.fix) await writeMissingIds(content, inScope(library.findings), format === 'text' ? say : complain);
  const checked = options.fix ? await readLibrary(content) : library;
  const {
    findings: all,
    waivers,
    inputs,
  } = await checkContent(checked, {
    now: occasion.now,
    today: calendarDate(occasion.today ?? ''),
    words: redlineWords,
  });
  const linesOf = sourceLines(content);
  const findings = inScope(all).map((finding) => withSection(finding, linesOf));
  print(
    {
      folder: folderFromHere(content),
      findings,
      waivers,
      linesOf,
      drafts: draftLines(checked, inputs).filter(({ name }) => isWithin(name)),
    },
    format,
  );
  if (format === 'text') say(`Checked ${scope ?? content}: ${findingsCount(findings)}.`);
  return hasErrors(findings) ? 1 : 0;
}

function print(report: Report, format: Format): void {
  switch (format) {
    case 'json':
      return void process.stdout.write(reportJson(report));
    case 'github':
      return void process.stdout.write(reportGithub(report));
    case 'sarif':
      return void process.stdout.write(reportSarif(report));
    case 'text': {
      const { folder, findings, linesOf } = report;
      process.stderr.write(findingsText(findings, { folder, linesOf, isColoured: process.stderr.isTTY }));
      for (const draft of report.drafts) for (const line of draftText(draft)) say(line);
      for (const waiver of report.waivers) say(waiverText(waiver));
    }
  }
}

function withSection(finding: Finding, linesOf: LinesOf): Finding {
  const { place } = finding;
  if (place.section !== undefined || place.line === undefined || !place.file.endsWith('/policy.mdx')) return finding;
  return { ...finding, place: { ...place, section: sectionAt(linesOf(place.file) ?? [], place.line) } };
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
