import { cpSync, existsSync, globSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { parse } from 'yaml';
import { publish } from '../src/cli/commands/publish.ts';
import { splitFrontmatter } from '../src/library/frontmatter.ts';
import { root } from './node.js';

// `npm run sample`: makes the sample content anew, in place of the sample content that is there, and of nothing else. Every text
// that its source says is approved is published on the day of its approval, by the command that publishes; the others stay drafts.

// The sample is made from the same sources to the same bytes on every machine, so the instant in its ledger is no machine's.
const MADE_AT = Date.parse('2026-11-22T12:00:00Z');

/** Whether a content folder may be replaced: it is not there, or it says of itself that it is a sample. */
function isSample(content: string): boolean {
  if (!existsSync(content)) return true;
  const site: unknown = parse(readFileSync(join(content, 'site.yaml'), 'utf8'));
  return typeof site === 'object' && site !== null && 'sample' in site && site.sample === true;
}

/** The day on which a text was approved; `undefined` for a draft that nobody has approved. */
function approvedOn(file: string): string | undefined {
  const split = splitFrontmatter(readFileSync(file, 'utf8'), file);
  const settings: { approved?: { on?: string } } | undefined = 'finding' in split ? undefined : parse(split.yaml);
  return settings?.approved?.on;
}

/** Publishes the texts of each day as if it were that day, so that none meets a text that was not yet written. */
async function publishAll(source: string, content: string): Promise<void> {
  const files = globSync('policies/*/*/policy.mdx', { cwd: source }).toSorted();
  const days = new Map(files.map((file) => [file, approvedOn(join(source, file))]));
  for (const file of files) rmSync(dirname(join(content, file)), { recursive: true });
  const put = (day: string | undefined): void => {
    for (const file of files)
      if (days.get(file) === day) cpSync(dirname(join(source, file)), dirname(join(content, file)), { recursive: true });
  };
  for (const today of [...new Set(days.values())].flatMap((day): readonly string[] => (day === undefined ? [] : [day])).toSorted()) {
    put(today);
    const code = await publish({ content, dryRun: false }, { now: MADE_AT, today });
    if (code !== 0) throw new Error(`The texts approved on ${today} cannot be published. Nothing was changed.`);
  }
  put(undefined);
}

try {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({ options: { from: text, content: text } });
  const { from = 'src/sample', content = process.env['CODICIL_CONTENT'] ?? 'content' } = values;
  const [source, target] = [resolve(root, from), resolve(root, content)];
  if (!existsSync(join(source, 'site.yaml'))) throw new Error(`${from} holds no sample content. Nothing was changed.`);
  if (!isSample(target))
    throw new Error(`${content} is not sample content: its site.yaml does not say "sample: true". Nothing was changed.`);
  // Whole beside it first: whoever stops the work half way keeps what was there.
  const staged = `${target}.new`;
  rmSync(staged, { recursive: true, force: true });
  try {
    cpSync(source, staged, { recursive: true });
    await publishAll(source, staged);
    rmSync(target, { recursive: true, force: true });
    renameSync(staged, target);
  } finally {
    rmSync(staged, { recursive: true, force: true });
  }
  console.log(`${content} holds the sample content.`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}
