import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readLibrary } from '../../library/library.ts';
import { hasErrors } from '../../model/finding.ts';
import { complain, complainOf, say, type ExitCode } from '../io.ts';
import { findingsCount } from '../report/text.ts';

export interface BuildOptions {
  readonly content: string;
  readonly out: string;
  /** The day asked for, `YYYY-MM-DD`; today in the site's zone when absent. */
  readonly today?: string | undefined;
  /** Shows drafts, under a banner. Without it a draft never appears. */
  readonly drafts: boolean;
}

const root = fileURLToPath(new URL('../../../', import.meta.url));

/** Checks the content, then builds the site. Content with errors builds nothing and leaves an earlier site as it is. */
export async function buildSite(options: BuildOptions): Promise<ExitCode> {
  const library = await readLibrary(options.content);
  complainOf(library.findings, options.content);
  if (hasErrors(library.findings)) {
    complain(`Nothing was built: ${findingsCount(library.findings)}. The files are as they were.`);
    return 1;
  }
  const run = await runAstro(options);
  if (run.code !== 0) {
    complain(run.output.trimEnd());
    complain('The site could not be built; this is a fault of the program, not of the content. The files of the content are as they were.');
    return 1;
  }
  const drafts = library.policies.reduce((sum, policy) => sum + policy.versions.length, 0);
  const shown = options.drafts ? `with ${drafts} ${drafts === 1 ? 'draft' : 'drafts'}` : `${drafts} ${drafts === 1 ? 'draft' : 'drafts'} left out`;
  say(`Built ${options.out} from ${options.content}, ${shown}.`);
  return 0;
}

function runAstro(options: BuildOptions): Promise<{ code: number; output: string }> {
  const env = {
    ...process.env,
    ASTRO_TELEMETRY_DISABLED: '1',
    CODICIL_CONTENT: resolve(options.content),
    CODICIL_OUT: resolve(options.out),
    CODICIL_TODAY: options.today ?? '',
    CODICIL_DRAFTS: options.drafts ? '1' : '',
  };
  const child = spawn(process.execPath, [`${root}node_modules/astro/bin/astro.mjs`, 'build'], { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  return new Promise((done, fail) => {
    child.once('error', fail);
    child.once('close', (code) => done({ code: code ?? 1, output }));
  });
}
