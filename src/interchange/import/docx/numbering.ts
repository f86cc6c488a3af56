import { itemLabel } from '../../../model/record/item-label.ts';
import type { Marker } from '../../../model/record/record.ts';
import type { Styles } from './styles.ts';
import { elementsIn, inside, isOn, value, type XmlElement } from './xml.ts';

/** What Word prints before a paragraph by counting. */
export type Numbered =
  | { readonly kind: 'bullet'; readonly level: number; readonly list: string }
  /** One more paragraph of the item before it. */
  | { readonly kind: 'continued'; readonly level: number; readonly list: string }
  | {
      readonly kind: 'counted';
      readonly level: number;
      readonly list: string;
      /** `4.2`, `(a)`, as Word prints it. */
      readonly label: string;
      /** What parts it from the words. */
      readonly space: string;
      /** As an item of a list that counts in the ways that a record knows; `undefined` where only words can say it. */
      readonly item?: { readonly marker: Marker; readonly number: number } | undefined;
    };

interface Level {
  readonly start: number;
  readonly format: string;
  readonly text: string;
  readonly space: string;
  readonly isLegal: boolean;
  readonly restart?: number | undefined;
  readonly style?: string | undefined;
}

interface Numbering {
  /** What counts together. */
  readonly abstract: string;
  readonly levels: ReadonlyMap<number, Level>;
  /** Levels that begin anew where this numbering is used for the first time. */
  readonly starts: ReadonlyMap<number, number>;
}

const MARKERS: Readonly<Record<string, Marker>> = { decimal: '1', lowerLetter: 'a', upperLetter: 'A', lowerRoman: 'i', upperRoman: 'I' };

/** Counts as Word does (ECMA-376, part 1, §17.9). Ask once for each paragraph, in reading order. */
export class Counter {
  readonly #styles: Styles;
  readonly #numberings: ReadonlyMap<string, Numbering>;
  readonly #counts = new Map<string, Map<number, number>>();
  readonly #begun = new Set<string>();

  constructor(root: XmlElement | undefined, styles: Styles) {
    this.#styles = styles;
    this.#numberings = readNumberings(root);
  }

  next(paragraph: XmlElement): Numbered | undefined {
    const properties = this.#styles.ofParagraph(paragraph, 'w:numPr');
    const own = inside(paragraph, 'w:pPr', 'w:numPr');
    const fromStyle = this.#styles
      .chain(value(inside(paragraph, 'w:pPr', 'w:pStyle')))
      .flatMap((style) => inside(style.paragraph, 'w:numPr') ?? [])[0];
    const list = value(inside(own, 'w:numId')) ?? value(inside(fromStyle, 'w:numId'));
    const numbering = this.#numberings.get(list ?? '');
    if (!properties || list === undefined || !numbering) return undefined;
    const level = this.#levelOf(paragraph, numbering, value(inside(own, 'w:ilvl')) ?? value(inside(fromStyle, 'w:ilvl')));
    const facts = numbering.levels.get(level);
    if (!facts) return undefined;
    const number = this.#count(numbering, list, { level, start: facts.start });
    if (facts.format === 'bullet' || facts.format === 'none') {
      const words = facts.text.replaceAll(/%\d/gu, '').trim();
      if (facts.format === 'none' && words !== '') return { kind: 'counted', level, list, label: words, space: facts.space };
      return { kind: words === '' ? 'continued' : 'bullet', level, list };
    }
    const label = facts.text.replaceAll(/%(\d)/gu, (_, digit: string) => this.#part(numbering, Number(digit) - 1, facts.isLegal));
    if (label.trim() === '') return { kind: 'continued', level, list };
    return { kind: 'counted', level, list, label: label.trim(), space: facts.space, item: itemOf(facts, level, number) };
  }

  #levelOf(paragraph: XmlElement, { levels }: Numbering, written: string | undefined): number {
    if (written !== undefined && /^[0-8]$/u.test(written)) return Number(written);
    const ids = this.#styles.idsOf(paragraph);
    return [...levels].find(([, { style }]) => style !== undefined && ids.includes(style))?.[0] ?? 0;
  }

