import { Option, type Command } from 'commander';
import type { DiffFormat } from './commands/diff.ts';
import type { Common, ExitCode } from './io.ts';

/** `diff`: what exactly differs between two versions. */
export function addDiffVerb(program: Command, common: () => Common, end: (code: ExitCode) => void): void {
  program
    .command('diff <policy> <a> [b]')
    .description(
      'prints what differs from version A to version B, drafts among them; A alone is compared with the version that it follows or would follow',
    )
    .addOption(
      new Option('--format <format>', 'for a terminal, as one file to send or print, for programs, or for Word with tracked changes')
        .choices(['text', 'html', 'json', 'docx'])
        .default('text'),
    )
    .action(async (policy: string, first: string, second: string | undefined, { format }: { format: DiffFormat }) => {
      const { diff } = await import('./commands/diff.ts');
      const { stdout } = process;
      const screen = stdout.isTTY ? { columns: stdout.columns, isColoured: stdout.hasColors() } : undefined;
      end(await diff({ content: common().content, policy, first, second, format, screen }));
    });
}
