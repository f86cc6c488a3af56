import { readdir } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { stringify } from 'yaml';
import { carryIds, NO_MEMORY, rememberIds, type CarriedIds, type IdMemory } from '../../interchange/import/carry-ids.ts';
import type { ChangesChoice } from '../../interchange/import/import-docx.ts';
import type { ImportResult } from '../../interchange/import/import-policy.ts';
import type { Receipt } from '../../interchange/import/receipt.ts';
import { renameIds } from '../../interchange/import/rename-ids.ts';
import { sha256 } from '../../library/digests.ts';
import type { VersionFile } from '../../library/policy-files.ts';
import { parseVersion } from '../../library/version-file.ts';
import { parsePolicy } from '../../mdx/parse-policy.ts';
import { calendarDate, type CalendarDate } from '../../model/calendar-date.ts';
import { hasErrors } from '../../model/finding.ts';
import { canonicalLines, type CanonicalLine } from '../../model/record/canonical.ts';
import type { Effective } from '../../model/ledger/entry.ts';
import { UsageError } from '../io.ts';
import { readSource } from './import.ts';

export interface HistoryRequest {
  readonly folder: string;
  readonly policy: string;
  readonly lang: string;
  readonly basis: Effective['basis'];
  /** The day of the import. */
  readonly today: CalendarDate;
  readonly title?: string | undefined;
  readonly base?: string | undefined;
  readonly changes?: ChangesChoice | undefined;
  /** Called before each file is read. */
  readonly onFile?: ((file: string, number: number, of: number) => void) | undefined;
}

/** What became of one file: a version, or nothing because it says what the version before says. */
export type HistoryStep =
  | {
      readonly kind: 'version';
      readonly file: string;
      readonly draft: VersionFile;
      /** The whole of policy.mdx. */
      readonly text: string;
      readonly title?: string | undefined;
      readonly receipt: Receipt;
      readonly ids: CarriedIds;
    }
  | { readonly kind: 'same'; readonly file: string; readonly as: string };

export interface FileFault {
  readonly file: string;
  readonly messages: readonly string[];
}

export interface History {
  /** In order of days. */
  readonly steps: readonly HistoryStep[];
  /** Files that are no text of a version by their ending; passed over. */
  readonly others: readonly string[];
  /** Every file that cannot be imported. */
  readonly faults: readonly FileFault[];
}

interface DatedFile {
  readonly file: string;
  readonly day: CalendarDate;
}

const TEXTS = new Set(['.md', '.markdown', '.mdx', '.html', '.htm', '.docx', '.docm']);

