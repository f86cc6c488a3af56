import type { Severity } from '../finding.ts';

/**
 * How a rule comes to its verdict.
 *
 * - `exact`: from days, digests, addresses and settings; it is never wrong about what it looks at.
 * - `tagged`: from what the authors say a section is about; it proves that a tag is there, not that the words are enough.
 * - `heuristic`: from the wording; it can be wrong, and somebody may say so under "attested".
 * - `attested`: from somebody's word alone.
 */
export type Decided = 'exact' | 'tagged' | 'heuristic' | 'attested';

/** Where a rule comes from, and how sure the reference is. */
export interface Citation {
  /** Law, guideline or case, with its place in it: `GDPR Art 13(2)(a)`. */
  readonly law: string;
  /**
   * - `seen`: the text or the official page was read when the rule was written.
   * - `secondary`: a secondary source was read.
   * - `not-verified`: the place in the law is given from memory; a lawyer checks it before relying on it.
   */
  readonly basis: 'seen' | 'secondary' | 'not-verified';
}

/** What everybody is told about a rule: the guide, the long form of a finding, the list of rules in a report. */
export interface RuleFacts {
  /** Permanent and searchable. */
  readonly id: string;
  /** What it looks for, as one sentence. */
  readonly about: string;
  readonly decided: Decided;
  /** What its findings are unless site.yaml says otherwise. */
  readonly severity: Severity;
  /** Nothing can be built or published against it, so site.yaml cannot change its severity. */
  readonly isFixed?: boolean | undefined;
  readonly citation?: Citation | undefined;
}

/** `GDPR Art 13(2)(a)`; says so where nobody has looked the place up. */
export function citationText({ law, basis }: Citation): string {
  return basis === 'not-verified' ? `${law} (place not verified)` : law;
}
