export type Severity = 'error' | 'warning' | 'info';

/** Where a finding points: lines and columns count from 1; a finding about a whole file carries neither. */
export interface Place {
  readonly file: string;
  readonly line?: number | undefined;
  readonly column?: number | undefined;
  /** Id of the section of a text that it stands in, where that is known. */
  readonly section?: string | undefined;
}

/**
 * Something legal staff can put right: what is wrong, what was expected, what to do, in whole sentences.
 *
 * `rule` is permanent and searchable; messages may be reworded.
 */
export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  readonly place: Place;
  readonly message: string;
}

export function hasErrors(findings: readonly Finding[]): boolean {
  return findings.some((finding) => finding.severity === 'error');
}

/** Sorted by file, line, column, rule; input is not changed. Compares by code unit, so every locale prints the same order. */
export function sortFindings(findings: readonly Finding[]): readonly Finding[] {
  return findings.toSorted(
    (a, b) =>
      compare(a.place.file, b.place.file) ||
      (a.place.line ?? 0) - (b.place.line ?? 0) ||
      (a.place.column ?? 0) - (b.place.column ?? 0) ||
      compare(a.rule, b.rule) ||
      compare(a.message, b.message),
  );
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
