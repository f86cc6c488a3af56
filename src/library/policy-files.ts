import type { Frontmatter, PolicyConfig } from '../config.ts';
import type { PolicyLink } from '../mdx/context.ts';
import type { LocateWords } from '../mdx/word-places.ts';
import type { Place } from '../model/finding.ts';
import type { PolicyRecord } from '../model/record/record.ts';
import type { Digests } from '../model/version.ts';

/** A policy's folder, as its authors left it. */
export interface PolicyFiles {
  readonly name: string;
  /** Absent when policy.yaml is missing or wrong. */
  readonly config?: PolicyConfig | undefined;
  /** Where a setting of policy.yaml stands. */
  readonly placeOf: (path: readonly (string | number)[]) => Place;
  /** Drafts that could be read, in order of name. A published text is never read from its MDX again. */
  readonly versions: readonly VersionFile[];
  /** The same drafts and those whose settings alone are wrong: their words can be looked at all the same. */
  readonly texts: readonly DraftWords[];
  /** Names of the versions that the ledger says were published, in the order of their lines. */
  readonly published: readonly string[];
}

/** The words of a draft, whatever its settings. */
export interface DraftWords {
  readonly policy: string;
  readonly version: string;
  /** Path below the content folder, for findings. */
  readonly file: string;
  /** Absent when the settings cannot be read. */
  readonly frontmatter?: Frontmatter | undefined;
  readonly record: PolicyRecord;
  /** Where words of it stand in the file. */
  readonly locate: LocateWords;
  /** Where a setting stands, for findings about what it means. */
  readonly placeOf: (path: readonly (string | number)[]) => Place;
}

/** A version as its author left it, read without error. */
export interface VersionFile extends DraftWords {
  readonly frontmatter: Frontmatter;
  readonly digests: Digests;
  /** SHA-256 of the bytes that were read. */
  readonly source: string;
  readonly links: readonly PolicyLink[];
}
