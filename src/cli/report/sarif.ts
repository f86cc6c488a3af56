import type { Finding, Severity } from '../../model/finding.ts';
import { ruleFacts } from '../../model/rules/index.ts';
import { citationText, type RuleFacts } from '../../model/rules/rule.ts';
import { guideAnchor, type Report } from './report.ts';
import { waiverText } from './waivers.ts';

const LEVELS: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = { error: 'error', warning: 'warning', info: 'note' };

/** SARIF 2.1.0, which code scanners read. Addresses are relative to the folder where the command was called. */
export function reportSarif({ folder, findings, waivers }: Report): string {
  const ids = [...new Set(findings.map(({ rule }) => rule))];
  const run = {
    tool: { driver: { name: 'Codicil', rules: ids.map(ruleOf) } },
    columnKind: 'utf16CodeUnits',
    results: findings.map((finding) => ({
      ruleId: finding.rule,
      ruleIndex: ids.indexOf(finding.rule),
      level: LEVELS[finding.severity],
      message: { text: finding.message },
      locations: [locationOf(finding, folder)],
    })),
    ...(waivers.length === 0 ? {} : { properties: { waivers: waivers.map(waiverText) } }),
  };
  const document = { $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [run] };
  return `${JSON.stringify(document, undefined, 2)}\n`;
}

function ruleOf(id: string): object {
  const facts = ruleFacts(id);
  if (!facts) return { id };
  return {
    id,
    shortDescription: { text: facts.about },
    help: { text: helpText(facts) },
    defaultConfiguration: { level: LEVELS[facts.severity] },
    properties: { decided: facts.decided },
  };
}

function helpText({ id, about, citation }: RuleFacts): string {
  return [about, ...(citation ? [`Source: ${citationText(citation)}.`] : []), `Guide: ${guideAnchor(id)}`].join(' ');
}

function locationOf({ place }: Finding, folder: string): object {
  const { file, line, column, section } = place;
  return {
    physicalLocation: {
      artifactLocation: { uri: addressOf(`${folder}/${file}`) },
      ...(line === undefined ? {} : { region: { startLine: line, ...(column === undefined ? {} : { startColumn: column }) } }),
    },
    ...(section === undefined ? {} : { logicalLocations: [{ name: section, kind: 'section' }] }),
  };
}

/** A path as an address; a whole path becomes a file: address. */
function addressOf(path: string): string {
  const parts = path.replaceAll('\\', '/').split('/');
  const address = parts.map((part) => encodeURIComponent(part)).join('/');
  return path.startsWith('/') ? `file://${address}` : address;
}
