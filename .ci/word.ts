// The slow check of Word files with other programs than ours: pandoc and LibreOffice read what we write and write what we read.
// Installs them where they are missing, on Debian and its relatives; elsewhere it says what to install. Nothing is skipped.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { projectNode, root } from './node.js';

const PROGRAMS: Readonly<Record<string, string>> = { pandoc: 'pandoc', soffice: 'libreoffice-writer-nogui' };

function isThere(program: string): boolean {
  return spawnSync(program, ['--version'], { stdio: 'ignore', timeout: 60_000 }).status === 0;
}

function install(packages: readonly string[]): boolean {
  const asRoot = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  return [['update'], ['install', '-y', '--no-install-recommends', ...packages]].every((args) => {
    const [command = 'apt-get', ...rest] = [...asRoot, 'apt-get', ...args];
    return spawnSync(command, rest, { stdio: ['ignore', 2, 2], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }).status === 0;
  });
}

const missing = Object.keys(PROGRAMS).filter((program) => !isThere(program));
const packages = missing.map((program) => PROGRAMS[program] ?? program);
if (missing.length > 0) console.error(`Installing ${packages.join(' and ')} …`);
if (missing.length > 0 && !install(packages)) {
  console.error(`${missing.join(' and ')} could not be installed. Install pandoc and LibreOffice Writer, then run this again.`);
  process.exit(1);
}
const vitest = join(root, 'node_modules/vitest/vitest.mjs');
const args = [vitest, 'run', '--config', 'tests/vitest.config.ts', '--project', 'word', ...process.argv.slice(2)];
const ended = spawnSync(projectNode(), args, { cwd: root, stdio: 'inherit', env: { ...process.env, CODICIL_WORD: 'yes' } });
process.exit(ended.status ?? 1);
