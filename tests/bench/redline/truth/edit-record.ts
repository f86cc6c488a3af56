import { wordsOf } from '../../../../src/model/record/inline.ts';
import { canonicalLines } from '../../../../src/model/record/canonical.ts';
import {
  allSections,
  RECORD_FORMAT,
  type Block,
  type Inline,
  type List,
  type PolicyRecord,
  type Section,
} from '../../../../src/model/record/record.ts';
import { wordsOf as wordsIn } from '../words.ts';

/** Chance with a fixed seed (mulberry32): the same cases in every run. */
export class Chance {
  #state: number;

  constructor(seed: number) {
    this.#state = seed;
  }

  below(limit: number): number {
    this.#state = (this.#state + 0x6d_2b_79_f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * limit);
  }

  one<T>(list: readonly T[]): T | undefined {
    return list[this.below(list.length)];
  }
}

/** A text with one section exchanged for others; the sections around it stay the very same objects. */
export function withSection(record: PolicyRecord, target: Section, others: readonly Section[]): PolicyRecord {
  const exchange = (sections: readonly Section[]): readonly Section[] =>
    sections.flatMap((section) => {
      if (section === target) return others;
      const inner = exchange(section.sections);
      return inner.every((one, index) => one === section.sections[index]) && inner.length === section.sections.length
        ? [section]
        : [{ ...section, sections: inner }];
    });
  return { ...record, sections: exchange(record.sections) };
}

export function withSections(record: PolicyRecord, parent: Section | undefined, sections: readonly Section[]): PolicyRecord {
  return parent ? withSection(record, parent, [{ ...parent, sections }]) : { ...record, sections };
}

export function withBlock(section: Section, place: number, blocks: readonly Block[]): Section {
  return { ...section, blocks: section.blocks.toSpliced(place, 1, ...blocks) };
}

export function withItem(list: List, place: number, items: readonly (readonly Block[])[]): List {
  return { ...list, items: list.items.toSpliced(place, 1, ...items) };
}

/** Lists of sections that stand beside each other, with what they stand in. */
export function siblings(
  record: PolicyRecord,
): readonly { readonly parent?: Section | undefined; readonly sections: readonly Section[] }[] {
  return [{ sections: record.sections }, ...allSections(record).map((parent) => ({ parent, sections: parent.sections }))];
}

/** Running text with one place exchanged; `undefined` when what is looked for stands nowhere in it within one run of characters. */
export function exchanged(children: readonly Inline[], pattern: RegExp, by: (found: string) => string): readonly Inline[] | undefined {
  let isDone = false;
  const visit = (list: readonly Inline[]): readonly Inline[] =>
    list.map((child) => {
      if (isDone) return child;
      if (typeof child === 'string') {
        const match = pattern.exec(child);
        if (!match) return child;
        isDone = true;
        return child.slice(0, match.index) + by(match[0]) + child.slice(match.index + match[0].length);
      }
      return 'children' in child ? { ...child, children: visit(child.children) } : child;
    });
  const changed = visit(children);
  return isDone ? changed : undefined;
}

/** Words of a block that is a paragraph. */
export function paragraphWords(block: Block | undefined): string {
  return block?.kind === 'paragraph' ? wordsOf(block.children) : '';
}

/** Number of words in a section and in everything that stands in it. */
export function weightOf(section: Section): number {
  const lines = canonicalLines({ format: RECORD_FORMAT, lang: 'en', dir: 'ltr', sections: [section] });
  return lines.reduce((sum, { text }) => sum + wordCount(text), 0);
}

export function wordCount(text: string): number {
  return wordsIn(text, 'en').length;
}
