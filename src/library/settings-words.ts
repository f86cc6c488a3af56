import { isCollection, isMap, isScalar, type Document } from 'yaml';
import type { z } from 'zod';
import { nodeAt, type Path } from './settings-paths.ts';

/** What a schema objects to, with its whole path. */
export interface Issue {
  readonly path: Path;
  readonly raw: z.core.$ZodIssue;
}

/** Issues with those of the nearest branch in place of "none of these", so that each points at its own line. */
export function flatIssues(issues: readonly z.core.$ZodIssue[], before: Path = []): readonly Issue[] {
  return issues.flatMap((issue): readonly Issue[] => {
    const path = [...before, ...issue.path.filter((part): part is string | number => typeof part !== 'symbol')];
    // A branch whose faults all lie inside the value is the one that was meant.
    const branch = issue.code === 'invalid_union' ? issue.errors.find((errors) => errors.every(isInside)) : undefined;
    return branch ? flatIssues(branch, path) : [{ path, raw: issue }];
  });
}

function isInside(issue: z.core.$ZodIssue): boolean {
  return issue.path.length > 0 || issue.code === 'unrecognized_keys';
}

export function isMissing({ path }: Issue, document: Document.Parsed): boolean {
  return path.length > 0 && !document.hasIn(path);
}

const EXAMPLES: Readonly<Record<string, string>> = {
  contact: 'contact:, and below it, after two spaces, email: help@example.org',
  effective: 'effective: 2027-03-01',
  languages: 'languages: [en]',
  organisation: 'organisation: Example Ltd',
  timeZone: 'timeZone: Europe/Paris',
  title: 'title: Privacy policy',
  url: 'url: https://policies.example.org',
};

export function missingKey(path: Path): string {
  const key = String(path.at(-1));
  const example = EXAMPLES[path.join('.')];
  return `${nameOf(path)} is missing. ${example === undefined ? `Add a line "${key}: …" there.` : `Add a line, such as ${example}`}`;
}

export function unknownKey(key: string, meant: string | undefined, known: readonly string[]): string {
  return meant === undefined
    ? `There is no setting "${key}". The settings here are ${known.join(', ')}.`
    : `There is no setting "${key}". Did you mean "${meant}"?`;
}

/** `"effective" must be a day that exists, in the form 2027-03-01. Here stands "2023-02-30".` */
export function explainIssue(issue: Issue, document: Document.Parsed): string {
  const name = issue.path.length === 0 ? 'This file' : capital(nameOf(issue.path));
  const fault = faultText(issue.raw);
  const node = nodeAt(document, issue.path);
  if (issue.raw.code === 'invalid_key') return `${name} ${fault}.`;
  if (isScalar(node) && node.value === null) {
    const remark = node.comment
      ? ' What stands after "#" is a remark that readers never see; put a value that begins with it between quotation marks.'
      : '';
    return `${name} has no value. It ${fault}.${remark}`;
  }
  return `${name} ${fault}.${found(node, issue.raw.code)}`;
}

function found(node: unknown, code: z.core.$ZodIssue['code']): string {
  if (isScalar(node)) {
    const written = node.source ?? String(node.value);
    const isQuoted = node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE';
    if (written.trim() === '') return '';
    return ` Here stands "${written.length > 60 ? `${written.slice(0, 60)}…` : written}"${isQuoted ? ', in quotation marks' : ''}.`;
  }
  if (!isCollection(node) || code !== 'invalid_type') return '';
  return isMap(node) ? ' Here stands a group of settings.' : ' Here stands a list.';
}

function faultText(issue: z.core.$ZodIssue): string {
  // Own texts complete the sentence; a text of the library's begins with a capital.
  if (issue.code === 'invalid_key') return issue.issues[0]?.message ?? issue.message;
  if (!/^[A-Z]/u.test(issue.message)) return issue.message;
  if (issue.code === 'invalid_type') return `must be ${KINDS[issue.expected] ?? issue.expected}`;
  return issue.code === 'too_small' ? 'must hold at least one entry' : `is not right: ${issue.message}`;
}

const KINDS: Readonly<Record<string, string>> = {
  array: 'a list: each entry on a line after a dash, or between [square brackets]',
  object: 'a group of settings, each on a line of its own as "name: value"',
  record: 'a group of settings, each on a line of its own as "name: value"',
  string: 'words, between quotation marks if they look like a number',
  number: 'a number',
  boolean: 'true or false',
};

/** `"email" in "contact"`, `entry 2 of "changes"`. */
function nameOf(path: Path): string {
  const before = path.slice(0, -1);
  const last = path.at(-1);
  if (typeof last === 'number') return `entry ${last + 1} of ${nameOf(before)}`;
  return before.length === 0 ? `"${last}"` : `"${last}" in ${nameOf(before)}`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
