import type { Severity } from '../../model/finding.ts';
import { waiverText } from './waivers.ts';
import type { Report } from './report.ts';

const COMMANDS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'notice' };

/**
 * The report as workflow commands, which GitHub shows beside the lines of a pull request.
 *
 * @see https://docs.github.com/actions/reference/workflow-commands-for-github-actions
 */
export function reportGithub({ folder, findings, waivers }: Report): string {
  const lines = findings.map(({ rule, severity, place, message }) => {
    const properties = [
      `file=${property(`${folder}/${place.file}`)}`,
      ...(place.line === undefined ? [] : [`line=${place.line}`]),
      ...(place.column === undefined ? [] : [`col=${place.column}`]),
      `title=${property(rule)}`,
    ];
    return `::${COMMANDS[severity]} ${properties.join(',')}::${data(message)}\n`;
  });
  return [...lines, ...waivers.map((waiver) => `::notice title=waiver::${data(waiverText(waiver))}\n`)].join('');
}

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
