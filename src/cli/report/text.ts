import { styleText } from 'node:util';
import type { Finding, Severity } from '../../model/finding.ts';

const COLOURS = { error: 'red', warning: 'yellow', info: 'blue' } as const;

export interface ReportOptions {
  /** Put before the file of each finding, so that a terminal can open it. */
  readonly folder: string;
  readonly isColoured: boolean;
}

/** Findings for people: place and severity on one line, the message below, the rule to search for at its end. */
export function findingsText(findings: readonly Finding[], options: ReportOptions): string {
  return findings.map((finding) => findingText(finding, options)).join('');
}

function findingText({ place, severity, message, rule }: Finding, options: ReportOptions): string {
  const position = place.line === undefined ? '' : `:${place.line}${place.column === undefined ? '' : `:${place.column}`}`;
  const level = options.isColoured ? styleText(COLOURS[severity], severity) : severity;
  return `${options.folder}/${place.file}${position}  ${level}\n  ${message}  (${rule})\n\n`;
}

/** `2 errors, 1 warning`; `no findings` for none. */
export function findingsCount(findings: readonly Finding[]): string {
  const counts = (['error', 'warning', 'info'] as const).flatMap((severity) => {
    const count = findings.filter((finding) => finding.severity === severity).length;
    return count === 0 ? [] : [`${count} ${plural(severity, count)}`];
  });
  return counts.length === 0 ? 'no findings' : counts.join(', ');
}

function plural(severity: Severity, count: number): string {
  if (severity === 'info') return count === 1 ? 'remark' : 'remarks';
  return count === 1 ? severity : `${severity}s`;
}
