import type { Severity } from '../../finding.ts';
import type { Counting } from '../../notice/notice-period.ts';
import type { Citation } from '../rule.ts';

/** Something that a law wants a policy to speak about. */
export interface ProfileTopic {
  /** Name under "topics" of a version; the rule is called `<profile>/<topic>`. */
  readonly topic: string;
  /** What it is, as the end of the sentence "Nothing was found about …". */
  readonly about: string;
  readonly citation: Citation;
  /**
   * English words by which such a section is recognised, as parts of a regular expression. They only suggest: a section that
   * has them is named for tagging, one that is tagged and has none of them is doubted.
   */
  readonly words: readonly string[];
  /** When it does not concern everybody: the end of the sentence "If …, say so under attested". */
  readonly unless?: string | undefined;
}

/**
 * What one law asks of a policy, as far as a program can look for it. Data: a law changes more often than a program, and a lawyer
 * must be able to read it.
 */
export interface Profile {
  readonly id: string;
  readonly title: string;
  /** Kinds of policies it is about when site.yaml names it; in policy.yaml it is about that policy. */
  readonly kinds: readonly string[];
  /** The day on which somebody last compared it with the law, YYYY-MM-DD. */
  readonly lastReviewed: string;
  /** Days between which the law is in force, where it is known to begin or end. */
  readonly validFrom?: string | undefined;
  readonly validUntil?: string | undefined;
  /** What readers of a report must know about the law itself. */
  readonly remark?: string | undefined;
  readonly topics: readonly ProfileTopic[];
  /** Topics that need a section of their own. */
  readonly separate?: readonly { readonly topic: string; readonly citation: Citation }[] | undefined;
  /** Rules that weigh more under this law. */
  readonly raises?: readonly { readonly rule: string; readonly severity: Severity; readonly citation: Citation }[] | undefined;
  /** A policy is looked through so often. */
  readonly review?: { readonly rule: string; readonly months: number; readonly citation: Citation } | undefined;
  /** A change that matters is told so many days before, whatever the policy itself promises. */
  readonly notice?: { readonly rule: string; readonly days: number; readonly counting: Counting; readonly citation: Citation } | undefined;
}
