import fc, { type Arbitrary } from 'fast-check';
import type { Block, PolicyRecord, Section } from '../../../src/model/record/record.ts';
import { block, filled, record } from '../record/arbitrary.ts';

/** Something that an editor does to a list: takes out, puts in, moves, says twice, or exchanges. */
interface Edit {
  readonly what: 'remove' | 'insert' | 'move' | 'repeat' | 'exchange';
  readonly at: number;
  readonly to: number;
}

const edit: Arbitrary<Edit> = fc.record({
  what: fc.constantFrom('remove', 'insert', 'move', 'repeat', 'exchange'),
  at: fc.nat(20),
  to: fc.nat(20),
});

function edited<T>(list: readonly T[], { what, at, to }: Edit, more: T): readonly T[] {
  const place = list.length === 0 ? 0 : at % list.length;
  const one = list[place];
  switch (what) {
    case 'remove':
      return list.length > 1 ? list.toSpliced(place, 1) : list;
    case 'insert':
      return list.toSpliced(place, 0, more);
    case 'move':
      return one === undefined ? list : list.toSpliced(place, 1).toSpliced(to % list.length, 0, one);
    case 'repeat':
      return one === undefined ? list : list.toSpliced(place, 0, one);
    case 'exchange':
      return one === undefined ? list : list.with(place, more);
  }
}

/** Edits of a block at any depth: items of a list, rows and columns of a table, running text. */
function editedBlock(one: Block, how: Edit, more: Block): Block {
  const words = more.kind === 'paragraph' ? more.children : ['other words'];
  switch (one.kind) {
    case 'paragraph':
      return {
        ...one,
        children: edited(one.children, how, 'a few words more ').filter((child) => typeof child !== 'string' || child !== ''),
      };
    case 'list':
      return { ...one, items: edited(one.items, how, [more]) };
    case 'quote':
    case 'component':
      return { ...one, blocks: edited(one.blocks, how, more) };
    case 'table': {
      const cell = { blocks: [{ kind: 'paragraph' as const, children: words }] };
      const isRow = how.to % 2 === 0;
      const body = isRow ? edited(one.body, how, [cell]) : one.body.map((row) => edited(row, how, cell));
      return { ...one, body };
    }
    case 'definitions':
      return { ...one, entries: edited(one.entries, how, { terms: [words], details: [[more]] }) };
    case 'preformatted':
      return { ...one, text: `${one.text} more` };
  }
}

/** Every section has an id of its own; what was repeated has none. */
function withOwnIds(sections: readonly Section[], known = new Set<string>()): readonly Section[] {
  return sections.map((section) => {
    const isKnown = section.id !== undefined && known.has(section.id);
    if (section.id !== undefined) known.add(section.id);
    return { ...section, id: isKnown ? `${section.id}-${known.size}` : section.id, sections: withOwnIds(section.sections, known) };
  });
}

function editedSections(
  sections: readonly Section[],
  how: Edit,
  { more, heading }: { more: Block; heading: Section['heading'] },
): readonly Section[] {
  const place = sections.length === 0 ? 0 : how.at % sections.length;
  const section = sections[place];
  if (!section) return sections;
  const changes: readonly (() => readonly Section[])[] = [
    () => edited(sections, how, { heading, aliases: [], blocks: [more], sections: [], notes: [] }),
    () => sections.with(place, { ...section, heading }),
    () => sections.with(place, { ...section, blocks: edited(section.blocks, how, more) }),
    () =>
      sections.with(place, {
        ...section,
        blocks: section.blocks.map((one, at) => (at === how.to % section.blocks.length ? editedBlock(one, how, more) : one)),
      }),
    () => sections.with(place, { ...section, sections: editedSections(section.sections, how, { more, heading }) }),
    () => [...sections.slice(0, place), { ...section, sections: [] }, ...section.sections, ...sections.slice(place + 1)],
  ];
  return changes[how.to % changes.length]?.() ?? sections;
}

/** A text and what became of it after one to four edits. */
export const related: Arbitrary<readonly [PolicyRecord, PolicyRecord]> = fc
  .tuple(record, fc.array(fc.tuple(edit, block, filled), { minLength: 1, maxLength: 4 }))
  .map(([old, edits]) => {
    let { sections } = old;
    for (const [how, more, heading] of edits) sections = editedSections(sections, how, { more, heading });
    return [old, { ...old, sections: withOwnIds(sections) }] as const;
  });
