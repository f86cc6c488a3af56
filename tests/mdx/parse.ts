import { expect } from 'vitest';
import { parsePolicy, type ParsedPolicy } from '../../src/mdx/parse-policy.ts';
import type { Block, Inline, PolicyRecord, Section } from '../../src/model/record/record.ts';

export interface Settings {
  readonly lang?: string;
  readonly retired?: Readonly<Record<string, string | null>>;
}

export function parse(body: string, { lang = 'en', retired = {} }: Settings = {}): ParsedPolicy {
  return parsePolicy({ body, file: 'policy.mdx', lang, retired });
}

/** The record of a text that nothing is wrong with. */
export function recordOf(body: string, settings?: Settings): PolicyRecord {
  const { record, findings } = parse(body, settings);
  expect(findings).toEqual([]);
  if (!record) throw new Error('A text without findings has a record.');
  return record;
}

/** The blocks of a text without headings. */
export function blocksOf(body: string): readonly Block[] {
  return recordOf(body).sections[0]?.blocks ?? [];
}

/** Running text of the first paragraph. */
export function inlineOf(body: string): readonly Inline[] {
  const [block] = blocksOf(body);
  return block?.kind === 'paragraph' ? block.children : [];
}

/** Findings as one line each: `3:1 no-image A policy is …`. */
export function findingsOf(body: string, settings?: Settings): readonly string[] {
  return parse(body, settings).findings.map(({ place, rule, message }) => `${place.line ?? '-'}:${place.column ?? '-'} ${rule} ${message}`);
}

/** The rules that a text breaks. */
export function rulesOf(body: string, settings?: Settings): readonly string[] {
  return parse(body, settings).findings.map((finding) => finding.rule);
}

/** The section tree in short: `terms (refunds, ())` has a section with two sub-sections, the second without an id. */
export function outline(sections: readonly Section[]): string {
  return sections.map((section) => `${section.id ?? ''}${section.sections.length > 0 ? ` (${outline(section.sections)})` : ''}`).join(', ');
}