/** Reads a folder of `<YYYY-MM-DD>.md`, `.html` and `.docx` as the versions of one policy, earliest first. Writes nothing. */
export async function readHistory(request: HistoryRequest): Promise<History> {
  const names = await readdir(request.folder).catch((error: unknown) => {
    throw new UsageError(`${request.folder} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  });
  const texts = names.filter((name) => TEXTS.has(extname(name).toLowerCase())).toSorted();
  const others = names.filter((name) => !TEXTS.has(extname(name).toLowerCase())).toSorted();
  const { dated, faults } = datedFiles(texts, request.today);
  const read: { readonly file: DatedFile; readonly result: ImportResult }[] = [];
  for (const [index, file] of dated.entries()) {
    request.onFile?.(file.file, index + 1, dated.length);
    const result = await readFileOf(file, request);
    if ('messages' in result) faults.push(result);
    else read.push({ file, result });
  }
  // Ids are carried from file to file: with one missing, all after it could come out otherwise.
  return faults.length > 0 ? { steps: [], others, faults } : { ...follow(read, request), others };
}

function datedFiles(names: readonly string[], today: CalendarDate): { readonly dated: readonly DatedFile[]; readonly faults: FileFault[] } {
  const faults: FileFault[] = [];
  const dated = new Map<string, DatedFile>();
  for (const file of names) {
    const day = calendarDate(file.slice(0, -extname(file).length));
    const other = day === undefined ? undefined : dated.get(day);
    if (day === undefined)
      faults.push({ file, messages: ['The name is no day. Name the file after the day of its text, such as 2016-05-26.md.'] });
    else if (other) faults.push({ file, messages: [`${other.file} is of the same day. Keep one of them.`] });
    else if (day > today)
      faults.push({
        file,
        messages: [`The day lies after today, ${today}. A text that is still to come is a draft: import the file alone.`],
      });
    else dated.set(day, { file, day });
  }
  return { dated: [...dated.values()], faults };
}

async function readFileOf({ file, day }: DatedFile, request: HistoryRequest): Promise<ImportResult | FileFault> {
  const { folder, policy, title, base, lang, changes } = request;
  try {
    const result = await readSource({ content: '', file: join(folder, file), policy, title, base, changes, effective: day }, lang);
    return hasErrors(result.findings) ? { file, messages: result.findings.map(({ message }) => message) } : result;
  } catch (error) {
    if (error instanceof UsageError) return { file, messages: [error.message] };
    throw error;
  }
}

function follow(
  read: readonly { readonly file: DatedFile; readonly result: ImportResult }[],
  request: HistoryRequest,
): Pick<History, 'steps' | 'faults'> {
  const steps: HistoryStep[] = [];
  const faults: FileFault[] = [];
  let memory: IdMemory = NO_MEMORY;
  let before: VersionFile | undefined;
  for (const { file, result } of read) {
    const step = nextStep(file, result, { request, memory, before });
    if ('messages' in step) {
      faults.push(step);
      continue;
    }
    steps.push(step);
    if (step.kind === 'same') continue;
    before = step.draft;
    memory = rememberIds(step.draft.record, step.ids.retired, memory);
  }
  return { steps, faults };
}

interface Position {
  readonly request: HistoryRequest;
  readonly memory: IdMemory;
  /** The version before. */
  readonly before: VersionFile | undefined;
}

function nextStep({ file, day }: DatedFile, result: ImportResult, { request, memory, before }: Position): HistoryStep | FileFault {
  const { policy, lang } = request;
  const given = parsePolicy({ body: result.body, file, lang, retired: result.retired }).record;
  if (!given) return { file, messages: ['The draft made from it cannot be read. This is a fault of the import.'] };
  const ids = carryIds(given, result.retired, memory);
  const body = renameIds(result.body, ids.ids);
  const text = `---\n${stringify(frontmatter(file, day, { request, result, ids }))}---\n\n${body}`;
  const parsed = parseVersion(text, `policies/${policy}/${day}/policy.mdx`, { policy, version: day, lang });
  if (!parsed.file) return { file, messages: parsed.findings.map(({ message }) => message) };
  if (words(canonicalLines(parsed.file.record)) !== words(canonicalLines(given))) {
    return { file, messages: ['Its words changed when the section ids were carried over. This is a fault of the import.'] };
  }
  const draft: VersionFile = { ...parsed.file, source: sha256(text) };
  if (before && before.digests.words === draft.digests.words && before.digests.record === draft.digests.record) {
    return { kind: 'same', file, as: before.version };
  }
  // A title that was only made from the file's name is none.
  const title = result.title === day ? undefined : result.title;
  return { kind: 'version', file, draft, text, title, receipt: result.receipt, ids };
}

function frontmatter(
  file: string,
  day: CalendarDate,
  { request, result, ids }: { readonly request: HistoryRequest; readonly result: ImportResult; readonly ids: CarriedIds },
): object {
  return {
    effective: { day, basis: request.basis },
    ...(Object.keys(ids.retired).length > 0 ? { retired: ids.retired } : {}),
    provenance: { ...result.provenance, imported: request.today, source: result.provenance.source ?? file },
  };
}

function words(lines: readonly CanonicalLine[]): string {
  return lines.map(({ text }) => text).join('\n');
}
