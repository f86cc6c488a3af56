import { styleText } from 'node:util';
import type { LinesOf } from '../../library/source-lines.ts';
import type { Finding, Severity } from '../../model/finding.ts';
import { ruleFacts } from '../../model/rules/index.ts';
import { citationText } from '../../model/rules/rule.ts';
import { codeFrame } from './code-frame.ts';
import { guideAnchor } from './report.ts';

const COLOURS = { error: 'red', warning: 'yellow', info: 'blue' } as const;

export interface ReportOptions {
  /** Put before the file of each finding, so that a terminal can open it. */
  readonly folder: string;
  readonly isColoured: boolean;
  /** For the long form: the line that each finding is about, where the rule comes from and where it is explained. */
  readonly linesOf?: LinesOf | undefined;
}

/** Findings for people: place and severity on one line, the message below, the rule to search for at its end. */
export function findingsText(findings: readonly Finding[], options: ReportOptions): string {
  return findings.map((finding) => findingText(finding, options)).join('');
}

function findingText(finding: Finding, { folder, isColoured, linesOf }: ReportOptions): string {
  const { place, severity, message, rule } = finding;
  const position = place.line === undefined ? '' : `:${place.line}${place.column === undefined ? '' : `:${place.column}`}`;
  const level = isColoured ? styleText(COLOURS[severity], severity) : severity;
  const long = linesOf ? `${codeFrame(place, linesOf(place.file), isColoured)}${details(finding)}` : '';
  return `${folder}/${place.file}${position}  ${level}\n  ${message}  (${rule})\n${long}\n`;
}

/** How sure the verdict is and where the rule comes from; nothing for what keeps a file from being read, which says it all. */
function details({ rule, place }: Finding): string {
  const facts = ruleFacts(rule);
  if (!facts || (facts.isFixed === true && !facts.citation)) return '';
  const parts = [
    ...(place.section === undefined ? [] : [`In the section ${place.section}.`]),
    ...(facts.decided === 'heuristic' ? ['Found by its wording, so it may be wrong.'] : []),
    ...(facts.decided === 'tagged' ? ['Looked for by tags and words; nobody has judged what they say.'] : []),
    ...(facts.citation ? [`Source: ${citationText(facts.citation)}.`] : []),
    `Guide: ${guideAnchor(rule)}`,
  ];
  return `  ${parts.join(' ')}\n`;
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
