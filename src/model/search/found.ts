/** What an index keeps of a record, to show it. */
export interface Fragment {
  /** Address on the site, base path included. */
  readonly url: string;
  readonly content: string;
  readonly meta: Readonly<Record<string, string>>;
}

/** A record that an index finds for some words. */
export interface IndexHit {
  readonly id: string;
  readonly score: number;
  /** Places of the words found in the record's content, counted in words from 0. */
  readonly words: readonly number[];
  readonly data: () => Promise<Fragment>;
}

/** An index, as Pagefind’s own `search` has it: words that must all be there, or between double quotation marks, one after the other. */
export type SearchIndex = (words: string) => Promise<{ readonly results: readonly IndexHit[] }>;

/** A record that answers a question. */
export interface Found {
  readonly id: string;
  readonly score: number;
  /** The words, as asked for, that it has. */
  readonly asked: readonly string[];
  /** Where they stand in its content, in order. */
  readonly places: readonly number[];
  /** None of the words asked for stands in the record: the index offers others that begin like them. */
  readonly isGuess: boolean;
  readonly read: () => Promise<Fragment>;
}
