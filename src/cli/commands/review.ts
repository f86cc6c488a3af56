import { writeFile } from 'node:fs/promises';
import { checkContent } from '../../library/check-content.ts';
import { comparedVersion } from '../../library/compared-versions.ts';
import { readLibrary, type Library } from '../../library/library.ts';
import type { VersionFile } from '../../library/policy-files.ts';
import { calendarDate } from '../../model/calendar-date.ts';
import { hasErrors, type Finding } from '../../model/finding.ts';
import { redline } from '../../model/redline/redline.ts';
import { reviewOf, type Review } from '../../model/review/review.ts';
import type { PublishInput } from '../../model/rules/publish/input.ts';
import { reviewMarkdown, unreadMarkdown } from '../../outputs/review/review-markdown.ts';
import { reviewPage, unreadPage } from '../../outputs/review/review-page.ts';
import { reviewPoints } from '../../outputs/review/review-words.ts';
import { redlineWords } from '../../strings/redline.ts';
import { complain, complainOf, say, UsageError, type ExitCode } from '../io.ts';
import { redlineText } from '../report/redline/redline-text.ts';
import { sheetStyles } from '../report/redline/sheet-styles.ts';
import { findingsCount } from '../report/text.ts';
import { requireFolder } from './check.ts';
import { dayAsked, type Occasion } from './occasion.ts';

export interface ReviewOptions {
  readonly content: string;
  /** `privacy/2027-03-01` */
  readonly name: string;
  /** Where to write the page for those who approve. */
  readonly html?: string | undefined;
  /** Where to write the same as the comment of a proposal. */
  readonly markdown?: string | undefined;
}

interface Asked {
  readonly library: Library;
  readonly draft: VersionFile;
  readonly input: PublishInput;
  readonly findings: readonly Finding[];
}

/** Says what those who approve a draft have to know, and prints the lines that approve exactly this text: whoever changes a word has to ask again. */
export async function review(options: ReviewOptions, occasion: Occasion): Promise<ExitCode> {
  const { content, name } = options;
  const library = await readLibrary(content);
  const [policy = '', version] = name.split('/');
  await requireFolder(content, name);
  if (version === undefined) throw new UsageError(`Name the version too, such as ${policy}/2027-03-01.`);
  if (library.archive.published(policy, version)) throw new UsageError(`${name} is published already. There is nothing to approve.`);
  const asked = await draftAsked(library, { policy, version }, occasion);
  if (!asked) {
    const faults = library.findings.filter(({ place }) => concerns(place.file, policy, version));
    // Whoever waits for the files gets to know why, too.
    if (options.markdown !== undefined) await writeFile(options.markdown, unreadMarkdown(name, faults));
    if (options.html !== undefined) await writeFile(options.html, unreadPage(name, faults, await sheetStyles(['review'])));
    complainOf(faults, content);
    complain(`${name} cannot be looked at yet: ${findingsCount(faults)}.`);
    return 1;
  }
  const { draft, findings } = asked;
  const isReady = !hasErrors(findings.filter(({ rule }) => rule !== 'approval-digest'));
  const approval = isReady ? approvalLines(draft, dayAsked(occasion, library.site?.timeZone ?? 'UTC')) : undefined;
  const told = await writeReview(asked, { ...options, approval });
  complainOf(findings, content);
  for (const { about, text } of reviewPoints(told)) complain(`${about}: ${text}`);
  if (approval === undefined) {
    complain(`\n${name} cannot be approved yet: ${findingsCount(findings)}.`);
    return 1;
  }
  complain(`\nPaste these lines between the dashes at the head of ${content}/${draft.file}. They approve exactly these words.\n`);
  say(approval);
  return 0;
}

/** The draft as publishing it today would see it, with everything that the check says of it. */
async function draftAsked(
  library: Library,
  { policy, version }: { readonly policy: string; readonly version: string },
  occasion: Occasion,
): Promise<Asked | undefined> {
  const draft = library.policies.flatMap(({ versions }) => versions).find((one) => one.policy === policy && one.version === version);
  const time = { now: occasion.now, today: calendarDate(occasion.today ?? ''), words: redlineWords };
  const { findings, inputs } = await checkContent(library, time);
  const input = inputs.find((one) => one.draft.policy === policy && one.draft.version === version);
  if (!draft || !input) return undefined;
  // An approval of other words is what a review mends.
  const own = findings.filter(({ place, rule }) => concerns(place.file, policy, version) && rule !== 'approval-digest');
  return { library, draft, input, findings: own };
}

function concerns(file: string, policy: string, version: string): boolean {
  return file.startsWith(`policies/${policy}/${version}/`) || file === `policies/${policy}/policy.yaml` || !file.includes('/');
}

function approvalLines({ digests }: VersionFile, day: string): string {
  return ['approved:', '  by: the role that approves, never a name', `  on: ${day}`, `  text: '${digests.record.slice(0, 12)}'`].join('\n');
}

async function writeReview(
  { library, draft, input, findings }: Asked,
  files: Omit<ReviewOptions, 'name'> & { readonly approval: string | undefined },
): Promise<Review> {
  const { html, markdown, approval } = files;
  const before = input.previous && (await comparedVersion(library, draft.policy, input.previous.version));
  const previous = typeof before === 'object' ? before.record : undefined;
  const told = reviewOf({ input, record: draft.record, previous, findings });
  const title = library.policies.find(({ name }) => name === draft.policy)?.config?.title ?? draft.policy;
  const marked = (html !== undefined || markdown !== undefined) && previous ? redline(previous, draft.record) : undefined;
  if (html !== undefined) {
    const css = await sheetStyles(['review']);
    await writeFile(
      html,
      reviewPage(told, { siteUrl: library.site?.url ?? 'https://invalid.example/', title, approval, redline: marked, css }),
    );
    complain(`Written: ${html}, the page for those who approve.`);
  }
  if (markdown !== undefined) {
    const plain = marked && redlineText(marked, { title, width: 100, isColoured: false });
    await writeFile(markdown, reviewMarkdown(told, { title, approval, redline: plain }));
    complain(`Written: ${markdown}, the same as the comment of a proposal.`);
  }
  return told;
}
