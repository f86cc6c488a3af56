import { mkdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { nameFault, policySchema, type PolicyConfig, type SiteConfig } from '../../config.ts';
import type { ChangesChoice } from '../../interchange/import/import-docx.ts';
import { atDesk, type DeskOptions } from '../../library/desk.ts';
import { LEDGER_FILE, readLedger, type Ledger } from '../../library/ledger-file.ts';
import { readLibrary, readSite } from '../../library/library.ts';
import { planPublishing } from '../../library/publish-plan.ts';
import type { Desk } from '../../library/transaction.ts';
import { hasErrors } from '../../model/finding.ts';
import type { Effective } from '../../model/ledger/entry.ts';
import { redlineWords } from '../../strings/redline.ts';
import { complain, complainOf, say, UsageError, type ExitCode } from '../io.ts';
import { historyReceipt } from '../report/history-receipt.ts';
import { kindOf } from './import.ts';
import { dayAsked, eventFrame, type Occasion } from './occasion.ts';
import { readHistory, type History, type HistoryStep } from './read-history.ts';
import { filesOf } from './publish.ts';
import { record, sayLeftOver } from './record-change.ts';

export interface ImportFolderOptions {
  readonly content: string;
  readonly folder: string;
  readonly policy: string;
  /** How the days in the names of the files are known. */
  readonly basis: Effective['basis'];
  readonly title?: string | undefined;
  /** Address of the page, to complete short addresses of links. */
  readonly base?: string | undefined;
  readonly changes?: ChangesChoice | undefined;
}

type Version = Extract<HistoryStep, { kind: 'version' }>;

/**
 * Freezes a whole history that was public elsewhere, in one transaction, and prints its receipt. Nothing is written unless every
 * file can be imported, and never over anything that is there.
 */
export async function importFolder(options: ImportFolderOptions, occasion: Occasion, how: DeskOptions = {}): Promise<ExitCode> {
  const { content, folder, policy } = options;
  const fault = nameFault(policy, 'policy');
  if (fault !== undefined) throw new UsageError(`--policy ${policy}: the name ${fault}.`);
  const site = await readSite(content);
  const frame = eventFrame(occasion, site);
  // Before the long reading, and again under the lock.
  requireUnpublished(await readLedger(content), policy);
  const history = await readHistory({
    ...options,
    lang: site.languages[0] ?? 'en',
    today: dayAsked(occasion, frame.zone),
    onFile: showProgress,
  });
  endProgress();
  if (history.faults.length > 0) return refuseFiles(history, folder);
  const versions = history.steps.filter((step) => step.kind === 'version');
  if (versions.length === 0) {
    throw new UsageError(`${folder} holds no text of a version. Name each file after its day, such as 2016-05-26.md. Nothing was written.`);
  }
  return atDesk(
    content,
    async (desk, leftOver) => {
      sayLeftOver(leftOver);
      const code = await freezeAll(desk, versions, { site, options, occasion });
      if (code !== 0) return code;
      process.stdout.write(historyReceipt(history, folder));
      say(`Imported into ${content}/policies/${policy}. Put ${content} under version control as it is: these files never change again.`);
      return 0;
    },
    how,
  );
}

function refuseFiles({ faults }: History, folder: string): ExitCode {
  for (const { file, messages } of faults) for (const message of messages) complain(`${join(folder, file)}  ${message}`);
  complain(`Nothing was written: ${faults.length} of the files cannot be imported.`);
  return 1;
}

async function freezeAll(
  desk: Desk,
  versions: readonly Version[],
  { site, options, occasion }: { readonly site: SiteConfig; readonly options: ImportFolderOptions; readonly occasion: Occasion },
): Promise<ExitCode> {
  const { content } = desk;
  const { policy } = options;
  const library = await readLibrary(content);
  const ofPolicy = library.findings.filter(({ place }) => place.file === LEDGER_FILE || place.file === `policies/${policy}/policy.yaml`);
  const settings = join(content, 'policies', policy, 'policy.yaml');
  const isNew = !(await isThere(settings));
  const faults = ofPolicy.filter(({ rule }) => !(isNew && rule === 'file-missing'));
  if (hasErrors(faults)) {
    complainOf(faults, content);
    complain('Nothing was written.');
    return 1;
  }
  await requireFree(desk, versions, options);
  const newest = versions.findLast((version) => version.title !== undefined)?.title ?? policy;
  const made = { title: options.title ?? newest, kind: kindOf(policy) };
  const config: PolicyConfig = library.policies.find(({ name }) => name === policy)?.config ?? policySchema.parse(made);
  const titles = new Map(versions.map(({ draft, title }) => [draft.version, title]));
  const frame = eventFrame(occasion, site);
  const plan = await planPublishing(
    versions.map(({ draft }) => draft),
    library.archive,
    {
      site,
      policies: new Map([[policy, config]]),
      postedOn: dayAsked(occasion, frame.zone),
      frame,
      words: redlineWords,
      isImport: true,
      titleOf: (draft) => titles.get(draft.version),
    },
  );
  complainOf(plan.findings, content);
  if (hasErrors(plan.findings)) {
    complain('Nothing was written.');
    return 1;
  }
  const sources = new Map(versions.map(({ draft, text }) => [draft.version, text]));
  const before = plan.frozen.flatMap((frozen) => {
    const { version } = frozen.draft;
    return [[`policies/${policy}/${version}/policy.mdx`, sources.get(version) ?? ''] as const, ...filesOf(frozen)];
  });
  if (isNew) {
    await mkdir(join(content, 'policies', policy), { recursive: true });
    await writeFile(settings, stringify(made), { flag: 'wx' });
  }
  try {
    await record(desk, { events: plan.frozen.map(({ event }) => event), before: Object.fromEntries(before) }, frame);
  } catch (error) {
    if (isNew && !hasLines(await readLedger(content), policy)) await rm(settings, { force: true });
    throw error;
  }
  return 0;
}

/** @throws UsageError when anything of the policy is published, or stands where a version would. */
async function requireFree(desk: Desk, versions: readonly Version[], { policy }: ImportFolderOptions): Promise<void> {
  requireUnpublished(desk.ledger, policy);
  for (const { draft } of versions) {
    const folder = join(desk.content, 'policies', policy, draft.version);
    if (await isThere(folder))
      throw new UsageError(`${folder} is there already. Nothing was written. Move it away, or import under another name.`);
  }
}

function requireUnpublished(ledger: Ledger, policy: string): void {
  if (!hasLines(ledger, policy)) return;
  throw new UsageError(`${policy} has published versions already, and a published text never changes. Nothing was written.`);
}

function hasLines({ entries }: Ledger, policy: string): boolean {
  return entries.some((entry) => entry.policy === policy);
}

function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

/** One line that is written over, on a terminal only. */
function showProgress(file: string, number: number, of: number): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001B[KReading ${number} of ${of}: ${file}`);
}

function endProgress(): void {
  if (process.stderr.isTTY) process.stderr.write('\r\u001B[K');
}
