import type { CalendarDate } from '../../calendar-date.ts';
import type { Attestation, ChangeTerms, Materiality } from '../../frozen-version.ts';
import type { PolicyRecord } from '../../record/record.ts';
import type { RuleFacts } from '../rule.ts';
import type { Sentence } from './sentences.ts';

/** A draft as the rules about its words see it. */
export interface DraftText {
  readonly policy: string;
  readonly version: string;
  /** What kind of policy it is: `privacy`, `terms`. */
  readonly kind: string;
  readonly record: PolicyRecord;
  readonly sentences: readonly Sentence[];
  /** The settings at its head; absent while they cannot be read. */
  readonly settings?: DraftSettings | undefined;
  /** Where the site will stand, without a slash at its end; absent while site.yaml cannot be read. */
  readonly siteUrl?: string | undefined;
  /** Names of versions that are not in force any more, of every policy: `privacy/2016-05-26`. */
  readonly superseded: ReadonlySet<string>;
}

export interface DraftSettings {
  readonly effectiveOn: CalendarDate;
  /** Whether the day is one that the text itself states. */
  readonly isStated: boolean;
  readonly materiality?: Materiality | undefined;
  readonly changeTerms?: ChangeTerms | undefined;
  /** What its sections are about: section ids by topic. */
  readonly topics: Readonly<Record<string, readonly string[]>>;
  readonly attested: readonly Attestation[];
}

/** What a rule found: the place is a section and words in it, or a setting. */
export interface Found {
  readonly message: string;
  readonly section?: string | undefined;
  /** Words of the section as its canonical text has them; the finding points at the first of them. */
  readonly quote?: string | undefined;
  readonly setting?: readonly (string | number)[] | undefined;
}

/** A rule about the words of a draft. Input is not changed. */
export interface TextRule extends RuleFacts {
  readonly find: (text: DraftText) => readonly Found[];
}

/** Rules about English wording keep silent on other languages. */
export function isEnglish({ record }: DraftText): boolean {
  return /^en\b/u.test(record.lang);
}

/** Words as a message shows them: not more than a line of them. */
export function shortened(words: string, most = 90): string {
  return words.length > most ? `${words.slice(0, most).trimEnd()}…` : words;
}
