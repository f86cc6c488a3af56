import { foldWords } from '../record/fold.ts';
import { wordsOf } from '../record/inline.ts';
import type { PolicyRecord, Section } from '../record/record.ts';
import { headingLabel } from '../record/section-id.ts';
import { blockStructure, inlineStructure } from '../record/structure.ts';
import { foldTypography } from './fold-typography.ts';
import { rowsOf, type Row } from './rows.ts';
import type { Token } from './token.ts';
import { tokensOf } from './tokens.ts';

/**
 * One section with its own blocks, its sub-sections apart: a text is a list of these in reading order. The footnotes of a
 * top-level section are a part of their own at its end, without a heading.
 */
export interface FlatSection {
  /** Its place in the list. */
  readonly index: number;
  readonly kind: 'section' | 'notes';
  readonly id?: string | undefined;
  /** 1 for a top-level section. */
  readonly depth: number;
  /** The section that this one stands in. */
  readonly parent?: number | undefined;
  /** `4.2` in front of the heading; part of the heading's words. */
  readonly label?: string | undefined;
  /** The heading without its label; none on words that stand without a heading. */
  readonly heading: readonly Token[];
  readonly hasHeading: boolean;
  /** The heading without its label in one shape, for comparison. */
  readonly title: string;
  readonly rows: readonly Row[];
  /** Everything it says and how it is built, for comparison. */
  readonly structure: string;
}

/** A text as a list of sections in reading order. Input is not changed. */
export function flatSections(record: PolicyRecord): readonly FlatSection[] {
  const flat: FlatSection[] = [];
  const add = (section: Section, depth: number, parent: number | undefined): void => {
    const index = flat.length;
    flat.push(sectionOf(section, { index, depth, parent, lang: record.lang }));
    for (const inner of section.sections) add(inner, depth + 1, index);
    if (section.notes.length > 0) flat.push(notesOf(section, { index: flat.length, depth, parent: index, lang: record.lang }));
  };
  for (const section of record.sections) add(section, 1, undefined);
  return flat;
}

interface Place {
  readonly index: number;
  readonly depth: number;
  readonly parent: number | undefined;
  readonly lang: string;
}

function sectionOf(section: Section, { lang, ...place }: Place): FlatSection {
  const { id, heading } = section;
  const words = foldWords(wordsOf(heading ?? []));
  const { label, rest } = headingLabel(words);
  const tokens = tokensOf(heading ?? [], lang);
  return {
    ...place,
    kind: 'section',
    id,
    // A heading that is nothing but a number keeps it as its words.
    label: rest === '' ? undefined : label,
    heading: rest === '' || label === undefined ? tokens : withoutLabel(tokens, label),
    hasHeading: heading !== undefined,
    title: foldTypography(rest === '' ? words : rest).toLowerCase(),
    rows: rowsOf(section.blocks, lang),
    structure: JSON.stringify([place.depth, id ?? null, inlineStructure(heading ?? []), section.blocks.map(blockStructure)]),
  };
}

function notesOf(section: Section, { lang, ...place }: Place): FlatSection {
  const rows = section.notes.flatMap((note) => rowsOf(note.blocks, lang, [{ type: 'note', facts: note.label, node: note }]));
  const structure = JSON.stringify(section.notes.map((note) => [note.label, note.blocks.map(blockStructure)]));
  return { ...place, kind: 'notes', heading: [], hasHeading: false, title: '', rows, structure };
}

/** The tokens that come after so many characters of words; a token that lies across the end of the label stays whole. */
function withoutLabel(tokens: readonly Token[], label: string): readonly Token[] {
  const letters = label.replace(/\s/gu, '').length;
  let passed = 0;
  const first = tokens.findIndex((token) => {
    const isAfter = passed >= letters;
    passed += token.text.replace(/\s/gu, '').length;
    return isAfter;
  });
  return first < 0 ? tokens : tokens.slice(first);
}
