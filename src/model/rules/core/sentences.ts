import { canonicalLines } from '../../record/canonical.ts';
import { wordsOf } from '../../record/inline.ts';
import { allSections, type PolicyRecord } from '../../record/record.ts';

/** One sentence of a text, and where it stands. A heading is a sentence too. */
export interface Sentence {
  readonly section: string;
  /** Words of the headings above it, the nearest last; without a heading of its own. */
  readonly headings: readonly string[];
  readonly text: string;
  readonly isHeading: boolean;
}

/** The sentences of a text in reading order. Splits after full stops that end a word of more than one letter and before a capital. */
export function sentencesOf(record: PolicyRecord): readonly Sentence[] {
  const headings = headingsOf(record);
  return canonicalLines(record).flatMap((line): readonly Sentence[] => {
    const above = headings.get(line.section) ?? [];
    const isHeading = above.at(-1) === line.text && line.paragraph === undefined;
    return splitSentences(line.text).map((text) => ({ section: line.section, headings: above, text, isHeading }));
  });
}

const ABBREVIATED = /(?:\b(?:e\.g|i\.e|etc|inc|ltd|co|corp|no|art|sec|vs|mr|mrs|ms|dr|st|u\.s|u\.k|a\.m|p\.m)|\b[A-Z])\.$/iu;

/** Parts of a paragraph that end in a full stop, question mark or exclamation mark. */
export function splitSentences(text: string): readonly string[] {
  const pieces = text.split(/(?<=[.!?][”"’)\]]?)\s+(?=[“"‘([]?\p{Lu})/u);
  const sentences: string[] = [];
  for (const piece of pieces) {
    const last = sentences.at(-1);
    if (last !== undefined && ABBREVIATED.test(last)) sentences[sentences.length - 1] = `${last} ${piece}`;
    else sentences.push(piece);
  }
  return sentences;
}

function headingsOf(record: PolicyRecord): ReadonlyMap<string, readonly string[]> {
  const headings = new Map<string, readonly string[]>();
  const walk = (sections: PolicyRecord['sections'], above: readonly string[]): void => {
    for (const { id, heading, sections: inner } of sections) {
      const own = heading ? [...above, wordsOf(heading).trim()] : above;
      if (id !== undefined) headings.set(id, own);
      walk(inner, own);
    }
  };
  walk(record.sections, []);
  return headings;
}

/** Words of the heading of every section that has an id. */
export function headingById(record: PolicyRecord): ReadonlyMap<string, string> {
  return new Map(
    allSections(record).flatMap(({ id, heading }) => (id === undefined || !heading ? [] : [[id, wordsOf(heading).trim()] as const])),
  );
}
