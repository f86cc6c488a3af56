import type { Heading, Root, RootContent } from 'mdast';
import { PREAMBLE, WHOLE_TEXT, type Note, type Section } from '../model/record/record.ts';
import { idFromHeading, isReservedId, sectionIdFault } from '../model/record/section-id.ts';
import { isWordless, wordsOf } from '../model/record/inline.ts';
import { readBlocks } from './blocks.ts';
import { report, type Reading } from './context.ts';
import { headingParts } from './heading-id.ts';
import { readInline } from './inline.ts';

/** A stretch of the text: a heading and everything up to the next one of any level. */
interface Stretch {
  readonly heading?: Heading | undefined;
  readonly nodes: readonly RootContent[];
}

/** Aliases of a section, by the id they lead to. */
export type AliasesOf = (id: string) => readonly string[];

/**
 * The section tree. Headings of the shallowest level divide the text into top-level sections; a deeper heading belongs to the
 * nearest shallower one before it, so skipped levels (h2, then h4) leave no gap. Only top-level headings must have an id.
 */
export function readSections(root: Root, aliasesOf: AliasesOf, reading: Reading): readonly Section[] {
  const stretches = divide(root.children);
  const [before, ...headed] = stretches;
  const levels = headed.map((stretch) => depthOf(stretch));
  const shallowest = Math.min(...levels);
  const firstTop = levels.indexOf(shallowest);
  const taken = new Map<string, number>();
  const ids = new Set(headed.flatMap((stretch) => (stretch.heading ? (headingParts(stretch.heading).id ?? []) : [])));
  const context: Context = { aliasesOf, reading, taken, ids };
  const opening = { nodes: before?.nodes ?? [], inner: headed.slice(0, Math.max(firstTop, 0)) };
  const sections: Section[] = [];
  const id = headed.length === 0 ? WHOLE_TEXT : PREAMBLE;
  const preamble = buildSection({ nodes: opening.nodes }, opening.inner, id, context);
  if (preamble.blocks.length > 0 || preamble.sections.length > 0) sections.push(preamble);
  for (const [first, inner] of groups(headed.slice(Math.max(firstTop, 0)), shallowest)) {
    sections.push(buildSection(first, inner, readId(first, true, context), context));
  }
  return sections.filter((section) => section.heading !== undefined || section.blocks.length > 0 || section.sections.length > 0);
}

interface Context {
  readonly aliasesOf: AliasesOf;
  readonly reading: Reading;
  /** Line of each id's first heading. */
  readonly taken: Map<string, number>;
  /** All ids of the text, and those suggested so far. */
  readonly ids: Set<string>;
}

function divide(nodes: readonly RootContent[]): readonly Stretch[] {
  const stretches: { heading?: Heading; nodes: RootContent[] }[] = [{ nodes: [] }];
  for (const node of nodes) {
    if (node.type === 'heading') stretches.push({ heading: node, nodes: [] });
    else stretches.at(-1)?.nodes.push(node);
  }
  return stretches;
}

function depthOf(stretch: Stretch): number {
  return stretch.heading?.depth ?? 0;
}

/** Cuts a run of stretches where a heading is at most `level` deep. */
function groups(stretches: readonly Stretch[], level: number): readonly (readonly [Stretch, readonly Stretch[]])[] {
  const result: [Stretch, Stretch[]][] = [];
  for (const stretch of stretches) {
    const last = result.at(-1);
    if (!last || depthOf(stretch) <= level) result.push([stretch, []]);
    else last[1].push(stretch);
  }
  return result;
}

/** A top-level section with the footnotes that it refers to, numbered for itself. */
function buildSection(first: Stretch, inner: readonly Stretch[], id: string | undefined, context: Context): Section {
  const reading: Reading = { ...context.reading, section: id ?? '', noteNumbers: new Map() };
  const section = buildInner(first, inner, id, { ...context, reading });
  const notes: Note[] = [];
  // Reading a footnote can bring further references: the list grows while it is read.
  for (const [identifier, label] of reading.noteNumbers) {
    const note = reading.footnotes.get(identifier);
    const found = reading.findings.length;
    const blocks = readBlocks(note?.children ?? [], reading);
    if (note && blocks.length === 0 && reading.findings.length === found) {
      report(
        reading,
        note,
        'footnote-empty',
        `The footnote [^${identifier}] has no words. Write them, or remove it and what refers to it.`,
      );
    }
    notes.push({ label, blocks });
  }
  return { ...section, notes };
}

