import type { CalendarDate } from '../calendar-date.ts';
import type { Synonyms } from './query.ts';

/** `/pagefind/search.json`: what search has to know besides the index. Its words are the interface's, in the language of the site. */
export interface SearchFacts {
  readonly lang: string;
  /** In which days are written. */
  readonly locale: string;
  /** Changes whenever the index does: the browser need not ask for one that it has. */
  readonly tag: string;
  /** Files of the index that every question needs: to be asked for at once, not one after the other. */
  readonly ahead: readonly string[];
  readonly synonyms: Synonyms;
  readonly pinned: readonly PinnedAnswer[];
  /** Index of the announced versions, below the folder of the index; absent when none is announced. */
  readonly announced?: string | undefined;
  /** Policies with something that is not in force, by their names. */
  readonly policies: Readonly<Record<string, PolicySearch>>;
  readonly words: SearchWords;
}

export interface PinnedAnswer {
  readonly ask: readonly string[];
  readonly url: string;
  readonly title: string;
  /** Policy and sections it stands in. */
  readonly where: string;
  /** Its first words. */
  readonly text: string;
}

export interface PolicySearch {
  readonly title: string;
  /** Indexes of its earlier versions, below the folder of the index, the oldest first. */
  readonly earlier?: readonly string[] | undefined;
  /** When the version in force began. */
  readonly since?: CalendarDate | undefined;
  /** Days after that of the build on which another version takes its place by itself; the name is absent when none does. */
  readonly switches?: readonly Switch[] | undefined;
  /** Section ids that only other versions have, by the ids that continue them in the version in force. */
  readonly continued?: Readonly<Record<string, string>> | undefined;
}

export interface Switch {
  readonly from: CalendarDate;
  readonly zone: string;
  readonly version?: string | undefined;
}

/** One version of an index of earlier ones, whose `versions.json` has them in their order. */
export interface EarlierVersion {
  readonly name: string;
  readonly from: CalendarDate;
  /** Absent on one that was never in force. */
  readonly until?: CalendarDate | undefined;
  readonly isStated: boolean;
}

/** What search says; `{name}` is filled in. */
export type SearchWords = Readonly<Record<SearchWord, string>>;

type SearchWord =
  | 'one'
  | 'many'
  | 'enter'
  | 'none'
  | 'similar'
  | 'more'
  | 'busy'
  | 'failed'
  | 'all'
  | 'results'
  | 'earlierLabel'
  | 'earlierOff'
  | 'earlierAll'
  | 'earlierNone'
  | 'earlierOne'
  | 'earlierSeen'
  | 'earlierMany'
  | 'earlierGone'
  | 'earlierStill'
  | 'neverInForce'
  | 'announced';
