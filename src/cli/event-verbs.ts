import { InvalidArgumentError, Option, type Command } from 'commander';
import { calendarDate, type CalendarDate } from '../model/calendar-date.ts';
import type { Occasion } from './commands/occasion.ts';
import { UsageError, type Common, type ExitCode } from './io.ts';

interface Reasoned {
  readonly reason: string;
}

interface NoticeFlags {
  readonly html?: string;
  readonly sent?: string;
  readonly on?: CalendarDate;
  readonly count?: number;
  readonly amend?: string;
  readonly reason?: string;
}

/** The verbs for what can happen to published versions, each an event of the ledger. */
export function addEventVerbs(
  program: Command,
  common: () => Common,
  desk: { occasion: () => Occasion; end: (code: ExitCode) => void },
): void {
  const { occasion, end } = desk;
  const content = (): string => common().content;

  program
    .command('reschedule <version>')
    .description('moves the effective day of a posted version, POLICY/VERSION, that has not begun')
    .addOption(day('--effective <day>', 'the day on which it takes effect instead').makeOptionMandatory())
    .requiredOption('--reason <words>', 'why, in a sentence that readers may see')
    .action(async (name: string, options: Reasoned & { effective: CalendarDate }) => {
      const { reschedule } = await import('./commands/later-events.ts');
      end(await reschedule({ content: content(), name, ...options }, occasion()));
    });

  program
    .command('withdraw <version>')
    .description('takes a posted version back before it takes effect')
    .option('--with-later', 'takes back every posted version that builds on it, too', false)
    .requiredOption('--reason <words>', 'why, in a sentence that readers may see')
    .action(async (name: string, options: Reasoned & { withLater: boolean }) => {
      const { withdraw } = await import('./commands/later-events.ts');
      end(await withdraw({ content: content(), name, ...options }, occasion()));
    });

  program
    .command('reviewed <policy>')
    .description('records that a policy was looked through and stays as it is')
    .addOption(day('--on <day>', 'the day of the review').makeOptionMandatory())
    .requiredOption('--reason <words>', 'what was looked at, in a sentence that readers may see')
    .action(async (policy: string, options: Reasoned & { on: CalendarDate }) => {
      const { reviewed } = await import('./commands/later-events.ts');
      end(await reviewed({ content: content(), policy, ...options }, occasion()));
    });

  program
    .command('retire <policy>')
    .description('ends a policy: from that day no version of it is in force')
    .addOption(day('--from <day>', 'the first day without it').makeOptionMandatory())
    .option('--replaced-by <policy>', 'the policy that takes its place')
    .requiredOption('--reason <words>', 'why, in a sentence that readers may see')
    .action(async (policy: string, options: Reasoned & { from: CalendarDate; replacedBy?: string }) => {
      const { retire } = await import('./commands/later-events.ts');
      end(await retire({ content: content(), policy, ...options }, occasion()));
    });

  program
    .command('remove <version>')
    .description('takes published words away for ever, by a court’s order; name, days and digests stay')
    .option('--section <id>', 'only the words of this section')
    .requiredOption('--reason <words>', 'the order, in a sentence that readers may see')
    .action(async (name: string, options: Reasoned & { section?: string }) => {
      const { remove } = await import('./commands/later-events.ts');
      end(await remove({ content: content(), name, ...options }, occasion()));
    });

  program
    .command('notice <version>')
    .description(
      'prints the notice of a published version, ready to send; with --sent, records that it was sent; with --amend, freezes an amended one beside it',
    )
    .option('--html <file>', 'writes the notice as an HTML e-mail, too')
    .option('--sent <channel>', 'records a channel by which it was sent, such as email')
    .addOption(day('--on <day>', 'the day of sending; of several, the last'))
    .addOption(new Option('--count <number>', 'to how many').argParser(readCount))
    .option('--amend <file>', 'freezes the notice in this file beside the first: "summary" and "changes", as in the settings of a version')
    .option('--reason <words>', 'with --amend: why, in a sentence that readers may see')
    .action(async (name: string, options: NoticeFlags) => {
      const { html, sent, on, count, amend: file, reason } = options;
      if (file !== undefined) {
        if ([html, sent, on, count].some((other) => other !== undefined))
          throw new UsageError('--amend goes with --reason alone. Nothing was recorded.');
        if (reason === undefined) throw new UsageError('--amend needs --reason, a sentence that readers may see. Nothing was recorded.');
        const { amend } = await import('./commands/amend.ts');
        return end(await amend({ content: content(), name, file, reason }, occasion()));
      }
      if (reason !== undefined) throw new UsageError('--reason goes with --amend FILE. Nothing was recorded.');
      if (sent === undefined) {
        if (on !== undefined || count !== undefined) throw new UsageError('--on and --count go with --sent CHANNEL. Nothing was recorded.');
        const { notice } = await import('./commands/notice.ts');
        return end(await notice({ content: content(), name, html }, occasion()));
      }
      if (on === undefined) throw new UsageError('--sent needs --on DAY, the day of sending. Nothing was recorded.');
      if (html !== undefined) throw new UsageError('--html writes a notice, --sent records one: give one of them. Nothing was recorded.');
      const { noticeSent } = await import('./commands/later-events.ts');
      end(await noticeSent({ content: content(), name, channel: sent, on, count }, occasion()));
    });
}

function day(flags: string, description: string): Option {
  return new Option(flags, description).argParser((value: string): CalendarDate => {
    const read = calendarDate(value);
    if (read === undefined) throw new InvalidArgumentError('It must be a day that exists, in the form 2027-03-01.');
    return read;
  });
}

function readCount(value: string): number {
  if (!/^\d{1,12}$/u.test(value)) throw new InvalidArgumentError('It must be a whole number.');
  return Number(value);
}