function buildInner(first: Stretch, inner: readonly Stretch[], id: string | undefined, context: Context): Section {
  const { reading } = context;
  const heading = first.heading ? readInline(headingParts(first.heading).children, reading) : undefined;
  if (first.heading && heading && isWordless(heading)) {
    report(reading, first.heading, 'heading-empty', 'This heading has no words. Write them, or remove the line.');
  }
  const blocks = readBlocks(first.nodes, reading);
  const sections = innerGroups(inner).map(([sub, deeper]) => buildInner(sub, deeper, readId(sub, false, context), context));
  return { id, heading, aliases: id === undefined ? [] : context.aliasesOf(id), blocks, sections, notes: [] };
}

/** Children of a section: each takes what is deeper than itself, whatever level the first one has. */
function innerGroups(stretches: readonly Stretch[]): readonly (readonly [Stretch, readonly Stretch[]])[] {
  const result: [Stretch, Stretch[]][] = [];
  for (const stretch of stretches) {
    const last = result.at(-1);
    if (last && depthOf(stretch) > depthOf(last[0])) last[1].push(stretch);
    else result.push([stretch, []]);
  }
  return result;
}

function readId(stretch: Stretch, isRequired: boolean, context: Context): string | undefined {
  const { heading } = stretch;
  if (!heading) return undefined;
  const { reading, taken } = context;
  const { id, isBraced, children } = headingParts(heading);
  const line = heading.position?.start.line ?? 1;
  if (id === undefined) {
    // The record is refused, but links to the section shall not be reported as well once the suggestion is taken.
    if (isRequired && !isBraced) return reportMissing(heading, wordsIn(children, reading), context);
    return isRequired ? idFromHeading(wordsIn(children, reading), taken.size + 1, context.ids) : undefined;
  }
  const fault = sectionIdFault(id);
  if (fault !== undefined) {
    const words = isReservedId(id) ? wordsIn(children, reading) : id;
    const suggestion = idFromHeading(words, taken.size + 1, context.ids);
    context.ids.add(suggestion);
    report(reading, heading, 'section-id-form', `The section id "${id}" ${fault}. Write, for instance, [#${suggestion}].`);
  }
  const other = taken.get(id);
  if (other !== undefined) {
    report(
      reading,
      heading,
      'section-id-twice',
      `The section id "${id}" stands already in line ${other}. Every section needs an id of its own, or a link could lead to the wrong one.`,
    );
  }
  taken.set(id, other ?? line);
  return id;
}

/** Words of a heading for a message: reading them leaves no trace. */
function wordsIn(nodes: readonly RootContent[], reading: Reading): string {
  const apart: Reading = {
    ...reading,
    findings: [],
    noteNumbers: new Map(),
    noteSections: new Map(),
    linksWithin: [],
    linksToPolicies: [],
  };
  return wordsOf(readInline(nodes, apart)).trim();
}

function reportMissing(heading: Heading, words: string, context: Context): string {
  const suggestion = idFromHeading(words, context.taken.size + 1, context.ids);
  context.ids.add(suggestion);
  const short = words.length > 60 ? `${words.slice(0, 60)}…` : words;
  const write = `Write: ${'#'.repeat(heading.depth)} ${short} [#${suggestion}]`;
  const isUnderlined = heading.position && heading.position.end.line > heading.position.start.line;
  const message = isUnderlined
    ? `The line of signs under "${short}" makes it a heading. If it is none, remove that line. If it is one, it needs a permanent id: remove that line too. ${write}`
    : `The section "${short}" has no permanent id, so nobody could link to it. ${write} (or run "npm run policy -- check --fix").`;
  report(context.reading, heading, 'section-id-missing', message);
  return suggestion;
}
