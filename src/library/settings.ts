import { LineCounter, parseDocument, type Document } from 'yaml';
import type { z } from 'zod';
import { badCharacter } from '../mdx/characters.ts';
import type { Finding } from '../model/finding.ts';
import { nearest } from '../model/nearest.ts';
import { keyOffset, keysAt, nodeOffset, type Path } from './settings-paths.ts';
import { syntaxFault } from './settings-syntax.ts';
import { explainIssue, flatIssues, isMissing, missingKey, unknownKey } from './settings-words.ts';

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
  /** Where a setting stands, for findings about what it means; the beginning when it does not. */
  readonly placeOf: (path: Path) => Finding['place'];
}

/** A fault at a place of the YAML; without one, at its beginning. */
interface Fault {
  readonly offset?: number | undefined;
  readonly rule:
    'settings-syntax' | 'settings-unknown-key' | 'settings-value' | 'settings-too-long' | 'control-character' | 'character-lost';
  readonly message: string;
}

// Reading YAML takes longer than its length when it is all keys or all brackets; no list of changes comes near.
const MOST_CHARACTERS = 100_000;
const MOST_FINDINGS = 20;

/** YAML 1.2 checked against a schema; every fault is a finding at its key or value. Never throws for a content mistake. */
export function readSettings<T>(source: SettingsSource, schema: z.ZodType<T>): Settings<T> {
  const { yaml, file, linesBefore } = source;
  const counter = new LineCounter();
  const at = (offset: number | undefined): Finding['place'] => {
    const { line, col } = offset === undefined ? { line: 1, col: 1 } : counter.linePos(offset);
    return { file, line: line + linesBefore, column: col };
  };
  const refuse = (faults: readonly Fault[]): Settings<T> => {
    const findings = faults
      .slice(0, MOST_FINDINGS)
      .map(({ offset, rule, message }): Finding => ({ rule, severity: 'error', place: at(offset), message }));
    return { findings, placeOf: () => at(undefined) };
  };
  if (yaml.length > MOST_CHARACTERS) {
    const message = `The settings hold more than ${MOST_CHARACTERS} characters. Check that this is the right file.`;
    return refuse([{ rule: 'settings-too-long', message }]);
  }
  const document = parseDocument(yaml, { lineCounter: counter, uniqueKeys: true, prettyErrors: false });
  const bad = badCharacter(yaml);
  if (bad) return refuse([{ offset: bad.index, rule: bad.rule, message: bad.message }]);
  const syntax = syntaxFault(document, yaml);
  if (syntax) return refuse([{ ...syntax, rule: 'settings-syntax' }]);
  const parsed = schema.safeParse(document.toJS() ?? {});
  if (!parsed.success) return refuse(faultsOf(parsed.error, document, schema));
  return { value: parsed.data, findings: [], placeOf: (path) => at(offsetOf(document, path)) };
}

/** A setting stands where its key does, an entry of a list where it begins. */
function offsetOf(document: Document.Parsed, path: Path): number | undefined {
  return typeof path.at(-1) === 'number' ? nodeOffset(document, path) : keyOffset(document, path);
}

function faultsOf(error: z.ZodError, document: Document.Parsed, schema: z.core.$ZodType): readonly Fault[] {
  const issues = flatIssues(error.issues);
  const unknown = issues.flatMap(({ path, raw }) => (raw.code === 'unrecognized_keys' ? raw.keys.map((key): Path => [...path, key]) : []));
  const meant = unknown.map((path) => nearest(String(path.at(-1)), keysAt(schema, path.slice(0, -1))));
  return [
    ...unknown.map((path, index): Fault => {
      const message = unknownKey(String(path.at(-1)), meant[index], keysAt(schema, path.slice(0, -1)));
      return { offset: keyOffset(document, path), rule: 'settings-unknown-key', message };
    }),
    ...issues.flatMap((issue, place): readonly Fault[] => {
      const { path, raw } = issue;
      // What is of the wrong kind is often too short as well.
      if (issues.slice(0, place).some((other) => other.raw.code !== 'unrecognized_keys' && isSame(other.path, path))) return [];
      // A key that is written wrongly is not missing as well: one mistake is one finding.
      const isSaid = unknown.some((other, index) => {
        const parent = other.slice(0, -1);
        return isSame([...parent, meant[index] ?? ''], path) || (raw.code === 'custom' && isSame(parent, path));
      });
      if (raw.code === 'unrecognized_keys' || isSaid) return [];
      if (isMissing(issue, document))
        return [{ offset: nodeOffset(document, path.slice(0, -1)), rule: 'settings-value', message: missingKey(path) }];
      const offset = raw.code === 'invalid_key' ? keyOffset(document, path) : nodeOffset(document, path);
      return [{ offset, rule: 'settings-value', message: explainIssue(issue, document) }];
    }),
  ];
}

function isSame(a: Path, b: Path): boolean {
  return a.length === b.length && a.every((part, index) => part === b[index]);
}
