import { allSections, type Inline, type PolicyRecord, type Section } from '../../../../src/model/record/record.ts';
import { foldWords } from '../../../../src/model/record/fold.ts';
import { wordsOf as inlineWords } from '../../../../src/model/record/inline.ts';
import { wordsOf } from '../words.ts';
import { hasChange, onlyKinds, shownSection, type TruthCase } from './case.ts';
import { siblings, weightOf, withSection, withSections, type Chance } from './edit-record.ts';

const TITLES = ['Governing law and venue', 'Retention schedule', 'Escalation procedure', 'Interpretation', 'Surviving obligations'];

/** Something done to one section of a text; `undefined` where the text gives no occasion. `edit` changes one word in it besides. */
export type SectionChange = (record: PolicyRecord, chance: Chance, edit: EditWord) => TruthCase | undefined;

/** A section with one word changed in a paragraph of its own, and how many words that marks; as it was where it has no such word. */
export type EditWord = (section: Section) => { readonly section: Section; readonly markedWords: number };

function headingWords(section: Section, lang: string): number {
  return wordsOf(foldWords(inlineWords(section.heading ?? [])), lang).length;
}

/** With enough words that nobody would take it for another. */
function isTelling(section: Section): boolean {
  return section.heading !== undefined && section.notes.length === 0 && section.blocks.length > 0 && weightOf(section) >= 40;
}

function someSection(record: PolicyRecord, chance: Chance, isFit: (section: Section) => boolean): Section | undefined {
  return chance.one(allSections(record).filter((section) => isTelling(section) && isFit(section)));
}

function anotherTitle(section: Section, chance: Chance): readonly Inline[] {
  return [`${chance.one(TITLES) ?? ''} ${section.blocks.length}`];
}

/** A section that goes past others which say more than it does: so it, and none of those, is what a reader sees moving. */
function moved(
  record: PolicyRecord,
  chance: Chance,
  change: (section: Section) => { section: Section; markedWords: number },
): TruthCase | undefined {
  const options = siblings(record).flatMap(({ parent, sections }) =>
    sections.flatMap((section, from) => {
      if (!isTelling(section)) return [];
      return sections.flatMap((_, to) => {
        const passed = from < to ? sections.slice(from + 1, to + 1) : sections.slice(to, from);
        const isHeavier = passed.reduce((sum, one) => sum + weightOf(one), 0) > 1.5 * weightOf(section);
        const isOpening = passed.some((one) => one.heading === undefined);
        return from !== to && isHeavier && !isOpening ? [{ parent, sections, section, from, to }] : [];
      });
    }),
  );
  const option = chance.one(options);
  if (!option) return undefined;
  const { parent, sections, section, from, to } = option;
  const changed = change(section);
  const fresh = withSections(record, parent, sections.toSpliced(from, 1).toSpliced(to, 0, changed.section));
  return {
    old: record,
    fresh,
    markedWords: changed.markedWords,
    fault: (redline) => {
      const shown = shownSection(redline, 'fresh', changed.section);
      if (!shown?.isMoved || !hasChange(redline, shown, 'moved')) return 'does not say that the section moved';
      if (redline.sections.filter((one) => one.isMoved && one.state === 'kept').length > 1) return 'says that others moved';
      if (redline.sections[shown.other ?? -1]?.state !== 'left') return 'shows no place that the section has left';
      return onlyKinds(redline, 'moved');
    },
  };
}

export const sectionMoved: SectionChange = (record, chance, edit) => moved(record, chance, edit);

export const sectionRenamed: SectionChange = (record, chance, edit) => {
  const section = someSection(record, chance, () => true);
  if (!section) return undefined;
  const changed = renamed(section, record.lang, chance, edit);
  return {
    old: record,
    fresh: withSection(record, section, [changed.section]),
    markedWords: changed.markedWords,
    fault: (redline) => {
      const shown = shownSection(redline, 'fresh', changed.section);
      if (shown?.state !== 'kept') return 'takes the section for another';
      return hasChange(redline, shown, 'heading') ? onlyKinds(redline, 'renumbered') : 'does not mark the heading';
    },
  };
};

export const sectionRenamedAndMoved: SectionChange = (record, chance, edit) => {
  const found = moved(record, chance, (section) => renamed(section, record.lang, chance, edit));
  return found && { ...found, fault: (redline) => withoutNumber(found.fault(redline)) };
};

