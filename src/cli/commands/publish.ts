import { join } from 'node:path';
import { atDesk, type DeskOptions } from '../../library/desk.ts';
import type { LeftOver } from '../../library/left-overs.ts';
import { ruleErrors } from '../../library/check-content.ts';
import { filesIn, foldersIn } from '../../library/folders.ts';
import { readLibrary, type Library } from '../../library/library.ts';
import type { VersionFile } from '../../library/policy-files.ts';
import type { Frozen } from '../../library/freeze.ts';
import { planPublishing, type PublishPlan } from '../../library/publish-plan.ts';
import type { Desk } from '../../library/transaction.ts';
import { hasErrors, type Finding } from '../../model/finding.ts';
import type { EventFrame } from '../../model/ledger/chain.ts';
import { fingerprint } from '../../model/version.ts';
import { redlineWords } from '../../strings/redline.ts';
import { complain, complainOf, say, UsageError, type ExitCode } from '../io.ts';
import { findingsCount } from '../report/text.ts';
import { requireFolder } from './check.ts';
import { dayAsked, eventFrame, type Occasion } from './occasion.ts';
import { record, sayLeftOver } from './record-change.ts';

export interface PublishOptions {
  readonly content: string;
  /** `privacy` or `privacy/2027-03-01`; all policies when absent. */
  readonly only?: string | undefined;
  /** Checks everything and writes nothing. */
  readonly dryRun: boolean;
}

interface Prepared {
  readonly plan: PublishPlan;
  readonly frame: EventFrame;
}

/** Publishes every approved draft that is asked for, all of them or none. */
export async function publish(options: PublishOptions, occasion: Occasion, how: DeskOptions = {}): Promise<ExitCode> {
  const { content, dryRun } = options;
  const only = options.only?.replace(/\/+$/u, '');
  if (dryRun) {
    const prepared = await prepare(content, only, occasion);
    if (!prepared) return 1;
    for (const line of announcements(prepared)) say(line);
    say(`${counted(prepared.plan)} could be published. Nothing was written.`);
    return 0;
  }
  return atDesk(content, (desk, leftOver) => publishAt(desk, leftOver, { only, occasion }), how);
}

async function publishAt(desk: Desk, leftOver: LeftOver, asked: { only: string | undefined; occasion: Occasion }): Promise<ExitCode> {
  const { content } = desk;
  sayLeftOver(leftOver);
  const prepared = await prepare(content, asked.only, asked.occasion);
  if (!prepared) return 1;
  const { plan, frame } = prepared;
  if (plan.frozen.length === 0) {
    say('No approved draft is there to publish. Nothing was changed.');
    return 0;
  }
  await record(desk, { events: plan.frozen.map(({ event }) => event), before: Object.fromEntries(plan.frozen.flatMap(filesOf)) }, frame);
  for (const line of announcements(prepared)) say(line);
  say(`Published ${counted(plan)}. Put ${content} under version control as it is: these files never change again.`);
  return 0;
}

/** The files of one version that are written, by their paths below the content folder; `policy.mdx` is there already. */
export function filesOf({ draft, texts, pairTexts }: Frozen): readonly (readonly [path: string, text: string])[] {
  const own = Object.entries(texts).map(([name, text]) => [`policies/${draft.policy}/${draft.version}/${name}`, text] as const);
  return [...own, ...Object.entries(pairTexts).map(([name, text]) => [`policies/${draft.policy}/${name}`, text] as const)];
}

/** Reads, checks and freezes; `undefined` when something stands against it, which it has said. */
async function prepare(content: string, only: string | undefined, occasion: Occasion): Promise<Prepared | undefined> {
  const library = await readLibrary(content);
  if (only !== undefined) await requireFolder(content, only);
  const faults = library.findings.filter((finding) => concerns(finding, only));
  const { site } = library;
  if (!site || hasErrors(faults)) return refuse(content, faults);
  const frame = eventFrame(occasion, site);
  const postedOn = dayAsked(occasion, frame.zone);
  const broken = ruleErrors(library, { now: occasion.now, today: postedOn }).filter((finding) => concerns(finding, only));
  const approved = approvedDrafts(library, only);
  const policies = new Map(library.policies.flatMap(({ name, config }) => (config ? [[name, config] as const] : [])));
  const plan = await planPublishing(approved, library.archive, { site, policies, postedOn, frame, words: redlineWords });
  const findings = [...faults, ...broken, ...plan.findings, ...(await strayFiles(content, plan))];
  if (hasErrors(findings)) return refuse(content, findings);
  complainOf(findings, content);
  return { plan, frame };
}

/** Whatever else stands in a version's folder would be found by `verify` ever after, and could not be told from what was published. */
async function strayFiles(content: string, plan: PublishPlan): Promise<readonly Finding[]> {
  const all = plan.frozen.map(async ({ draft: { policy, version }, event }): Promise<readonly Finding[]> => {
    const folder = join('policies', policy, version);
    const there = [...(await filesIn(join(content, folder))), ...(await foldersIn(join(content, folder)))];
    return there
      .filter((name) => !(name in event.files))
      .map((name) => {
        const message = 'Nothing may stand beside a published text that is not published with it. Move it out of "policies", then publish.';
        return { rule: 'folder-not-clear', severity: 'error', place: { file: `policies/${policy}/${version}/${name}` }, message };
      });
  });
  return (await Promise.all(all)).flat();
}

function refuse(content: string, findings: readonly Finding[]): undefined {
  complainOf(findings, content);
  complain(`Nothing was published: ${findingsCount(findings)}. The drafts and everything published are as they were.`);
}

/** Everything counts when everything is asked for; else what the policy or the version itself rests on. */
function concerns({ place: { file } }: Finding, only: string | undefined): boolean {
  if (only === undefined || !file.startsWith('policies/')) return !file.startsWith('pages/');
  const [policy, version] = only.split('/');
  const folder = `policies/${policy}/`;
  return file === `${folder}policy.yaml` || file.startsWith(version === undefined ? folder : `${folder}${version}/`);
}

/** @throws UsageError when the one version that is asked for is no approved draft. */
function approvedDrafts(library: Library, only: string | undefined): readonly VersionFile[] {
  const asked = library.policies
    .flatMap((policy) => policy.versions)
    .filter((draft) => only === undefined || draft.policy === only || nameOf(draft) === only);
  const [policy = '', version] = only?.split('/') ?? [];
  if (only !== undefined && version !== undefined) {
    if (library.archive.published(policy, version))
      throw new UsageError(`${only} is published already, and a published text never changes. A correction is a new version.`);
    if (!asked[0]?.frontmatter.approved) {
      throw new UsageError(`${only} is not approved, so it was not published. "codicil review ${only}" prints the lines that approve it.`);
    }
  }
  for (const draft of asked) if (!draft.frontmatter.approved) say(`${nameOf(draft)}: a draft that is not approved; left as it is.`);
  return asked.filter((draft) => draft.frontmatter.approved);
}

function announcements({ plan, frame }: Prepared): readonly string[] {
  return plan.frozen.map(({ version }) => {
    const { day, basis } = version.effective;
    const from = basis === 'stated' ? `in force from ${day} (${frame.zone})` : `seen on ${day}`;
    return `${version.policy}/${version.version}: ${from}, fingerprint ${fingerprint(version.digests)}`;
  });
}

function counted(plan: PublishPlan): string {
  return plan.frozen.length === 1 ? '1 version' : `${plan.frozen.length} versions`;
}

function nameOf(draft: VersionFile): string {
  return `${draft.policy}/${draft.version}`;
}
