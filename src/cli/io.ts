import { relative, resolve } from 'node:path';
import type { Finding } from '../model/finding.ts';
import { findingsText } from './report/text.ts';

/** The command ended: 0 fine, 1 findings of severity error, 2 wrong usage or unreadable input. */
export type ExitCode = 0 | 1 | 2;

/** Options that every verb takes. */
export interface Common {
  readonly content: string;
  readonly out: string;
  readonly today?: string;
}

/** Wrong usage or unreadable input; its message is all that the person at the terminal sees. Exit code 2. */
export class UsageError extends Error {}

/** The machine's clock, in milliseconds since 1970 UTC. */
export function machineClock(): number {
  return Date.now();
}

export function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** For faults and for what is not the command's result, so that the result can be piped. */
export function complain(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** Prints findings of files below a content folder, with paths that can be opened from where the command was called. */
export function complainOf(findings: readonly Finding[], content: string): void {
  process.stderr.write(findingsText(findings, { folder: folderFromHere(content), isColoured: process.stderr.isTTY }));
}

/** A folder as a path that can be opened from where the command was called. */
export function folderFromHere(folder: string): string {
  const path = relative(process.cwd(), resolve(folder)) || '.';
  return path.startsWith('..') ? resolve(folder) : path;
}
