import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { policySchema, siteSchema, nameFault, type SiteConfig } from '../config.ts';
import { sortFindings, type Finding } from '../model/finding.ts';
import { openArchive, type Archive } from './archive.ts';
import type { DraftWords, PolicyFiles, VersionFile } from './policy-files.ts';
import { checkPolicyLinks } from './policy-links.ts';
import { filesIn, foldersIn } from './folders.ts';
import { readPages, type PageFile } from './pages.ts';
import { readSearchSettings, type SearchSettings } from './search-settings.ts';
import type { Settings } from './settings.ts';
import { readYaml } from './yaml-file.ts';
import { readVersion } from './version-file.ts';

/** Everything under a content folder, read once and checked. */
export interface Library {
  /** Absent when site.yaml is missing or wrong. */
  readonly site?: SiteConfig | undefined;
  /** Where a setting of site.yaml stands. */
  readonly sitePlaceOf: Settings<unknown>['placeOf'];
  readonly policies: readonly PolicyFiles[];
  readonly pages: readonly PageFile[];
  readonly search: SearchSettings;
  /** What was published, as the ledger tells it. */
  readonly archive: Archive;
  /** Of all files, sorted. */
  readonly findings: readonly Finding[];
}

/** The content folder cannot be read at all: wrong usage, not a mistake in a text. */
export class NoContentError extends Error {}

/**
 * Reads and checks a content folder. Content mistakes become findings, all in one run; nothing is written.
 *
 * @throws NoContentError when there is no such folder.
 */
export async function readLibrary(content: string): Promise<Library> {
  const info = await stat(content).catch(() => undefined);
  if (!info?.isDirectory()) throw new NoContentError(`There is no content folder at ${content}. Name it with --content DIR.`);
  const site = await readYaml(
    content,
    'site.yaml',
    siteSchema,
    'Every site needs it: it names the organisation, its contact and its address.',
  );
  const lang = site.value?.languages[0] ?? 'en';
  const archive = await openArchive(content);
  const policies: PolicyFiles[] = [];
  const findings: Finding[] = [
    ...site.findings,
    ...archive.ledger.findings,
    ...(await notFolders(content)),
    ...(await strayTexts(content, 'policies')),
  ];
  for (const name of await foldersIn(join(content, 'policies'))) {
    const policy = await readPolicy(content, { name, lang, archive });
    policies.push(policy.files);
    findings.push(...policy.findings);
    if (site.value?.languages.slice(1).some((other) => other.toLowerCase() === name)) {
      findings.push(
        nameFinding(`policies/${name}`, `The folder name "${name}" is kept for the pages in that language. Rename the folder.`),
      );
    }
  }
  const targets = { policies, publishedIds: archive.publishedIds };
  const pages = await readPages(content, targets);
  const { settings: search, findings: ofSearch } = await readSearchSettings(content, targets);
  findings.push(...(await checkPolicyLinks(targets)), ...pages.findings, ...ofSearch);
  return {
    site: site.value,
    sitePlaceOf: site.placeOf,
    policies,
    pages: pages.files,
    search,
    archive,
    findings: sortFindings(findings),
  };
}

/**
 * The settings of the whole site alone, for those who need nothing else.
 *
 * @throws NoContentError when site.yaml is missing or wrong; `readLibrary` says where.
 */
export async function readSite(content: string): Promise<SiteConfig> {
  const { value, findings } = await readYaml(content, 'site.yaml', siteSchema, '');
  if (!value) throw new NoContentError(`${content}/site.yaml: ${findings.map((finding) => finding.message).join(' ')}`);
  return value;
}

interface PolicyFolder {
  readonly name: string;
  readonly lang: string;
  readonly archive: Archive;
}

async function readPolicy(
  content: string,
  { name, lang, archive }: PolicyFolder,
): Promise<{ files: PolicyFiles; findings: readonly Finding[] }> {
  const folder = `policies/${name}`;
  const config = await readYaml(
    content,
    `${folder}/policy.yaml`,
    policySchema,
    'It gives the policy its title, such as: title: Privacy policy',
  );
  const findings: Finding[] = [...config.findings, ...checkName(folder, name, 'policy'), ...(await strayTexts(content, folder))];
  const versions: VersionFile[] = [];
  const texts: DraftWords[] = [];
  for (const version of await foldersIn(join(content, folder))) {
    const isPublished = archive.published(name, version) !== undefined;
    findings.push(...(await translations(content, `${folder}/${version}`, isPublished)));
    // Published words are read from their record alone: no fault in an old file, and no later parser, can touch them.
    if (isPublished) continue;
    findings.push(...checkName(`${folder}/${version}`, version, 'version'));
    const read = await readVersion(content, { policy: name, version, lang });
    findings.push(...read.findings);
    if (read.file) versions.push(read.file);
    if (read.words) texts.push(read.words);
  }
  const published = archive.histories.find((history) => history.policy === name)?.versions.map(({ version }) => version) ?? [];
  return { files: { name, config: config.value, placeOf: config.placeOf, versions, texts, published }, findings };
}

function checkName(file: string, name: string, of: 'policy' | 'version'): readonly Finding[] {
  const fault = nameFault(name, of);
  if (fault === undefined) return [];
  return [nameFinding(file, `The folder name "${name}" ${fault}. Rename the folder.`)];
}

function nameFinding(file: string, message: string): Finding {
  return { rule: 'name-form', severity: 'error', place: { file }, message };
}

/** A text in another language is no mistake of its author, who must know that nobody will be shown it. */
async function translations(content: string, folder: string, isPublished: boolean): Promise<readonly Finding[]> {
  const names = (await filesIn(join(content, folder))).filter((name) => /^policy\.[a-z]{2,3}(?:-[a-z]+)*\.mdx$/iu.test(name));
  const rest = isPublished
    ? 'In the folder of a published version nothing may stand that the ledger does not name, so no site can be built. Move it out of "policies"'
    : 'It is left as it is, but must be moved out of "policies" before this version is published, since nothing may stand beside a published text';
  return names.map((name): Finding => {
    const message = `Translations are not read yet: this file is neither checked nor shown nor published. ${rest}, and keep it until they are.`;
    return { rule: 'translation-unread', severity: 'warning', place: { file: `${folder}/${name}` }, message };
  });
}

/** A text beside the folders of the versions would never be read, and nobody would notice. */
async function strayTexts(content: string, folder: string): Promise<readonly Finding[]> {
  const names = (await filesIn(join(content, folder))).filter((name) => name.toLowerCase().endsWith('.mdx'));
  const policy = folder === 'policies' ? 'policies/privacy' : folder;
  return names.map((name): Finding => {
    const message = `The text of a version stands in a folder of its own, such as ${policy}/2027-03-01/policy.mdx. Move it there.`;
    return { rule: 'file-misplaced', severity: 'error', place: { file: `${folder}/${name}` }, message };
  });
}

async function notFolders(content: string): Promise<readonly Finding[]> {
  const names = await filesIn(content);
  return ['pages', 'policies'].flatMap((file): readonly Finding[] => {
    if (!names.includes(file)) return [];
    const message = `"${file}" is a file where a folder is expected. Rename it, or move it elsewhere.`;
    return [{ rule: 'file-unreadable', severity: 'error', place: { file }, message }];
  });
}
