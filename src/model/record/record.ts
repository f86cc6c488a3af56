/** Format of the frozen text. A later format gets a new number; this one is read for ever. */
export const RECORD_FORMAT = 1;

/** Marks without attributes of their own. */
export type Mark = 'em' | 'strong' | 'code' | 'sub' | 'sup';

/** Where a link leads: a place in the same text, a policy of the same site (the text in force), or an address written out. */
export type LinkTarget =
  | { readonly kind: 'within'; readonly id: string }
  | { readonly kind: 'policy'; readonly policy: string; readonly id?: string | undefined }
  | { readonly kind: 'address'; readonly href: string };

/** Running text: words and the marks around them. A plain string is words. */
export type Inline =
  | string
  | { readonly kind: 'mark'; readonly mark: Mark; readonly children: readonly Inline[] }
  | { readonly kind: 'abbreviation'; readonly title: string; readonly children: readonly Inline[] }
  | { readonly kind: 'language'; readonly lang: string; readonly dir?: 'ltr' | 'rtl' | undefined; readonly children: readonly Inline[] }
  | { readonly kind: 'link'; readonly target: LinkTarget; readonly title?: string | undefined; readonly children: readonly Inline[] }
  | { readonly kind: 'break' }
  | { readonly kind: 'note'; readonly label: string }
  | { readonly kind: 'component'; readonly name: string; readonly children: readonly Inline[] };

/** Running text that stands around other running text, apart from what it holds. */
export type InlineWrap = Exclude<Inline, string | { readonly kind: 'break' } | { readonly kind: 'note' }>;

/** How an ordered list counts, as in HTML: numbers, letters or roman numerals. */
export type Marker = '1' | 'a' | 'A' | 'i' | 'I';

export interface Cell {
  readonly header?: 'column' | 'row' | undefined;
  readonly align?: 'center' | 'end' | undefined;
  readonly columns?: number | undefined;
  readonly rows?: number | undefined;
  readonly blocks: readonly Block[];
}

export interface Table {
  readonly kind: 'table';
  readonly caption?: readonly Inline[] | undefined;
  readonly head: readonly (readonly Cell[])[];
  readonly body: readonly (readonly Cell[])[];
}

export interface List {
  readonly kind: 'list';
  /** Absent on a list that does not count. `start` is the number of the first item (`c` is 3). */
  readonly order?: { readonly start: number; readonly marker: Marker } | undefined;
  readonly items: readonly (readonly Block[])[];
}

export interface DefinitionList {
  readonly kind: 'definitions';
  readonly entries: readonly { readonly terms: readonly (readonly Inline[])[]; readonly details: readonly (readonly Block[])[] }[];
}

export type Block =
  | { readonly kind: 'paragraph'; readonly children: readonly Inline[] }
  | List
  | DefinitionList
  | Table
  | { readonly kind: 'quote'; readonly blocks: readonly Block[] }
  | { readonly kind: 'preformatted'; readonly text: string }
  | { readonly kind: 'component'; readonly name: string; readonly blocks: readonly Block[] };

/**
 * A footnote. It stands at the end of the one top-level section that refers to it, and is numbered from `1` within it: so a
 * section is complete in itself, and a footnote elsewhere changes none of its words.
 */
export interface Note {
  readonly label: string;
  readonly blocks: readonly Block[];
}

/**
 * A part of the text under one heading. Only `preamble` (words before the first heading) and `text` (a text without
 * headings) have no heading; only sub-sections may lack an id.
 */
export interface Section {
  readonly id?: string | undefined;
  readonly heading?: readonly Inline[] | undefined;
  /** Anchors that the same section had elsewhere or earlier; they lead here. Addresses and no text: no digest holds them. */
  readonly aliases: readonly string[];
  readonly blocks: readonly Block[];
  readonly sections: readonly Section[];
  readonly notes: readonly Note[];
}

/** The text of one version in one language. The title is not part of it: it belongs to the policy and is frozen beside it. */
export interface PolicyRecord {
  readonly format: typeof RECORD_FORMAT;
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
  readonly sections: readonly Section[];
}

/** Id of the section that holds the words before the first heading. */
export const PREAMBLE = 'preamble';

/** Id of the one section of a text without headings. */
export const WHOLE_TEXT = 'text';

/** All sections in reading order, sub-sections after their parents. */
export function allSections(record: PolicyRecord): readonly Section[] {
  const inOrder = (section: Section): readonly Section[] => [section, ...section.sections.flatMap(inOrder)];
  return record.sections.flatMap(inOrder);
}
