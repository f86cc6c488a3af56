import { digestFaults, recordIn, type DeepVersion } from '../../library/deep.ts';
import type { ReadFile } from '../../library/verify.ts';
import { pageText } from '../../mdx/page-text.ts';
import { calendarDate, type CalendarDate } from '../../model/calendar-date.ts';
import type { Finding } from '../../model/finding.ts';
import type { PolicyHistory } from '../../model/ledger/history.ts';
import { inForceOn } from '../../model/lifecycle.ts';
import { addresses, fileAddresses } from '../../urls.ts';
import { frameFaults, PAGE_KINDS, pageFaults, type PageFault, type Truth } from './page-kinds.ts';
import { fileOf } from './site-reader.ts';

/** What was read, and what is wrong with it. */
export interface PagesRead {
  readonly pages: number;
  readonly findings: readonly Finding[];
}

/** Reads every page and file of the site that says the words of a version. */
export async function versionPages(read: ReadFile, version: DeepVersion): Promise<PagesRead> {
  const { policy, version: name } = version.published;
  const truth = version.isGone ? undefined : await truthOf(read, version);
  if (truth && 'findings' in truth) return { pages: 0, findings: truth.findings };
  const findings: Finding[] = [];
  let pages = truth ? 1 : 0;
  for (const kind of PAGE_KINDS) {
    const path = kind.path(policy, name);
    const text = await textAt(read, path);
    pages += text === undefined ? 0 : 1;
    if (text === undefined) {
      if (truth || kind.staysWithoutWords) findings.push(missing(path));
    } else if (truth) {
      findings.push(...kind.faults(text, truth).map((fault) => found(path, fault)));
    } else {
      findings.push(...leftWords(path, text, kind.staysWithoutWords));
    }
  }
  return { pages, findings };
}

/** Reads a policy's own address: it must say the words of the version in force on the day that it was built for. */
export async function policyAddress(read: ReadFile, history: PolicyHistory, versions: readonly DeepVersion[]): Promise<PagesRead> {
  const { policy } = history;
  const path = addresses('/').policy(policy).slice(1);
  const html = await textAt(read, path);
  if (html === undefined) return { pages: 0, findings: [missing(path)] };
  const { asOf } = pageText(html);
  const day = calendarDate(asOf ?? '');
  if (day === undefined) {
    const message = 'The page does not say which day it was built for, so nobody can tell which version it must show.';
    return { pages: 1, findings: [found(path, { rule: 'page-day', message })] };
  }
  const name = shownOn(history, day);
  const version = versions.find(({ published }) => published.version === name);
  if (!version || version.isGone) return { pages: 1, findings: leftWords(path, html, true) };
  const truth = await truthOf(read, version);
  // The version's own pages tell of a record that does not hold.
  if ('findings' in truth) return { pages: 1, findings: [] };
  const faults = pageFaults(html, truth, (address) => URL.parse(`${truth.version}/`, address)?.href ?? address);
  const shows = `On ${day} this page must show version ${truth.version}. `;
  return { pages: 1, findings: faults.map(({ rule, message }) => found(path, { rule, message: `${shows}${message}` })) };
}

/** The version in force, of a retired policy the last that was; `undefined` before the first day. */
function shownOn({ timeline }: PolicyHistory, day: CalendarDate): string | undefined {
  const inForce = inForceOn(timeline, day);
  const governed = timeline.filter(({ fate }) => fate.kind === 'governs');
  const isComing = governed.some(({ posting }) => posting.effectiveFrom > day);
  return (inForce ?? (isComing ? undefined : governed.at(-1)))?.posting.version;
}

async function truthOf(read: ReadFile, version: DeepVersion): Promise<Truth | { readonly findings: readonly Finding[] }> {
  const { policy, version: name } = version.published;
  const file = fileAddresses('/').record(policy, name).slice(1);
  const html = await textAt(read, file);
  // That it is missing, or not the file of the ledger, is found without looking deeper.
  if (html === undefined) return { findings: [] };
  const record = recordIn(html, file);
  if ('finding' in record) return { findings: [record.finding] };
  const findings = digestFaults(record.record, version, { file });
  return findings.length > 0 ? { findings } : { policy, version: name, ...record, lines: pageText(html).lines, redlines: version.redlines };
}

/** Words of a text that had to go, or of none that is in force. */
function leftWords(path: string, text: string, isPage: boolean): readonly Finding[] {
  const message = 'The words of this version had to be taken away, and this file may still hold them. Build the site again.';
  if (!isPage) return [found(path, { rule: 'page-extra', message })];
  const { lines, strangers } = pageText(text);
  const words = [...lines.map((line) => line.text), ...strangers];
  return frameFaults(words).map(({ rule }) =>
    found(path, { rule, message: `No text may stand on this page, and it says: “${words[0]}”.` }),
  );
}

function missing(path: string): Finding {
  return found(path, { rule: 'page-missing', message: 'The ledger names this version, and its page is not there. Build the site again.' });
}

function found(path: string, { rule, message }: PageFault): Finding {
  return { rule, severity: 'error', place: { file: fileOf(path) }, message };
}

async function textAt(read: ReadFile, path: string): Promise<string | undefined> {
  const bytes = await read(path);
  return bytes && new TextDecoder().decode(bytes);
}
