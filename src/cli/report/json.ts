import { citationText } from '../../model/rules/rule.ts';
import { ruleFacts } from '../../model/rules/index.ts';
import { guideAnchor, type Report } from './report.ts';

/** The report as data, for other programs: everything that people are told, under stable names. */
export function reportJson({ folder, findings, waivers, drafts }: Report): string {
  const document = {
    format: 1,
    findings: findings.map(({ rule, severity, place, message }) => {
      const facts = ruleFacts(rule);
      return {
        rule,
        severity,
        file: `${folder}/${place.file}`,
        line: place.line,
        column: place.column,
        section: place.section,
        message,
        decided: facts?.decided,
        source: facts?.citation && citationText(facts.citation),
        guide: guideAnchor(rule),
      };
    }),
    waivers,
    drafts,
  };
  return `${JSON.stringify(document, undefined, 2)}\n`;
}
