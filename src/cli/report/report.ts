import type { Finding } from '../../model/finding.ts';
import type { ChangedSection } from '../../model/rules/publish/changed-sections.ts';
import type { Waiver } from '../../model/rules/weights.ts';
import type { LinesOf } from '../../library/source-lines.ts';

/** What a check found, for whoever prints it. */
export interface Report {
  /** The content folder, as a path that can be opened from where the command was called. */
  readonly folder: string;
  /** Sorted. */
  readonly findings: readonly Finding[];
  readonly waivers: readonly Waiver[];
  /** Drafts that were read, with what identifies them. */
  readonly drafts: readonly DraftLine[];
  readonly linesOf: LinesOf;
}

export interface DraftLine {
  readonly name: string;
  readonly sections: number;
  readonly words: number;
  readonly fingerprint: string;
  /** What differs from the version that it follows; absent for a first one, and where that cannot be told. */
  readonly compared?: ComparedDraft | undefined;
}

export interface ComparedDraft {
  /** The version that the draft follows. */
  readonly with: string;
  readonly sections: readonly Pick<ChangedSection, 'id' | 'heading' | 'kind' | 'changeCount' | 'kinds' | 'told'>[];
}

/** Where every rule is explained, below the project's folder. */
export const GUIDE = 'src/model/rules/README.md';

/** Anchor of a rule in the guide: Markdown makes it of the heading, without the slash. */
export function guideAnchor(rule: string): string {
  return `${GUIDE}#${rule.replaceAll('/', '')}`;
}
