import type { Root } from 'mdast';
import { hasErrors, sortFindings, type Finding } from '../model/finding.ts';
import { allSections, RECORD_FORMAT, type PolicyRecord } from '../model/record/record.ts';
import { canonicalLines } from '../model/record/canonical.ts';
import { paragraphId } from '../model/record/paragraphs.ts';
import { report, startReading, type PolicyLink, type Reading } from './context.ts';
import { badCharacter } from './characters.ts';
import { checkTree } from './check-tree.ts';
import { directionOf } from './direction.ts';
import { tooComplex } from './limits.ts';
import { readSections } from './sections.ts';
import { parseSyntax } from './syntax.ts';

export interface PolicySource {
  /** Markdown after the frontmatter, with as many empty lines before it as the frontmatter had, so that line numbers are those of the file. */
  readonly body: string;
  /** Name of the file for findings. */
  readonly file: string;
  /** BCP 47 tag of the text's language. */
  readonly lang: string;
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
  const refused = wrongCharacter(source) ?? tooComplex(source.body, source.file);
  if (refused) return { findings: [refused], links: [] };
  const syntax = parseSyntax(source.body, source.file);
  if ('finding' in syntax) return { findings: [syntax.finding], links: [] };
  const reading = startReading(syntax.tree, source.file);
  if ('finding' in reading) return { findings: [reading.finding], links: [] };
  const record = readRecord(syntax.tree, source, reading);
  const findings = sortFindings(reading.findings);
  return { record: hasErrors(findings) ? undefined : record, findings, links: reading.linksToPolicies };
}

function readRecord(tree: Root, source: PolicySource, reading: Reading): PolicyRecord {
  const aliasesOf = (id: string): readonly string[] =>
    Object.entries(source.retired).flatMap(([old, current]) => (current === id ? [old] : []));
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

function checkFootnotes(reading: Reading): void {
  for (const [identifier, node] of reading.footnotes) {
    if (!reading.noteNumbers.has(identifier)) {
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
  const paragraphs = canonicalLines(record).flatMap((line) =>
    line.paragraph === undefined ? [] : [paragraphId(line.section, line.paragraph)],
  );
  const known = new Set([...ids, ...paragraphs]);
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
