import { cpSync, existsSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { parse } from 'yaml';
import { root } from './node.js';

// `npm run sample`: makes the sample content anew, in place of the sample content that is there, and of nothing else.

/** Whether a content folder may be replaced: it is not there, or it says of itself that it is a sample. */
function isSample(content: string): boolean {
  if (!existsSync(content)) return true;
  const site: unknown = parse(readFileSync(join(content, 'site.yaml'), 'utf8'));
  return typeof site === 'object' && site !== null && 'sample' in site && site.sample === true;
}

try {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({ options: { from: text, content: text } });
  const { from = 'src/sample', content = process.env['CODICIL_CONTENT'] ?? 'content' } = values;
  const [source, target] = [resolve(root, from), resolve(root, content)];
  if (!existsSync(join(source, 'site.yaml'))) throw new Error(`${from} holds no sample content. Nothing was changed.`);
  if (!isSample(target))
    throw new Error(`${content} is not sample content: its site.yaml does not say "sample: true". Nothing was changed.`);
  // Whole beside it first: whoever stops the copying half way keeps what was there.
  const staged = `${target}.new`;
  rmSync(staged, { recursive: true, force: true });
  cpSync(source, staged, { recursive: true });
  rmSync(target, { recursive: true, force: true });
  renameSync(staged, target);
  console.log(`${content} holds the sample content.`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}
