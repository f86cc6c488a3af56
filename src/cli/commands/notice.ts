import { writeFile } from 'node:fs/promises';
import { relative, resolve } from 'node:path';
import { sha256 } from '../../library/digests.ts';
import { readLibrary } from '../../library/library.ts';
import { storedContent } from '../../library/site-content.ts';
import { hasErrors } from '../../model/finding.ts';
import { ledgerHead } from '../../model/ledger/chain.ts';
import { noticeMail } from '../../outputs/mail.ts';
import { complain, complainOf, say, UsageError, type ExitCode } from '../io.ts';
import { versionNamed } from './events.ts';
import { dayAsked, type Occasion } from './occasion.ts';

export interface NoticeOptions {
  readonly content: string;
  /** `privacy/2027-03-01` */
  readonly name: string;
  /** File for the same as an HTML e-mail. */
  readonly html?: string | undefined;
}

/** Prints the notice of a published version as plain text, ready to send, and writes it as an HTML e-mail when asked. Records nothing. */
export async function notice({ content, name, html }: NoticeOptions, occasion: Occasion): Promise<ExitCode> {
  const named = versionNamed(name);
  if (html !== undefined) requireFreePlace(html, content);
  const library = await readLibrary(content);
  const faults = library.findings.filter(({ place }) => place.file === 'site.yaml' || place.file === 'ledger.jsonl');
  if (!library.site || hasErrors(faults)) {
    complainOf(faults, content);
    complain('The notice cannot be told before this is put right. Nothing was written.');
    return 1;
  }
  const today = dayAsked(occasion, library.site.timeZone);
  const stored = await storedContent(library, { hasDrafts: true, today, now: occasion.now });
  const policy = stored?.policies.find((one) => one.name === named.policy);
  const version = policy?.versions.find((one) => one.name === named.version);
  if (!stored || !policy || !version) throw new UsageError(`There is no version ${name}. Nothing was written.`);
  if (version.status === 'draft')
    throw new UsageError(
      `${name} is a draft: publish it first, so that nobody is told of a text that may still change. Nothing was written.`,
    );
  if (version.removed) throw new UsageError(`The words of ${name} had to be taken away, and its notice with them. Nothing was written.`);
  const { site, policies } = stored;
  const facts = { content: { site, asOf: site.asOf, policies, pages: [] }, policy, version };
  const mail = noticeMail(facts, ledgerHead(library.archive.ledger.lines, sha256));
  say(mail.text.trimEnd());
  if (html !== undefined) {
    await writeFile(html, mail.html);
    complain(`Written as an HTML e-mail: ${html}`);
  }
  return 0;
}

/** @throws UsageError for a file that is no HTML, or that would stand among the policies. */
function requireFreePlace(html: string, content: string): void {
  const path = relative(resolve(content), resolve(html));
  const isInside = path === '' || (!path.startsWith('..') && resolve(content, path) === resolve(html));
  if (!html.endsWith('.html')) throw new UsageError(`--html ${html}: the name of the file must end in .html. Nothing was written.`);
  if (isInside)
    throw new UsageError(`--html ${html}: the folder ${content} is for policies alone. Name a file elsewhere. Nothing was written.`);
}
