import { wordsOf as inlineWords } from '../../../../src/model/record/inline.ts';
import {
  allSections,
  type Block,
  type Cell,
  type List,
  type PolicyRecord,
  type Section,
  type Table,
} from '../../../../src/model/record/record.ts';
import { wordsOf } from '../words.ts';
import { hasChange, onlyKinds, shownSection } from './case.ts';
import { exchanged, paragraphWords, withBlock, withSection } from './edit-record.ts';
import type { SectionChange } from './sections.ts';

/** A paragraph comes to stand at the end of another section, one word of it changed. */
export const paragraphMoved: SectionChange = (record, chance, edit) => {
  const sections = allSections(record);
  const known = new Map<string, number>();
  for (const section of sections)
    for (const block of section.blocks) known.set(paragraphWords(block), (known.get(paragraphWords(block)) ?? 0) + 1);
  const options = sections.flatMap((section) => {
    if (section.blocks.length < 2) return [];
    return section.blocks.flatMap((block, place) => {
      const words = paragraphWords(block);
      // Nobody could say which of two equal paragraphs moved.
      const isTelling = known.get(words) === 1 && (words.match(/\p{L}+/gu) ?? []).length >= 15;
      const children =
        isTelling && block.kind === 'paragraph'
          ? exchanged(block.children, /(?<=\p{L} )\p{Ll}{4,}(?= \p{L})/u, () => 'aforementioned')
          : undefined;
      if (!children) return [];
      const changed: Block = { kind: 'paragraph', children };
      return [{ section, place, block: changed }];
    });
  });
  const option = chance.one(options);
  const far =
    option &&
    sections.filter(
      (one) => one.heading && one.blocks.length > 1 && Math.abs(sections.indexOf(one) - sections.indexOf(option.section)) > 1,
    );
  const target = far && chance.one(far.filter((one) => !isInside(one, option.section) && !isInside(option.section, one)));
  if (!option || !target) return undefined;
  const edited = edit(withBlock(option.section, option.place, []));
  const longer = { ...target, blocks: [...target.blocks, option.block] };
  return {
    old: record,
    fresh: withSection(withSection(record, option.section, [edited.section]), target, [longer]),
    markedWords: 2 + edited.markedWords,
    fault: (redline) => {
      const rows = shownSection(redline, 'fresh', longer)?.rows ?? [];
      if (!rows.some((row) => row.move === 'moved' && row.state === 'kept' && row.fresh)) return 'does not say that the paragraph moved';
      const left = shownSection(redline, 'fresh', edited.section)?.rows ?? [];
      return left.some((row) => row.move === 'moved' && row.state === 'removed')
        ? onlyKinds(redline, 'moved')
        : 'shows no place that it has left';
    },
  };
};

function isInside(section: Section, outer: Section): boolean {
  return outer.sections.some((inner) => inner === section || isInside(section, inner));
}

interface FoundList {
  readonly section: Section;
  readonly place: number;
  readonly list: List;
}

/** Lists whose items all say something different, nothing in them but words. */
function plainLists(record: PolicyRecord, leastItems: number): readonly FoundList[] {
  return allSections(record).flatMap((section) =>
    section.blocks.flatMap((block, place) => {
      if (block.kind !== 'list' || block.items.length < leastItems) return [];
      const words = block.items.map((item) => (item.length === 1 ? paragraphWords(item[0]) : ''));
      return words.every((text) => text !== '') && new Set(words).size === words.length ? [{ section, place, list: block }] : [];
    }),
  );
}

export const listReordered: SectionChange = (record, chance, edit) => {
  const option = chance.one(plainLists(record, 4));
  if (!option) return undefined;
  const { section, place, list } = option;
  const from = chance.below(list.items.length);
  const to = (from + 2 + chance.below(list.items.length - 3)) % list.items.length;
  const item = list.items[from] ?? [];
  const items = list.items.toSpliced(from, 1).toSpliced(to, 0, item);
  const edited = edit(withBlock(section, place, [{ ...list, items }]));
  return {
    old: record,
    fresh: withSection(record, section, [edited.section]),
    markedWords: edited.markedWords,
    fault: (redline) =>
      hasChange(redline, shownSection(redline, 'fresh', edited.section), 'order')
        ? // Items that count are also renumbered.
          onlyKinds(redline, 'order', 'renumbered')
        : 'does not say that the list was reordered',
  };
};

/** Few texts have a table: it is made from a list of theirs, two items a row. */
export const tableRowAdded: SectionChange = (record, chance, edit) => {
  const option = chance.one(plainLists(record, 6));
  if (!option) return undefined;
  const { section, place, list } = option;
  const table = tableOf(list);
  const at = chance.below(table.body.length);
  const row = table.body[at] ?? [];
  const words = row.flatMap((cell) => wordsOf(cell.blocks.map((block) => paragraphWords(block)).join(' '), record.lang)).length;
  const before = withBlock(section, place, [{ ...table, body: table.body.toSpliced(at, 1) }]);
  const edited = edit(withBlock(section, place, [table]));
  return {
    old: withSection(record, section, [before]),
    fresh: withSection(record, section, [edited.section]),
    markedWords: words + edited.markedWords,
    fault: (redline) => {
      const shown = shownSection(redline, 'fresh', edited.section);
      const added = shown?.rows.flatMap((one) => one.table?.rows ?? []).filter((one) => one.state === 'added');
      return added?.length === 1 && added[0]?.cells.length === row.length ? onlyKinds(redline, 'added') : 'does not show one added row';
    },
  };
};

function tableOf(list: List): Table {
  const cells = list.items.map((blocks): Cell => ({ blocks }));
  const body = Array.from({ length: Math.floor(cells.length / 2) }, (_, index) => cells.slice(2 * index, 2 * index + 2));
  const head = ['What', 'Further'].map((text): Cell => ({ header: 'column', blocks: [{ kind: 'paragraph', children: [text] }] }));
  return { kind: 'table', head: [head], body };
}

/** A paragraph is divided at the end of a sentence. */
export const paragraphSplit: SectionChange = (record, chance, edit) => {
  const options = allSections(record).flatMap((section) =>
    section.blocks.flatMap((block, place) => {
      if (block.kind !== 'paragraph' || block.children.length !== 1) return [];
      const sentences = inlineWords(block.children).split(/(?<=\p{Ll}\.) (?=\p{Lu})/u);
      const isFit = sentences.length > 1 && sentences.every((sentence) => sentence.split(' ').length >= 8);
      return isFit ? [{ section, place, sentences }] : [];
    }),
  );
  const option = chance.one(options);
  if (!option) return undefined;
  const { section, place, sentences } = option;
  const at = 1 + chance.below(sentences.length - 1);
  const halves = [sentences.slice(0, at), sentences.slice(at)].map((half): Block => ({ kind: 'paragraph', children: [half.join(' ')] }));
  const whole = edit(section);
  // The edited word may stand in the paragraph itself: then the halves are made from what it says.
  if (whole.section.blocks[place] !== section.blocks[place]) return undefined;
  const changed = withBlock(whole.section, place, halves);
  return {
    old: record,
    fresh: withSection(record, section, [changed]),
    markedWords: whole.markedWords,
    fault: (redline) =>
      hasChange(redline, shownSection(redline, 'fresh', changed), 'split')
        ? onlyKinds(redline, 'split')
        : 'does not say that the paragraph was divided',
  };
};
