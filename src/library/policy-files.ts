import type { Frontmatter, PolicyConfig } from '../config.ts';
import type { PolicyLink } from '../mdx/context.ts';
import type { PolicyRecord } from '../model/record/record.ts';
import type { Digests } from '../model/version.ts';

/** A policy's folder, as its authors left it. */
export interface PolicyFiles {
  readonly name: string;
  /** Absent when policy.yaml is missing or wrong. */
  readonly config?: PolicyConfig | undefined;
  /** Those that could be read, in order of name. */
  readonly versions: readonly VersionFile[];
}

/** A version as its author left it, read without error. */
export interface VersionFile {
  readonly policy: string;
  readonly version: string;
  /** Path below the content folder, for findings. */
  readonly file: string;
  readonly frontmatter: Frontmatter;
  readonly record: PolicyRecord;
  readonly digests: Digests;
  readonly links: readonly PolicyLink[];
}
