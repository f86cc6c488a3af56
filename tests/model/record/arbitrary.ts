import fc, { type Arbitrary } from 'fast-check';
import { tidyInline, wordsOf } from '../../../src/model/record/inline.ts';
import {
  RECORD_FORMAT,
  type Block,
  type Cell,
  type Inline,
  type Note,
  type PolicyRecord,
  type Section,
} from '../../../src/model/record/record.ts';

// Any record that the parser or the importer can make: what neither can make (a note in a link, a term without an
// explanation before another term, running text that is not tidy) is left out here.

const signs = ['"', "'", '<', '>', '&', '&amp;', '</p>', '<!--', ']]>', '{', '}', '\\', '|', '[1]', '`', '*', '\t', '\n', ' ', '  '];
const invisible = [0xa0, 0xad, 0x2009, 0x200b, 0x200c, 0x200d, 0x200e, 0x200f, 0x2028, 0x202f, 0x2060, 0x3000].map((code) =>
  String.fromCodePoint(code),
);
const letters = [
  'é',
  'e\u0301',
  '\u0301',
  '\u0338',
  'Å',
  '\u212B',
  'ﬁ',
  '“',
  '’',
  '–',
  'ẞ',
  'İ',
  '한',
  '\u1112\u1161',
  '👩‍⚖️',
  '🏳️‍🌈',
  'שלום',
  'سلام',
];

const piece = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom('the', 'User', 'data', '30', 'days,', 'a', ' ', ' ', '. ') },
  { weight: 3, arbitrary: fc.constantFrom(...signs, ...invisible, ...letters) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 3 }) },
);

export const words: Arbitrary<string> = fc.array(piece, { minLength: 1, maxLength: 6 }).map((parts) => parts.join(''));

const line = words.map((text) => text.replaceAll(/[ \t\n\r\f]+/gu, ' ').trim());
const slug = fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,8}$/u);
const target = fc.oneof(
  fc.record({ kind: fc.constant('within' as const), id: slug }),
  fc.record({ kind: fc.constant('policy' as const), policy: slug, id: fc.option(slug, { nil: undefined }) }),
  fc.record({
    kind: fc.constant('address' as const),
    href: fc.constantFrom('https://example.org/?a=1&b="2"', 'mailto:a@example.org', 'tel:+1', '../x/', 'https://example.org/ü#<>'),
  }),
);

const depth = fc.createDepthIdentifier();
const branch = { depthIdentifier: depth, maxDepth: 4, depthSize: 'small' } as const;

/** Running text before it is tidied; `inLink` keeps out what cannot stand in a link. */
function rough(inLink: boolean): Arbitrary<readonly Inline[]> {
  const { inline } = fc.letrec<{ inline: readonly Inline[] }>((tie) => {
    const children = tie('inline');
    const leaves = [words, fc.constant({ kind: 'break' as const })];
    const notes = fc.integer({ min: 1, max: 4 }).map((label) => ({ kind: 'note' as const, label: String(label) }));
    const marks = fc.record({
      kind: fc.constant('mark' as const),
      mark: fc.constantFrom('em', 'strong', 'code', 'sub', 'sup'),
      children,
    });
    const others = [
      fc.record({ kind: fc.constant('abbreviation' as const), title: line, children }),
      fc.record({
        kind: fc.constant('language' as const),
        lang: fc.constantFrom('fr', 'ar', 'pt-BR'),
        dir: fc.constantFrom('ltr', 'rtl', undefined),
        children,
      }),
      fc.record({ kind: fc.constant('component' as const), name: fc.constant('Definition'), children }),
    ];
    const link = fc.record({
      kind: fc.constant('link' as const),
      target,
      title: fc.option(line, { nil: undefined }),
      children: fc.array(words, { minLength: 1, maxLength: 2 }),
    });
    const one: Arbitrary<Inline> = fc.oneof(branch, ...leaves, ...(inLink ? [] : [notes, link]), marks, ...others);
    return { inline: fc.array(one, { maxLength: 4 }) };
  });
  return inline;
}

export const roughInline = rough(false);
export const inline = roughInline.map(tidyInline);
export const filled = fc.tuple(words, inline).map(([first, rest]) => tidyInline([`w${first}`, ...rest]));

