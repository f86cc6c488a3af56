import type { Root } from 'mdast';
import { hasErrors, sortFindings, type Finding } from '../model/finding.ts';
import { allSections, RECORD_FORMAT, type PolicyRecord } from '../model/record/record.ts';
import { canonicalLines } from '../model/record/canonical.ts';
import { anchorsOf } from '../model/record/anchors.ts';
import { report, startReading, type PolicyLink, type Reading, type SourceText } from './context.ts';
import { badCharacter } from './characters.ts';
import { checkTree } from './check-tree.ts';
import { directionOf } from './direction.ts';
import { readSections } from './sections.ts';
import { parseSyntax } from './syntax.ts';

export interface PolicySource extends SourceText {
  /** Ids and anchors that sections had before, each with the id that continues it. */
  readonly retired: Readonly<Record<string, string | null>>;
}

export interface ParsedPolicy {
  /** Absent when a finding is an error: a text that is wrong in one place is not half a text. */
  readonly record?: PolicyRecord | undefined;
  readonly findings: readonly Finding[];
  readonly links: readonly PolicyLink[];
}

/** Policy MDX to record, format 1. All findings in one run; never throws for a content mistake. Runs nothing. */
export function parsePolicy(source: PolicySource): ParsedPolicy {
  const refused = wrongCharacter(source);
  if (refused) return { findings: [refused], links: [] };
  const syntax = parseSyntax(source.body, source.file);
  if ('finding' in syntax) return { findings: [syntax.finding], links: [] };
  const reading = startReading(syntax.tree, source);
  const record = readRecord(syntax.tree, source, reading);
  const findings = sortFindings(reading.findings);
  return { record: hasErrors(findings) ? undefined : record, findings, links: reading.linksToPolicies };
}

function readRecord(tree: Root, source: PolicySource, reading: Reading): PolicyRecord {
  const aliasesOf = (id: string): readonly string[] =>
    Object.entries(source.retired).flatMap(([old, current]) => (current === id ? [old] : []));
  checkFirstLine(source, reading);
  checkTree(tree, reading);
  const sections = readSections(tree, aliasesOf, reading);
  const record: PolicyRecord = { format: RECORD_FORMAT, lang: source.lang, dir: directionOf(source.lang), sections };
  if (canonicalLines(record).length === 0 && !hasErrors(reading.findings)) {
    const message = 'The text has no words. Write at least one section, such as: ## Who we are [#who-we-are]';
    reading.findings.push({ rule: 'text-empty', severity: 'error', place: { file: source.file, line: 1, column: 1 }, message });
  }
  checkFootnotes(reading);
  checkLinksWithin(record, reading);
  return record;
}

/** Some MDX parsers, Astro's among them, can read settings between two such lines, and their words would be lost to readers. */
function checkFirstLine({ body, file }: PolicySource, reading: Reading): void {
  const before = /^[ \t]*(?:\r?\n[ \t]*)*/u.exec(body)?.[0] ?? '';
  if (!/^\+\+\+[ \t]*(?:\r?\n|$)/u.test(body.slice(before.length, before.length + 1000))) return;
  const place = { file, line: before.split('\n').length, column: 1 };
  const message =
    'A line "+++" at the beginning of the text begins settings for some programs that read MDX, and the words after it would be lost. Remove it; settings stand between the lines "---" above.';
  reading.findings.push({ rule: 'settings-misplaced', severity: 'error', place, message });
}

function checkFootnotes(reading: Reading): void {
  for (const [identifier, node] of reading.footnotes) {
    if (!reading.noteSections.has(identifier)) {
      const message = `Nothing refers to the footnote [^${identifier}], so no reader would see it. Write [^${identifier}] where it belongs.`;
      report(reading, node, 'footnote-unused', message);
    }
  }
}

/** More would hide the message among themselves. */
const MOST_IDS_NAMED = 20;

function checkLinksWithin(record: PolicyRecord, reading: Reading): void {
  const sections = allSections(record);
  const ids = sections.flatMap((section) => (section.id === undefined ? section.aliases : [section.id, ...section.aliases]));
  const known = new Set([...ids, ...anchorsOf(record)]);
  for (const { id, node } of reading.linksWithin) {
    if (known.has(id)) continue;
    const message = `No section of this text has the id "${id}". ${ids.length > MOST_IDS_NAMED ? 'The ids stand in [#…] behind the headings' : `The ids are ${ids.join(', ')}`}.`;
    report(reading, node, 'link-broken', message);
  }
}

function wrongCharacter(source: PolicySource): Finding | undefined {
  const bad = badCharacter(source.body);
  if (!bad) return undefined;
  const before = source.body.slice(0, bad.index).split('\n');
  const place = { file: source.file, line: before.length, column: (before.at(-1) ?? '').length + 1 };
  return { rule: bad.rule, severity: 'error', place, message: bad.message };
}
