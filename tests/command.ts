import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { projectNode, root } from '../.ci/node.js';

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Circumstances {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Folder of the program; this repository when left out. */
  readonly program?: string;
}

// Compiled code is kept between the runs: most of what a short command does is to start.
const STEADY = { NO_COLOR: '1', NODE_COMPILE_CACHE: join(root, 'node_modules/.cache/codicil/compiled') };

/** Runs the real command in a process of its own; none of the settings around the tests reach it. */
export function codicil(args: readonly string[], { cwd = root, env = {}, program = root }: Circumstances = {}): Promise<Ended> {
  const own = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(?:CODICIL|VITEST|FORCE_COLOR|NODE_ENV)/.test(name)));
  const child = spawn(projectNode(), [join(program, 'src/cli/main.ts'), ...args], { cwd, env: { ...own, ...STEADY, ...env } });
  const said = { stdout: '', stderr: '' };
  child.stdout.on('data', (chunk: Buffer) => (said.stdout += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (said.stderr += chunk.toString()));
  return new Promise((done, fail) => {
    child.once('error', fail);
    child.once('close', (code) => done({ code, ...said }));
  });
}
