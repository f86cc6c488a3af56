import { Option, type Command } from 'commander';
import { addEventVerbs } from './event-verbs.ts';
import type { CalendarDate } from '../model/calendar-date.ts';
import { readEffective } from './import-verb.ts';
import { machineClock, UsageError, type Common, type ExitCode } from './io.ts';
import type { Occasion } from './commands/occasion.ts';

/** The verbs of the desk: what is published, what can happen to it, and how anybody can check it. */
export function addDeskVerbs(program: Command, common: () => Common, end: (code: ExitCode) => void): void {
  // An empty day in the environment is none.
  const occasion = (): Occasion => ({ now: machineClock(), today: common().today || undefined });

  program
    .command('draft <policy>')
    .description('makes the next version of a policy out of the one that it will follow; with --summarise, prepares the notice of a draft')
    .addOption(
      new Option('--effective <day>', 'the day from which it shall apply (default: the first that keeps every promise)').argParser(
        readEffective,
      ),
    )
    .option('--summarise', 'of a draft, POLICY or POLICY/VERSION: puts an item under "changes" for each section that differs', false)
    .action(async (name: string, options: { effective?: CalendarDate; summarise: boolean }) => {
      const { content } = common();
      if (options.summarise) {
        if (options.effective !== undefined)
          throw new UsageError('--effective makes a draft, --summarise looks at one. Leave one of them out.');
        const { summarise } = await import('./commands/summarise.ts');
        end(await summarise({ content, name }, occasion()));
        return;
      }
      const { draft } = await import('./commands/draft.ts');
      end(await draft({ content, policy: name, effective: options.effective }, occasion()));
    });

  program
    .command('review <version>')
    .description('says what those who approve a draft, POLICY/VERSION, have to know, and prints the lines that approve it')
    .option('--html <file>', 'writes the same with the redline as one page that can be sent to anybody')
    .option('--markdown <file>', 'writes the same for the comment of a proposal')
    .action(async (name: string, files: { html?: string; markdown?: string }) => {
      const { review } = await import('./commands/review.ts');
      end(await review({ content: common().content, name, ...files }, occasion()));
    });

  program
    .command('publish [version]')
    .description('checks, freezes and records approved drafts, all or nothing; VERSION is a policy, or policy/version')
    .option('--dry-run', 'checks everything and writes nothing', false)
    .action(async (only: string | undefined, options: { dryRun: boolean }) => {
      const { publish } = await import('./commands/publish.ts');
      end(await publish({ content: common().content, only, dryRun: options.dryRun }, occasion()));
    });

  addEventVerbs(program, common, { occasion, end });

  program
    .command('status')
    .description('prints what is in force, posted and drafted, and when the site changes next by itself')
    .addOption(new Option('--format <format>', 'for people or for programs').choices(['text', 'json']).default('text'))
    .action(async (options: { format: 'text' | 'json' }) => {
      const { status } = await import('./commands/status.ts');
      end(await status({ content: common().content, format: options.format }, occasion()));
    });

  program
    .command('deploy-plan')
    .description('prints which files of a built site to send and which to take away, in an order that never breaks a link; sends nothing')
    .option('--from <manifest>', 'the manifest.json of the deployed site, a file or its address; without it, nothing is deployed yet')
    .addOption(new Option('--format <format>', 'for people or for programs').choices(['text', 'json']).default('text'))
    .action(async (options: { from?: string; format: 'text' | 'json' }) => {
      const { printDeployPlan } = await import('./commands/deploy-plan.ts');
      end(await printDeployPlan({ ...options, out: common().out }));
    });

  program
    .command('verify [place]')
    .description('checks the ledger’s chain and the digests of all frozen files; PLACE is a content folder, a built site or its address')
    .option('--against <file>', 'an older copy of the ledger, or its address; it must be the beginning of this one')
    .option('--deep', 'derives every text anew; of a site, reads every page of every version word by word', false)
    .action(async (place: string | undefined, options: { against?: string; deep: boolean }) => {
      const { verify } = await import('./commands/verify.ts');
      end(await verify({ place: place ?? common().content, ...options }));
    });
}