const blocksAtAnyDepth = fc.letrec<{ block: Block; cell: Cell; entry: readonly Block[] }>((tie) => {
  const blocks = fc.array(tie('block'), { maxLength: 3 });
  const some = fc.array(tie('block'), { minLength: 1, maxLength: 3 });
  const row = fc.array(tie('cell'), { minLength: 1, maxLength: 3 });
  const rows = fc.array(row, { maxLength: 2 });
  const order = fc.record({ start: fc.integer({ min: -2, max: 60 }), marker: fc.constantFrom('1', 'a', 'A', 'i', 'I') });
  return {
    block: fc.oneof(
      branch,
      filled.map((children) => ({ kind: 'paragraph' as const, children })),
      fc.array(piece, { maxLength: 5 }).map((parts) => ({ kind: 'preformatted' as const, text: parts.join('') })),
      fc.record({ kind: fc.constant('quote' as const), blocks: some }),
      fc.record({
        kind: fc.constant('component' as const),
        name: fc.constantFrom('Note', 'InShort', 'Contact'),
        blocks: some,
      }),
      fc.record({
        kind: fc.constant('list' as const),
        order: fc.option(order, { nil: undefined }),
        items: fc.array(tie('entry'), { minLength: 1, maxLength: 3 }),
      }),
      fc.record({
        kind: fc.constant('definitions' as const),
        entries: fc.array(
          fc.record({
            terms: fc.array(filled, { minLength: 1, maxLength: 2 }),
            details: fc.array(tie('entry'), { minLength: 1, maxLength: 2 }),
          }),
          {
            minLength: 1,
            maxLength: 2,
          },
        ),
      }),
      fc.record({
        kind: fc.constant('table' as const),
        caption: fc.option(filled, { nil: undefined }),
        head: rows,
        body: fc.array(row, { minLength: 1, maxLength: 2 }),
      }),
    ) as Arbitrary<Block>,
    cell: fc.record({
      header: fc.constantFrom('column', 'row', undefined),
      align: fc.constantFrom('center', 'end', undefined),
      columns: fc.constantFrom(2, 3, undefined),
      rows: fc.constantFrom(2, undefined),
      blocks,
    }),
    entry: blocks,
  };
});

export const block = blocksAtAnyDepth.block;
const blocks = fc.array(block, { maxLength: 4 });

const section = fc.letrec<{ section: Section }>((tie) => ({
  section: fc.record({
    // Made unique, or taken away, where the whole record is known.
    id: fc.option(slug, { nil: undefined, freq: 2 }),
    heading: filled,
    aliases: fc.array(fc.constantFrom('link1', 'Über', 'A1'), { maxLength: 2 }),
    blocks,
    sections: fc.oneof({ depthIdentifier: 'section', maxDepth: 3 }, fc.constant([]), fc.array(tie('section'), { maxLength: 2 })),
    notes: fc.constant([]),
  }),
})).section;

/** Gives every section an id of its own, and its footnotes numbers in the order in which it refers to them, with their text. */
function complete(
  lang: string,
  roughSections: readonly Section[],
  opening: 'preamble' | 'none',
  noteText: readonly Inline[],
): PolicyRecord {
  let count = 0;
  const finish = (one: Section, isTop: boolean): Section => {
    const hasId = isTop || one.id !== undefined;
    const id = hasId ? `${one.id ?? 's'}-${++count}` : undefined;
    const aliases = hasId ? [...new Set(one.aliases)].map((alias) => `${alias}.old${count}`) : [];
    return { ...one, id, aliases, sections: one.sections.map((inner) => finish(inner, false)) };
  };
  const withNotes = (one: Section): Section => {
    const labels = new Map<string, string>();
    const relabel = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(relabel);
      if (typeof value !== 'object' || value === null) return value;
      if (!('kind' in value && value.kind === 'note' && 'label' in value)) {
        return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, relabel(inner)]));
      }
      const label = labels.get(String(value.label)) ?? String(labels.size + 1);
      labels.set(String(value.label), label);
      return { ...value, label };
    };
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- only the labels differ
    const relabelled = relabel(one) as Section;
    const notes = [...labels.values()].map((label): Note => ({ label, blocks: [{ kind: 'paragraph', children: noteText }] }));
    return { ...relabelled, notes };
  };
  const sections = roughSections.map((one, index) => {
    const finished = finish(one, true);
    const isOpening = index === 0 && opening === 'preamble' && one.blocks.length > 0;
    return withNotes(isOpening ? { ...finished, id: 'preamble', heading: undefined } : finished);
  });
  return { format: RECORD_FORMAT, lang, dir: lang === 'ar' ? 'rtl' : 'ltr', sections };
}

const noteText = filled.filter((text) => !JSON.stringify(text).includes('"kind":"note"') && wordsOf(text) !== '');

export const record: Arbitrary<PolicyRecord> = fc
  .tuple(
    fc.constantFrom('en', 'ar', 'pt-BR'),
    fc.array(section, { minLength: 1, maxLength: 3 }),
    fc.constantFrom('preamble', 'none'),
    noteText,
  )
  .map(([lang, sections, opening, text]) => complete(lang, sections, opening, text));

export const title = line;

/** The same examples in every run: a test that fails must fail again. */
export function examples(numRuns: number): { readonly numRuns: number; readonly seed: number } {
  return { numRuns, seed: 20_160_526 };
}
