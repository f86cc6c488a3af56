import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { vi } from 'vitest';
import { publish } from '../src/cli/commands/publish.ts';
import type { Occasion } from '../src/cli/commands/occasion.ts';
import { UsageError, type ExitCode } from '../src/cli/io.ts';
import type { DeskOptions } from '../src/library/desk.ts';
import { LockedError } from '../src/library/lock.ts';
import { parseVersion } from '../src/library/version-file.ts';
import { digestsOfTree } from './tree.ts';
import type { Files } from './content-folder.ts';

/** The machine's clock while a test runs: 10 January 2027, noon in Paris. */
export const NOW = Date.parse('2027-01-10T11:00:00Z');

export interface Said {
  readonly code: ExitCode;
  readonly stdout: string;
  readonly stderr: string;
}

/** A command as its user meets it, without a process of its own. */
export async function run(command: () => Promise<ExitCode>): Promise<Said> {
  const said = { stdout: '', stderr: '' };
  const out = vi.spyOn(process.stdout, 'write').mockImplementation((text) => ((said.stdout += String(text)), true));
  const err = vi.spyOn(process.stderr, 'write').mockImplementation((text) => ((said.stderr += String(text)), true));
  try {
    return { code: await command(), ...said };
  } catch (error) {
    if (error instanceof UsageError || error instanceof LockedError)
      return { code: 2, stdout: said.stdout, stderr: `${said.stderr}${error.message}\n` };
    throw error;
  } finally {
    out.mockRestore();
    err.mockRestore();
  }
}

export function published(content: string, only?: string, occasion: Partial<Occasion> = {}, how: DeskOptions = {}): Promise<Said> {
  return run(() => publish({ content, only, dryRun: false }, { now: NOW, ...occasion }, how));
}

interface Text {
  readonly effective: string;
  /** More settings, a line each. */
  readonly settings?: string;
  readonly promise?: string;
}

/** A first version of a policy that may be published, approved. */
export function firstVersion({ effective, settings = '', promise = 'We keep it.' }: Text): string {
  return approvedText(`---
effective: ${effective}
materiality: initial
summary: The first version.
${settings}---

Words before the first heading.

## Who we are [#who-we-are]

We are Example Ltd.

## Our promise [#our-promise]

${promise}
`);
}

/** A later version that changes the promise, approved. */
export function laterVersion({ effective, settings = '', promise = 'We keep it well.' }: Text): string {
  const text = `---
effective: ${effective}
materiality: substantive
summary: Our promise is put in other words.
changes:
  - sections: [our-promise]
    what: The promise is put in other words.
    impact: Nothing changes for you.
    choices: You need do nothing.
${settings}---

Words before the first heading.

## Who we are [#who-we-are]

We are Example Ltd.

## Our promise [#our-promise]

${promise}
`;
  return approvedText(text);
}

/** The text with an approval of exactly its words. */
export function approvedText(text: string): string {
  const { file, findings } = parseVersion(text, 'policy.mdx', { policy: 'privacy', version: '1', lang: 'en' });
  if (!file) throw new Error(findings.map(({ message }) => message).join('\n'));
  return text.replace('---\n', `---\napproved: {by: general counsel, on: 2027-01-09, text: '${file.digests.record.slice(0, 12)}'}\n`);
}

/** Policies with one approved draft each. */
export function policies(names: readonly string[], effective = '2027-01-10'): Files {
  return Object.fromEntries(
    names.flatMap((name) => [
      [`policies/${name}/policy.yaml`, `title: Policy ${name}\n`],
      [`policies/${name}/${effective}/policy.mdx`, firstVersion({ effective, promise: `We keep what ${name} says.` })],
    ]),
  );
}

export function ledgerLines(folder: string): readonly string[] {
  try {
    return readFileSync(join(folder, 'ledger.jsonl'), 'utf8').split('\n').slice(0, -1);
  } catch {
    return [];
  }
}

export function writeLedger(folder: string, lines: readonly string[]): void {
  writeFileSync(join(folder, 'ledger.jsonl'), lines.map((line) => `${line}\n`).join(''));
}

/** The files of a folder that its readers see, with their digests. */
export function visibleFiles(folder: string): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(digestsOfTree(folder)).filter(([path]) => !/(?:^|\/)\./u.test(path)));
}

export function namesIn(folder: string): readonly string[] {
  return readdirSync(folder).toSorted();
}
