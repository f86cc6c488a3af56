import { readLibrary } from '../../library/library.ts';
import { hasErrors } from '../../model/finding.ts';
import { complain, complainOf, say, UsageError, type ExitCode } from '../io.ts';
import { findingsCount } from '../report/text.ts';
import { requireFolder } from './check.ts';
import { dayAsked, type Occasion } from './occasion.ts';

export interface ReviewOptions {
  readonly content: string;
  /** `privacy/2027-03-01` */
  readonly name: string;
}

/** Prints the lines that approve exactly this text: whoever changes a word afterwards has to ask again. */
export async function review({ content, name }: ReviewOptions, occasion: Occasion): Promise<ExitCode> {
  const library = await readLibrary(content);
  const [policy = '', version] = name.split('/');
  await requireFolder(content, name);
  if (version === undefined) throw new UsageError(`Name the version too, such as ${policy}/2027-03-01.`);
  if (library.archive.published(policy, version)) throw new UsageError(`${name} is published already. There is nothing to approve.`);
  const draft = library.policies.flatMap((known) => known.versions).find((known) => known.policy === policy && known.version === version);
  const findings = library.findings.filter(
    ({ place }) => place.file.startsWith(`policies/${policy}/${version}/`) || place.file === 'site.yaml',
  );
  complainOf(findings, content);
  if (!draft || !library.site || hasErrors(findings)) {
    complain(`${name} cannot be approved yet: ${findingsCount(findings)}.`);
    return 1;
  }
  say('approved:');
  say('  by: the role that approves, never a name');
  say(`  on: ${dayAsked(occasion, library.site.timeZone)}`);
  say(`  text: '${draft.digests.record.slice(0, 12)}'`);
  complain(`\nPaste these lines between the dashes at the head of ${content}/${draft.file}. They approve exactly these words.`);
  return 0;
}
