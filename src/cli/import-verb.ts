import { stat } from 'node:fs/promises';
import { Option, type Command } from 'commander';
import { calendarDate, type CalendarDate } from '../model/calendar-date.ts';
import type { ChangesChoice } from '../interchange/import/import-docx.ts';
import type { Effective } from '../model/ledger/entry.ts';
import { machineClock, UsageError, type Common, type ExitCode } from './io.ts';

interface ImportFlags {
  readonly policy: string;
  readonly effective?: CalendarDate;
  readonly basis?: Effective['basis'];
  readonly title?: string;
  readonly base?: string;
  readonly changes?: ChangesChoice;
}

const BASES = ['stated', 'committed', 'captured', 'unknown'];

/** `import`, of one file to a draft or of a folder to a whole history. */
export function addImportVerb(program: Command, common: () => Common, end: (code: ExitCode) => void): void {
  program
    .command('import <path>')
    .description(
      'makes a draft from a Markdown, HTML or Word file, or a frozen history from a folder of <YYYY-MM-DD>.md, .html or .docx, with a receipt',
    )
    .requiredOption('--policy <name>', 'folder name of the policy')
    .addOption(
      new Option('--effective <day>', 'of a file: the day from which the text applies, when the text does not say it').argParser(
        readEffective,
      ),
    )
    .addOption(new Option('--basis <basis>', 'of a folder: how the days of the files are known (default: committed)').choices(BASES))
    .option('--title <title>', 'the title, when the text does not say it well')
    .option('--base <url>', 'address of the page, to complete short addresses of links')
    .addOption(
      new Option('--changes <decision>', 'of a Word file: what to do with tracked changes; comments are left out then').choices([
        'accept',
        'reject',
      ]),
    )
    .action(async (path: string, flags: ImportFlags) => {
      const { content, today } = common();
      const info = await stat(path).catch(() => undefined);
      if (info?.isDirectory()) {
        if (flags.effective !== undefined) throw new UsageError('--effective is for a file. In a folder each file is named after its day.');
        const { importFolder } = await import('./commands/import-folder.ts');
        const options = { ...flags, basis: flags.basis ?? 'committed', content, folder: path };
        end(await importFolder(options, { now: machineClock(), today: today || undefined }));
        return;
      }
      if (flags.basis !== undefined)
        throw new UsageError('--basis is for a folder. The draft of a file applies from the day that it states.');
      const { importFile } = await import('./commands/import.ts');
      end(await importFile({ ...flags, content, file: path }));
    });
}

/** @throws UsageError when it is no day that exists. */
export function readEffective(value: string): CalendarDate {
  const day = calendarDate(value);
  if (day === undefined) throw new UsageError(`--effective ${value} is not a day that exists, in the form 2016-05-26.`);
  return day;
}
