import { isAlias, isMap, isPair, isScalar, LineCounter, parseDocument, visit, type Document, type Node } from 'yaml';
import { z } from 'zod';
import type { Finding } from '../model/finding.ts';
import { nearest } from './nearest.ts';

export interface SettingsSource {
  readonly yaml: string;
  readonly file: string;
  /** Lines of the file before the YAML begins: 1 in a frontmatter. */
  readonly linesBefore: number;
}

export interface Settings<T> {
  /** Absent when any finding is there: half a setting is none. */
  readonly value?: T | undefined;
  readonly findings: readonly Finding[];
}

/** YAML 1.2 checked against a schema; every fault is a finding at its key or value. Never throws for a content mistake. */
export function readSettings<T>(source: SettingsSource, schema: z.ZodType<T>): Settings<T> {
  const counter = new LineCounter();
  const document = parseDocument(source.yaml, { lineCounter: counter, uniqueKeys: true, prettyErrors: false });
  const at = (offset: number | undefined): Finding['place'] => {
    if (offset === undefined) return { file: source.file, line: source.linesBefore + 1 };
    const { line, col } = counter.linePos(offset);
    return { file: source.file, line: line + source.linesBefore, column: col };
  };
  const finding = (offset: number | undefined, rule: string, message: string): Finding => ({ rule, severity: 'error', place: at(offset), message });
  const [syntax] = document.errors;
  if (syntax) return { findings: [finding(syntax.pos[0], 'settings-syntax', explainYaml(syntax.code, syntax.message))] };
  const alias = firstAlias(document);
  if (alias) return { findings: [finding(alias.range?.[0], 'settings-syntax', 'A setting cannot point to another one with "*". Write the value itself.')] };
  const parsed = schema.safeParse(document.toJS() ?? {});
  if (parsed.success) return { value: parsed.data, findings: [] };
  const findings = parsed.error.issues.flatMap((issue) => {
    const path = issue.path.filter((part): part is string | number => typeof part !== 'symbol');
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => finding(keyOffset(document, [...path, key]), 'settings-unknown-key', unknownKey(key, keysAt(schema, path))));
    }
    const name = path.join('.');
    const isMissing = document.getIn(path) === undefined && path.length > 0;
    const message = isMissing ? `"${name}" is missing. ${REMEDIES[name] ?? `Add a line: ${name}: …`}` : `"${name}" ${valueFault(issue)}.`;
    return [finding(isMissing ? undefined : nodeOffset(document, path), 'settings-value', message)];
  });
  return { findings };
}

const REMEDIES: Readonly<Record<string, string>> = {
  effective: 'Add the day from which the text applies, such as: effective: 2027-03-01',
  title: 'Add the title that readers see, such as: title: Privacy policy',
};

function valueFault(issue: z.core.$ZodIssue): string {
  // Own texts complete the sentence; a text of the library's begins with a capital.
  if (!/^[A-Z]/u.test(issue.message)) return issue.message;
  return issue.code === 'invalid_type' ? `must be ${KINDS[issue.expected] ?? issue.expected}` : `is not right: ${issue.message}`;
}

const KINDS: Readonly<Record<string, string>> = {
  array: 'a list: each entry on a line after a dash, or between [square brackets]',
  object: 'a group of settings, each on a line of its own below it',
  record: 'a group of settings, each on a line of its own below it',
  string: 'words',
  number: 'a number',
  boolean: 'true or false',
};

function unknownKey(key: string, known: readonly string[]): string {
  const near = nearest(key, known);
  return near === undefined
    ? `There is no setting "${key}". The settings here are ${known.join(', ')}.`
    : `There is no setting "${key}". Did you mean "${near}"?`;
}

/** Keys that a schema knows at a path, for the message about one that it does not. */
function keysAt(schema: z.core.$ZodType, path: readonly (string | number)[]): readonly string[] {
  const inner = unwrap(schema);
  if (inner instanceof z.ZodUnion) return inner.options.flatMap((option) => keysAt(option, path));
  const [first, ...rest] = path;
  if (inner instanceof z.ZodArray) return keysAt(inner.element, rest);
  if (!(inner instanceof z.ZodObject)) return [];
  if (first === undefined) return Object.keys(inner.shape);
  const next = inner.shape[String(first)];
  return next ? keysAt(next, rest) : [];
}

function unwrap(schema: z.core.$ZodType): z.core.$ZodType {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodNullable) return unwrap(schema.def.innerType);
  return schema instanceof z.ZodPipe ? unwrap(schema.def.in) : schema;
}

function keyOffset(document: Document.Parsed, path: readonly (string | number)[]): number | undefined {
  const parent = path.length > 1 ? document.getIn(path.slice(0, -1), true) : document.contents;
  if (!isMap(parent)) return undefined;
  const pair = parent.items.find((item) => isPair(item) && isScalar(item.key) && String(item.key.value) === String(path.at(-1)));
  return isScalar(pair?.key) ? pair.key.range?.[0] : undefined;
}

function nodeOffset(document: Document.Parsed, path: readonly (string | number)[]): number | undefined {
  const node: unknown = path.length === 0 ? document.contents : document.getIn(path, true);
  return isNode(node) ? node.range?.[0] : keyOffset(document, path);
}

function isNode(node: unknown): node is Node {
  return typeof node === 'object' && node !== null && 'range' in node;
}

function firstAlias(document: Document.Parsed): Node | undefined {
  let found: Node | undefined;
  visit(document, (_, node) => {
    if (!isAlias(node)) return undefined;
    found = node;
    return visit.BREAK;
  });
  return found;
}

function explainYaml(code: string, message: string): string {
  if (code === 'DUPLICATE_KEY') return 'This setting stands here twice. Keep one of the two lines.';
  if (code === 'TAB_AS_INDENT') return 'A line begins with a tab. Begin it with spaces.';
  const reason = message.split('\n')[0] ?? message;
  return `The settings cannot be read from here on (${reason}). Each stands on a line of its own as "name: value"; a value that holds a colon or begins with a sign goes between quotation marks.`;
}
