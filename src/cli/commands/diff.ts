import { FrozenFileError } from '../../library/archive.ts';
import { comparedVersion, followedVersion, type ComparedVersion } from '../../library/compared-versions.ts';
import { readLibrary, type Library } from '../../library/library.ts';
import { hasErrors, type Finding } from '../../model/finding.ts';
import { redline } from '../../model/redline/redline.ts';
import { redlineData } from '../../outputs/redline-data.ts';
import { hrefFrom, redlinePage } from '../../outputs/redline-page.ts';
import { complain, complainOf, say, UsageError, type ExitCode } from '../io.ts';
import { redlineText } from '../report/redline/redline-text.ts';
import { sheetStyles } from '../report/redline/sheet-styles.ts';
import { requireFolder } from './check.ts';
import { wordFile } from './diff-docx.ts';

export type DiffFormat = 'text' | 'html' | 'json' | 'docx';

export interface DiffOptions {
  readonly content: string;
  readonly policy: string;
  /** The later text, or the earlier one when both are named. */
  readonly first: string;
  readonly second?: string | undefined;
  readonly format: DiffFormat;
  /** The terminal that the text is for; none in a pipe. */
  readonly screen?: { readonly columns: number; readonly isColoured: boolean } | undefined;
}

const PIPE_COLUMNS = 80;
const MOST_COLUMNS = 120;

/** Prints what differs between two versions, drafts among them. Writes nothing; a difference is no fault. */
export async function diff(options: DiffOptions): Promise<ExitCode> {
  const { content, policy, format } = options;
  const names = [options.first, ...(options.second === undefined ? [] : [options.second])];
  for (const name of [policy, ...names]) requirePlainName(name);
  if (format === 'docx' && options.screen) {
    throw new UsageError(
      `A Word file is nothing for a terminal. Send it to a file: codicil diff ${[policy, ...names].join(' ')} --format docx > redline.docx`,
    );
  }
  await requireFolder(content, policy);
  const library = await readLibrary(content);
  const faults = faultsOf(library, policy, names);
  if (!library.site || hasErrors(faults)) {
    complainOf(faults, content);
    complain('Nothing can be compared before this is put right.');
    return 1;
  }
  try {
    const [earlier, later] = await pairOf(library, options);
    const marked = redline(earlier.record, later.record);
    if (format === 'json') {
      say(redlineData(marked, { siteUrl: library.site.url, policy, earlier, later }).trimEnd());
      return 0;
    }
    const title = library.policies.find(({ name }) => name === policy)?.config?.title ?? policy;
    if (format === 'html') {
      say(redlinePage(marked, { siteUrl: library.site.url, title, earlier, later, css: await sheetStyles() }).trimEnd());
      return 0;
    }
    if (format === 'docx') {
      const { url } = library.site;
      const compared = `${named(earlier)} -> ${named(later)}`;
      process.stdout.write(await wordFile(marked, { title, compared, href: (target) => hrefFrom(target, url) }));
      return 0;
    }
    const { columns, isColoured } = options.screen ?? { columns: PIPE_COLUMNS, isColoured: false };
    say(
      redlineText(marked, {
        title: `${title}: ${named(earlier)} -> ${named(later)}`,
        width: Math.min(columns, MOST_COLUMNS),
        isColoured,
      }).trimEnd(),
    );
    return 0;
  } catch (error) {
    if (!(error instanceof FrozenFileError)) throw error;
    complainOf([error.finding], content);
    complain('Nothing was compared.');
    return 1;
  }
}

function requirePlainName(name: string): void {
  if (!name.includes('/')) return;
  throw new UsageError(`"${name}": write the policy and its versions apart, such as: codicil diff privacy 2016-05-26 2024-01-01`);
}

/** What keeps one of the texts from being read, or nobody from knowing what was published. */
function faultsOf({ findings }: Library, policy: string, names: readonly string[]): readonly Finding[] {
  const folders = names.map((name) => `policies/${policy}/${name}/`);
  return findings.filter(
    ({ place, severity }) =>
      place.file === 'ledger.jsonl' ||
      (severity === 'error' && (place.file === 'site.yaml' || folders.some((folder) => place.file.startsWith(folder)))),
  );
}

async function pairOf(
  library: Library,
  { content, policy, first, second }: DiffOptions,
): Promise<readonly [ComparedVersion, ComparedVersion]> {
  const one = await existing(library, { content, policy, name: first });
  if (second !== undefined) return [one, await existing(library, { content, policy, name: second })];
  const before = await followedVersion(library, policy, first);
  if (before === undefined)
    throw new UsageError(`${policy}/${first} follows no version. Name the two to compare: codicil diff ${policy} A B`);
  return [await existing(library, { content, policy, name: before }), one];
}

async function existing(
  library: Library,
  { content, policy, name }: { readonly content: string; readonly policy: string; readonly name: string },
): Promise<ComparedVersion> {
  const found = await comparedVersion(library, policy, name);
  if (found === 'removed')
    throw new UsageError(`The words of ${policy}/${name} had to be taken away, so nothing can be compared with them.`);
  if (found !== 'unknown') return found;
  await requireFolder(content, `${policy}/${name}`);
  throw new UsageError(`${policy}/${name} holds no text. A version is a folder with a policy.mdx.`);
}

function named({ version, status }: ComparedVersion): string {
  return status === 'draft' ? `${version} (draft)` : version;
}