/** A heading that is exchanged loses its number with it. */
function withoutNumber(fault: string | undefined): string | undefined {
  return fault === 'also reports renumbered' ? undefined : fault;
}

function renamed(section: Section, lang: string, chance: Chance, edit: EditWord): { section: Section; markedWords: number } {
  const edited = edit(section);
  const changed = { ...edited.section, heading: anotherTitle(section, chance) };
  return { section: changed, markedWords: edited.markedWords + headingWords(section, lang) + headingWords(changed, lang) };
}

/** Its second half gets a heading of its own. */
export const sectionSplit: SectionChange = (record, chance, edit) => {
  const section = someSection(record, chance, ({ blocks, sections }) => sections.length === 0 && splitPlace(blocks) > 0);
  if (!section) return undefined;
  const edited = edit(section);
  const at = splitPlace(section.blocks);
  const first = { ...edited.section, blocks: edited.section.blocks.slice(0, at) };
  const second: Section = {
    heading: anotherTitle(section, chance),
    id: `${section.id ?? 'part'}-second`,
    aliases: [],
    blocks: edited.section.blocks.slice(at),
    sections: [],
    notes: [],
  };
  return {
    old: record,
    fresh: withSection(record, section, [first, second]),
    markedWords: edited.markedWords + headingWords(second, record.lang),
    fault: (redline) => {
      const [whole, part] = [shownSection(redline, 'fresh', first), shownSection(redline, 'fresh', second)];
      if (whole?.state !== 'kept') return 'does not continue the section with its first half';
      if (!part || !hasChange(redline, part, 'split')) return 'does not say that the section was split';
      return redline.sections[part.other ?? -1] === whole ? onlyKinds(redline, 'split') : 'does not say what it was split off from';
    },
  };
};

/** Where both halves have at least a quarter of the words; 0 when there is no such place. */
function splitPlace(blocks: Section['blocks']): number {
  const weights = blocks.map((block) => weightOf({ aliases: [], blocks: [block], sections: [], notes: [] }));
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  let sum = 0;
  const places = weights.map((weight) => (sum += weight) / all);
  return places.findIndex((share) => share >= 0.3 && share <= 0.75) + 1;
}

/** The next one's heading goes, and its words stand under the heading before. */
export const sectionsMerged: SectionChange = (record, chance, edit) => {
  const options = siblings(record).flatMap(({ parent, sections }) =>
    sections.flatMap((section, place) => {
      const next = sections[place + 1];
      return next && [section, next].every((one) => isTelling(one) && one.sections.length === 0)
        ? [{ parent, sections, section, next, place }]
        : [];
    }),
  );
  const option = chance.one(options);
  if (!option) return undefined;
  const { parent, sections, section, next, place } = option;
  const edited = edit(section);
  const merged = { ...edited.section, blocks: [...edited.section.blocks, ...next.blocks] };
  return {
    old: record,
    fresh: withSections(record, parent, sections.toSpliced(place, 2, merged)),
    markedWords: edited.markedWords + headingWords(next, record.lang),
    fault: (redline) => {
      const [whole, part] = [shownSection(redline, 'fresh', merged), shownSection(redline, 'old', next)];
      if (whole?.state !== 'kept' || whole.old?.index !== shownSection(redline, 'old', section)?.old?.index)
        return 'does not continue the first section';
      if (!part || !hasChange(redline, part, 'merged')) return 'does not say that the next one was merged';
      return redline.sections[part.other ?? -1] === whole ? onlyKinds(redline, 'merged') : 'does not say what it was merged into';
    },
  };
};

/** The last sub-section of a section comes to stand behind it. */
export const sectionLevelChanged: SectionChange = (record, chance, edit) => {
  const options = siblings(record).flatMap(({ parent, sections }) =>
    sections.flatMap((section) => {
      const last = section.sections.at(-1);
      return last && isTelling(last) ? [{ parent, sections, section, last }] : [];
    }),
  );
  const option = chance.one(options);
  if (!option) return undefined;
  const { parent, sections, section, last } = option;
  const edited = edit(last);
  const without = { ...section, sections: section.sections.slice(0, -1) };
  return {
    old: record,
    fresh: withSections(record, parent, sections.toSpliced(sections.indexOf(section), 1, without, edited.section)),
    markedWords: edited.markedWords,
    fault: (redline) => {
      const shown = shownSection(redline, 'fresh', edited.section);
      return hasChange(redline, shown, 'level') ? onlyKinds(redline, 'level') : 'does not say that the level changed';
    },
  };
};
