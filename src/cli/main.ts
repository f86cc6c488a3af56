import { Command, CommanderError, Option } from 'commander';
import { calendarDate } from '../model/calendar-date.ts';
import { NoContentError } from '../library/library.ts';
import { LockedError } from '../library/lock.ts';
import { addDeskVerbs } from './desk-verbs.ts';
import { addDiffVerb } from './diff-verb.ts';
import { addImportVerb } from './import-verb.ts';
import type { Format } from './commands/check.ts';
import { complain, machineClock, UsageError, type Common, type ExitCode } from './io.ts';

let exitCode: ExitCode = 0;

const program = new Command('codicil')
  .description('Builds an organisation’s policy site from versioned MDX.')
  .addOption(new Option('--content <dir>', 'folder of the policies').env('CODICIL_CONTENT').default('content'))
  .addOption(new Option('--out <dir>', 'folder of the built site').env('CODICIL_OUT').default('dist'))
  .addOption(new Option('--today <day>', 'the day asked for (default: today in the site’s zone)').env('CODICIL_TODAY').argParser(readDay))
  .showSuggestionAfterError()
  .configureHelp({ showGlobalOptions: true })
  .helpCommand(false)
  .exitOverride();

program
  .command('check [version]')
  .description('prints every finding, with its place, reason and remedy; VERSION is a policy, or policy/version')
  .option('--fix', 'writes missing section ids, and nothing else', false)
  .addOption(
    new Option('--format <format>', 'for people, programs, a pull request on GitHub, or code scanners')
      .choices(['text', 'json', 'github', 'sarif'])
      .default('text'),
  )
  .action(async (only: string | undefined, options: { fix: boolean; format: Format }) => {
    const { check } = await import('./commands/check.ts');
    const { content, today } = common();
    exitCode = await check({ content, only, ...options }, { now: machineClock(), today: today || undefined });
  });

addImportVerb(program, common, (code) => {
  exitCode = code;
});

program
  .command('build')
  .description('checks the content and builds the site')
  .option('--drafts', 'shows drafts, under a banner', false)
  .action(async (options: { drafts: boolean }) => {
    const { buildSite } = await import('./commands/build.ts');
    exitCode = await buildSite({ ...common(), drafts: options.drafts });
  });

addDiffVerb(program, common, (code) => {
  exitCode = code;
});

addDeskVerbs(program, common, (code) => {
  exitCode = code;
});

for (const command of program.commands) {
  command.exitOverride();
  // The common options may stand before the verb or after it.
  for (const option of program.options) command.addOption(sameOption(option));
}

try {
  await program.parseAsync();
} catch (error) {
  exitCode = failed(error);
}
process.exitCode = exitCode;

function common(): Common {
  return program.opts<Common & Record<string, unknown>>();
}

function sameOption(option: Option): Option {
  return new Option(option.flags, option.description).hideHelp().argParser((value: string) => {
    program.setOptionValue(option.attributeName(), option.parseArg ? option.parseArg(value, undefined) : value);
    return value;
  });
}

function readDay(value: string): string {
  if (value !== '' && calendarDate(value) === undefined)
    throw new UsageError(`--today ${value} is not a day that exists, in the form 2027-03-01.`);
  return value;
}

/** Wrong usage is code 2; anything unexpected is a fault of the program and shows where it happened. */
function failed(error: unknown): ExitCode {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (error instanceof UsageError || error instanceof NoContentError || error instanceof LockedError) {
    complain(error.message);
    return 2;
  }
  // The machine refused a file: no rights, no space, a folder in its place.
  if (error instanceof Error && 'syscall' in error && 'path' in error) {
    complain(`${String(error.path)} cannot be read or written: ${error.message}.`);
    return 2;
  }
  throw error;
}
