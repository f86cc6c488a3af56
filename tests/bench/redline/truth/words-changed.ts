import type { ChangeKind } from '../../../../src/model/redline/kinds.ts';
import { allSections, type Inline, type Section } from '../../../../src/model/record/record.ts';
import { wordsOf } from '../words.ts';
import { hasChange, onlyKinds, shownSection } from './case.ts';
import { exchanged, paragraphWords, withBlock, withSection, type Chance } from './edit-record.ts';
import type { EditWord, SectionChange } from './sections.ts';

/** Paragraphs and first paragraphs of items, each with how to put another in its place. */
function places(
  section: Section,
): readonly { readonly children: readonly Inline[]; readonly put: (children: readonly Inline[]) => Section }[] {
  return section.blocks.flatMap((block, place) => {
    if (block.kind === 'paragraph')
      return [{ children: block.children, put: (children) => withBlock(section, place, [{ ...block, children }]) }];
    if (block.kind !== 'list') return [];
    return block.items.flatMap((item, index) => {
      const [first, ...rest] = item;
      if (first?.kind !== 'paragraph') return [];
      const put = (children: readonly Inline[]): Section =>
        withBlock(section, place, [{ ...block, items: block.items.with(index, [{ ...first, children }, ...rest]) }]);
      return [{ children: first.children, put }];
    });
  });
}

/** A plain word becomes another, in a paragraph of the section that is long enough to be known again. */
export function editSomeWord(chance: Chance): EditWord {
  return (section) => {
    const fit = section.blocks.flatMap((block, place) => {
      const isLong = block.kind === 'paragraph' && (paragraphWords(block).match(/\p{L}+/gu) ?? []).length >= 12;
      const children = isLong ? exchanged(block.children, /(?<=\p{L} )\p{Ll}{5,}(?= \p{L})/u, () => 'supplementary') : undefined;
      return children ? [withBlock(section, place, [{ kind: 'paragraph', children }])] : [];
    });
    const found = chance.one(fit);
    return found ? { section: found, markedWords: 2 } : { section, markedWords: 0 };
  };
}

/** One word or figure is exchanged, and only it is to be marked, under its kind. */
function exchange(kind: ChangeKind, pattern: RegExp, by: (found: string) => string): SectionChange {
  return (record, chance, edit) => {
    const options = allSections(record).flatMap((section) =>
      places(section).flatMap(({ children, put }) => {
        let words = 0;
        const changed = exchanged(children, pattern, (found) => {
          const now = by(found);
          words = wordsOf(found, record.lang).length + wordsOf(now, record.lang).length;
          return now;
        });
        return changed ? [{ section, changed: put(changed), words }] : [];
      }),
    );
    const option = chance.one(options);
    if (!option) return undefined;
    const edited = edit(option.changed);
    return {
      old: record,
      fresh: withSection(record, option.section, [edited.section]),
      markedWords: option.words + edited.markedWords,
      fault: (redline) =>
        hasChange(redline, shownSection(redline, 'fresh', edited.section), kind)
          ? onlyKinds(redline)
          : `does not say that a ${kind} changed`,
    };
  };
}

const MONTHS = 'January|February|March|April|June|July|August|September|October|November|December';

export const numberChanged = exchange('number', /(?<= )\d{1,3}(?= \p{Ll})/u, (found) => String(Number(found) + 7));

export const dateChanged = exchange('date', new RegExp(`(?:${MONTHS}) \\d{1,2}, \\d{4}`, 'u'), () => 'February 29, 2028');

/** A date where the text has none: most policies name one at most. */
export const notInserted = exchange(
  'negation',
  /(?<=\p{Ll} )(?:may|must|shall|will|should) (?=\p{Ll})(?!not\b)/u,
  (found) => `${found}not `,
);

export const notRemoved = exchange('negation', /(?<=\p{Ll} )(?:may|must|shall|will|do|does|is|are) not (?=\p{Ll})/u, (found) =>
  found.replace('not ', ''),
);

export const modalChanged = exchange('modal', /(?<=\p{Ll} )(?:may|must|shall)(?= (?!not)\p{Ll})/u, (found) =>
  found === 'may' ? 'must' : 'may',
);

/** A link leads elsewhere; no word is to be marked. */
export const linkTargetChanged: SectionChange = (record, chance, edit) => {
  const options = allSections(record).flatMap((section) =>
    places(section).flatMap(({ children, put }) => {
      const place = children.findIndex((child) => typeof child !== 'string' && child.kind === 'link');
      const link = children[place];
      if (link === undefined || typeof link === 'string' || link.kind !== 'link') return [];
      const elsewhere: Inline = { ...link, target: { kind: 'address', href: 'https://example.org/opt-out' } };
      return [{ section, changed: put(children.with(place, elsewhere)) }];
    }),
  );
  const option = chance.one(options);
  if (!option) return undefined;
  const edited = edit(option.changed);
  return {
    old: record,
    fresh: withSection(record, option.section, [edited.section]),
    markedWords: edited.markedWords,
    fault: (redline) =>
      hasChange(redline, shownSection(redline, 'fresh', edited.section), 'link') ? onlyKinds(redline) : 'does not say that a link changed',
  };
};