  #count({ abstract, levels, starts }: Numbering, list: string, { level, start }: { level: number; start: number }): number {
    const counts = this.#counts.get(abstract) ?? new Map<number, number>();
    this.#counts.set(abstract, counts);
    if (!this.#begun.has(list)) {
      this.#begun.add(list);
      for (const [at, from] of starts) counts.set(at, from - 1);
    }
    const number = (counts.get(level) ?? start - 1) + 1;
    counts.set(level, number);
    for (const at of counts.keys()) {
      const restart = levels.get(at)?.restart;
      // By default a level begins anew after any level above it; it can name the level that must come, or none.
      if (at > level && restart !== 0 && (restart === undefined || level < restart)) counts.delete(at);
    }
    return number;
  }

  #part({ abstract, levels }: Numbering, level: number, isLegal: boolean): string {
    const facts = levels.get(level);
    if (!facts) return '';
    const number = this.#counts.get(abstract)?.get(level) ?? facts.start;
    return formatted(number, isLegal ? 'decimal' : facts.format);
  }
}

function itemOf({ format, text, isLegal }: Level, level: number, number: number): { marker: Marker; number: number } | undefined {
  const marker = isLegal ? '1' : MARKERS[format];
  const isAlone = new RegExp(`^[(\\[]?%${level + 1}[.)\\]]*$`, 'u').test(text.trim());
  const isSame = marker !== undefined && `${formatted(number, format)}.` === itemLabel({ start: number, marker }, 0);
  return isAlone && isSame ? { marker, number } : undefined;
}

/** A number as Word writes it; letters are doubled after z: aa, bb, cc. */
function formatted(number: number, format: string): string {
  const label = (marker: Marker): string => itemLabel({ start: number, marker }, 0).slice(0, -1);
  switch (format) {
    case 'lowerLetter':
    case 'upperLetter': {
      if (number < 1 || number > 26 * 30) return String(number);
      const letter = String.fromCodePoint(97 + ((number - 1) % 26)).repeat(Math.ceil(number / 26));
      return format === 'lowerLetter' ? letter : letter.toUpperCase();
    }
    case 'lowerRoman':
      return label('i');
    case 'upperRoman':
      return label('I');
    case 'decimalZero':
      return String(number).padStart(2, '0');
    case 'ordinal':
      return `${number}${/(?<!1)1$/u.test(String(number)) ? 'st' : /(?<!1)2$/u.test(String(number)) ? 'nd' : /(?<!1)3$/u.test(String(number)) ? 'rd' : 'th'}`;
    case 'none':
      return '';
    default:
      return String(number);
  }
}

function readNumberings(root: XmlElement | undefined): ReadonlyMap<string, Numbering> {
  const all = root ? elementsIn(root) : [];
  const abstracts = new Map(
    all.filter(({ name }) => name === 'w:abstractNum').map((element) => [value(element, 'w:abstractNumId') ?? '', element]),
  );
  const byStyle = new Map(
    [...abstracts].flatMap(([id, element]) => {
      const style = value(inside(element, 'w:styleLink'));
      return style === undefined ? [] : [[style, id] as const];
    }),
  );
  return new Map(
    all
      .filter(({ name }) => name === 'w:num')
      .map((num) => {
        const named = value(inside(num, 'w:abstractNumId')) ?? '';
        const link = value(inside(abstracts.get(named), 'w:numStyleLink'));
        const abstract = link === undefined ? named : (byStyle.get(link) ?? named);
        const overrides = elementsIn(num).filter(({ name }) => name === 'w:lvlOverride');
        const levels = new Map(levelsOf(abstracts.get(abstract)));
        for (const override of overrides) for (const [at, level] of levelsOf(override)) levels.set(at, level);
        const starts = overrides.flatMap((override) => {
          const start = value(inside(override, 'w:startOverride'));
          return start === undefined ? [] : [[Number(value(override, 'w:ilvl') ?? 0), whole(start, 1)] as const];
        });
        return [value(num, 'w:numId') ?? '', { abstract, levels, starts: new Map(starts) }];
      }),
  );
}

function levelsOf(element: XmlElement | undefined): readonly (readonly [number, Level])[] {
  const levels = element ? elementsIn(element).filter(({ name }) => name === 'w:lvl') : [];
  return levels.map((level) => {
    const restart = value(inside(level, 'w:lvlRestart'));
    const format = value(inside(level, 'w:numFmt')) ?? 'decimal';
    return [
      whole(value(level, 'w:ilvl'), 0),
      {
        start: whole(value(inside(level, 'w:start')), format === 'decimal' ? 0 : 1),
        format,
        text: value(inside(level, 'w:lvlText')) ?? '',
        space: value(inside(level, 'w:suff')) === 'nothing' ? '' : ' ',
        isLegal: isOn(inside(level, 'w:isLgl')) ?? false,
        restart: restart === undefined ? undefined : whole(restart, 0),
        style: value(inside(level, 'w:pStyle')),
      },
    ];
  });
}

function whole(text: string | undefined, otherwise: number): number {
  return text !== undefined && /^\d{1,6}$/u.test(text) ? Number(text) : otherwise;
}
