import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/**
 * Brings programs that a slow suite needs: names of programs to the Debian packages that hold them. Those on the PATH stay as they are.
 *
 * @returns the programs that are still missing; empty when all are there.
 */
export function bringPrograms(packageOf: Readonly<Record<string, string>>): readonly string[] {
  const missing = missingOf(packageOf);
  if (missing.length === 0) return [];
  const packages = missing.map((program) => packageOf[program] ?? program);
  console.error(`Installing ${packages.join(', ')} …`);
  return install(packages) ? missingOf(packageOf) : missing;
}

function missingOf(packageOf: Readonly<Record<string, string>>): readonly string[] {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return Object.keys(packageOf).filter((program) => !folders.some((folder) => isProgram(join(folder, program))));
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function install(packages: readonly string[]): boolean {
  const asRoot = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  return [['update'], ['install', '-y', '--no-install-recommends', ...packages]].every((args) => {
    const [command = 'apt-get', ...rest] = [...asRoot, 'apt-get', ...args];
    return spawnSync(command, rest, { stdio: ['ignore', 2, 2], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }).status === 0;
  });
}
