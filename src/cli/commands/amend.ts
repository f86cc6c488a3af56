import { dirname } from 'node:path';
import { amendedNotice, noticeFacts, readNoticeFile, type NoticeFile } from '../../library/amended-notice.ts';
import { FrozenFileError, openArchive } from '../../library/archive.ts';
import type { DeskOptions } from '../../library/desk.ts';
import { hasErrors, type Finding } from '../../model/finding.ts';
import type { NoticeText } from '../../model/frozen-version.ts';
import { standingFiles } from '../../model/ledger/standing-files.ts';
import { amendedFindings } from '../../model/rules/notice/amended.ts';
import { complain, complainOf, UsageError, type ExitCode } from '../io.ts';
import { findingsCount } from '../report/text.ts';
import { reasonGiven, recordEvents, versionNamed } from './events.ts';
import type { Occasion } from './occasion.ts';

export interface AmendOptions {
  readonly content: string;
  /** `privacy/2027-03-01` */
  readonly name: string;
  /** File with `summary` and `changes`. */
  readonly file: string;
  readonly reason: string;
}

/** Freezes an amended notice beside the first, which stays as it is, and records it. */
export async function amend({ content, name, file, reason }: AmendOptions, occasion: Occasion, how?: DeskOptions): Promise<ExitCode> {
  const named = versionNamed(name);
  const why = reasonGiven(reason);
  const read = await fileAt(file);
  if (!read.value) return refuse(read.findings, dirname(file));
  const notice = read.value;
  // What a notice is measured by was frozen with the texts and cannot change while another command runs.
  const findings = await measured(content, named, read, notice);
  if (hasErrors(findings)) return refuse(findings, dirname(file));
  const done = `${name}: the notice is amended. The first one stays as it is; send the amended one by every channel that the first went by.`;
  return recordEvents({ content, change: (archive) => amendedNotice(archive, { ...named, reason: why }, notice), done }, occasion, how);
}

async function fileAt(file: string): Promise<NoticeFile> {
  return readNoticeFile(file).catch(() => {
    throw new UsageError(
      `There is no file ${file}. Write "summary" and "changes" there, as at the head of a version. Nothing was recorded.`,
    );
  });
}

/** Whether there is such a version, and whether anything may happen to it, is for the rules of events to say. */
async function measured(
  content: string,
  { policy, version }: { readonly policy: string; readonly version: string },
  read: NoticeFile,
  notice: NoticeText,
): Promise<readonly Finding[]> {
  const archive = await openArchive(content);
  if (hasErrors(archive.ledger.findings) || standingFiles(archive.ledger.entries, policy, version)['record.html'] === undefined) return [];
  try {
    return amendedFindings({ notice, ...(await noticeFacts(archive, policy, version)), placeOf: read.placeOf });
  } catch (error) {
    // The desk tells of a damaged file.
    if (error instanceof FrozenFileError) return [];
    throw error;
  }
}

function refuse(findings: readonly Finding[], folder: string): ExitCode {
  complainOf(findings, folder);
  complain(`Nothing was recorded: ${findingsCount(findings)}. The ledger and everything published are as they were.`);
  return 1;
}
