import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { stringify } from 'yaml';
import { nameFault, type SiteConfig } from '../../config.ts';
import { importDocx, type ChangesChoice } from '../../interchange/import/import-docx.ts';
import { MOST_DOCX_BYTES } from '../../interchange/import/docx/open-docx.ts';
import { importHtml } from '../../interchange/import/import-html.ts';
import { importMarkdown } from '../../interchange/import/import-markdown.ts';
import type { ImportInput, ImportResult } from '../../interchange/import/import-policy.ts';
import { receiptText } from '../../interchange/import/receipt-text.ts';
import { NoContentError, readSite } from '../../library/library.ts';
import { decodeText, MOST_BYTES } from '../../library/read-text.ts';
import { parseVersion } from '../../library/version-file.ts';
import type { CalendarDate } from '../../model/calendar-date.ts';
import { hasErrors } from '../../model/finding.ts';
import { complain, complainOf, say, UsageError, type ExitCode } from '../io.ts';

export interface ImportOptions {
  readonly content: string;
  /** Path of the Markdown, HTML or Word file. */
  readonly file: string;
  readonly policy: string;
  /** Overrules the day that the text prints. */
  readonly effective?: CalendarDate | undefined;
  readonly title?: string | undefined;
  /** Address of the page, to complete short addresses of links. */
  readonly base?: string | undefined;
  /** What to do with the tracked changes of a Word file; without it they are a question. */
  readonly changes?: ChangesChoice | undefined;
}

/** Makes a draft from a file and prints the receipt. Writes the whole draft or nothing, and never over a file that is there. */
export async function importFile(options: ImportOptions): Promise<ExitCode> {
  const { content, policy } = options;
  const fault = nameFault(policy, 'policy');
  if (fault !== undefined) throw new UsageError(`--policy ${policy}: the name ${fault}.`);
  const site = await siteOf(content);
  const lang = site?.languages[0] ?? 'en';
  const result = await readSource(options, lang);
  // A file of which nothing was read has no receipt.
  if (result.receipt.sourceWordCount > 0) process.stdout.write(receiptText(result.receipt));
  if (hasErrors(result.findings)) return refuse(result);
  const day = options.effective ?? result.effective?.day;
  if (day === undefined) {
    complain(`No effective day was found in ${options.file}. Nothing was written. Say it yourself: --effective 2016-05-26`);
    return 1;
  }
  const file = `policies/${policy}/${day}/policy.mdx`;
  if (await isThere(join(content, 'policies', policy, day))) {
    complain(
      `${content}/policies/${policy}/${day} is there already. Nothing was written. Choose another day with --effective, or move the folder away.`,
    );
    return 1;
  }
  const isFirst = !(await isThere(join(content, 'policies', policy)));
  const text = `---\n${stringify(frontmatter(result, day, isFirst))}---\n\n${result.body}`;
  const checked = parseVersion(text, file, { policy, version: day, lang });
  if (!checked.file) {
    complainOf(checked.findings, content);
    complain('The draft would not pass the check, so nothing was written. This is a fault of the import.');
    return 1;
  }
  await writeDraft(content, { policy, day, text, title: options.title ?? result.title });
  say(`\nWritten: ${content}/${file}`);
  if (!site)
    say(`To build a site from it, ${content} needs a site.yaml that names the organisation; content/site.yaml of the sample shows how.`);
  return 0;
}

async function siteOf(content: string): Promise<SiteConfig | undefined> {
  if (!(await isThere(join(content, 'site.yaml')))) return undefined;
  try {
    return await readSite(content);
  } catch (error) {
    if (error instanceof NoContentError) throw new UsageError(error.message);
    throw error;
  }
}

const READERS: Readonly<Record<string, (input: ImportInput) => ImportResult>> = {
  '.md': importMarkdown,
  '.markdown': importMarkdown,
  '.mdx': importMarkdown,
  '.html': importHtml,
  '.htm': importHtml,
};

/** @throws UsageError when the file cannot be read or is of another kind. */
export async function readSource(options: ImportOptions, lang: string): Promise<ImportResult> {
  const name = basename(options.file);
  const kind = extname(name).toLowerCase();
  const isWord = kind === '.docx' || kind === '.docm';
  const read = READERS[kind];
  if (!read && !isWord) {
    throw new UsageError(
      `${options.file} is neither Markdown (.md), HTML (.html) nor Word (.docx). Save it as .docx from the program that made it.`,
    );
  }
  const most = isWord ? MOST_DOCX_BYTES : MOST_BYTES;
  const bytes = await readFile(options.file).catch((error: unknown) => {
    throw new UsageError(`${options.file} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  });
  if (bytes.length > most) {
    throw new UsageError(
      `${options.file} holds ${(bytes.length / 1_000_000).toFixed(1)} MB; ${isWord ? 'a Word file' : 'a text'} may hold ${most / 1_000_000} MB.`,
    );
  }
  const facts = { fileName: name, lang, title: options.title, effective: options.effective, baseUrl: options.base };
  if (!read) return importDocx({ bytes, changes: options.changes, ...facts });
  const decoded = decodeText(bytes, name);
  if ('finding' in decoded) {
    const { line, column } = decoded.finding.place;
    throw new UsageError(`${options.file}:${line}:${column}  ${decoded.finding.message}`);
  }
  return read({ text: decoded.text, ...facts });
}

function refuse(result: ImportResult): ExitCode {
  for (const { place, message } of result.findings)
    complain(`${place.file}${place.line === undefined ? '' : `:${place.line}`}  ${message}`);
  complain('Nothing was written.');
  return 1;
}

function frontmatter(result: ImportResult, day: CalendarDate, isFirst: boolean): object {
  const { provenance, retired } = result;
  return {
    effective: day,
    ...(isFirst ? { materiality: 'initial' } : {}),
    ...(Object.keys(retired).length > 0 ? { retired } : {}),
    ...(Object.keys(provenance).length > 0 ? { provenance } : {}),
  };
}

interface Draft {
  readonly policy: string;
  readonly day: CalendarDate;
  readonly text: string;
  readonly title: string;
}

/** The folder of the version appears whole: it is filled beside its place and renamed. */
async function writeDraft(content: string, draft: Draft): Promise<void> {
  const folder = join(content, 'policies', draft.policy);
  const staged = join(folder, `.${draft.day}.new`);
  await mkdir(staged, { recursive: true });
  try {
    await writeFile(join(staged, 'policy.mdx'), draft.text);
    if (!(await isThere(join(folder, 'policy.yaml')))) {
      await writeFile(join(folder, 'policy.yaml'), stringify({ title: draft.title, kind: kindOf(draft.policy) }), { flag: 'wx' });
    }
    await rename(staged, join(folder, draft.day));
  } finally {
    await rm(staged, { recursive: true, force: true });
  }
}

/** A policy called as a kind is called is of that kind. */
export function kindOf(policy: string): string {
  const words = policy.split('-');
  return ['privacy', 'terms', 'security', 'cookies', 'accessibility', 'children'].find((kind) => words.includes(kind)) ?? 'other';
}

function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
