import type { Frontmatter, PolicyConfig, SiteConfig } from '../config.ts';
import type { FrozenSection, FrozenVersion } from '../model/frozen-version.ts';
import type { Effective, FileDigests, PublishEvent } from '../model/ledger/entry.ts';
import { canonicalJson } from '../model/ledger/canonical-json.ts';
import { CANON } from '../model/record/canonical.ts';
import { redlineFile } from '../model/ledger/standing-files.ts';
import { recordDocument } from '../model/record/document.ts';
import { RECORD_FORMAT, type PolicyRecord } from '../model/record/record.ts';
import { sectionTexts } from '../model/record/section-texts.ts';
import { sha256 } from './digests.ts';
import { redlineText, type RedlinedVersion, type WordsOfRedline } from './frozen-redline.ts';
import type { VersionFile } from './policy-files.ts';

/** A draft as it will stand for ever: the files beside its MDX, and what the ledger says of them. */
export interface Frozen {
  readonly draft: VersionFile;
  readonly version: FrozenVersion;
  /** Texts of the files to write into the version's folder, by name. */
  readonly texts: Readonly<Record<string, string>>;
  /** Redlines of announced versions that follow this one from then on, by `<version>/<file>`. */
  readonly pairTexts: Readonly<Record<string, string>>;
  readonly event: PublishEvent;
}

export interface FreezeInput {
  readonly draft: VersionFile;
  readonly site: SiteConfig;
  readonly policy: PolicyConfig;
  /** The version whose text this one was compared with; the author's word, else the one that governs before it. */
  readonly supersedes?: string | undefined;
  /** The texts that its redlines compare it with: the one it supersedes, and the one that governs right before it. */
  readonly earlier: readonly RedlinedVersion[];
  readonly words: WordsOfRedline;
  /** `import` for a text that was public elsewhere before; `publish` when left out. */
  readonly type?: PublishEvent['type'] | undefined;
}

/** Turns a checked draft into its frozen files; writes nothing. Same input, same bytes. `policy.mdx` is frozen as it stands. */
export function freeze(input: FreezeInput): Frozen {
  const { draft } = input;
  const version = frozenVersion(input);
  const redlines = input.earlier.map((earlier): [string, string] => [
    redlineFile(earlier.version.version),
    redlineText(earlier, { version, record: draft.record }, input.words),
  ]);
  const texts = {
    'record.html': recordDocument(draft.record, version.title),
    'version.json': versionJson(version),
    ...Object.fromEntries(redlines),
  };
  const files: FileDigests = {
    'policy.mdx': draft.source,
    ...Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, sha256(text)])),
  };
  const event: PublishEvent = {
    type: input.type ?? 'publish',
    policy: draft.policy,
    version: draft.version,
    effective: version.effective,
    supersedes: draft.frontmatter.supersedes,
    corrects: draft.frontmatter.corrects,
    ...draft.digests,
    files,
  };
  return { draft, version, texts, pairTexts: {}, event };
}

/** `version.json`: canonical JSON and a line end. */
export function versionJson(version: FrozenVersion): string {
  return `${canonicalJson(version)}\n`;
}

/** What was posted with a text. */
function frozenVersion({ draft, site, policy, supersedes }: FreezeInput): FrozenVersion {
  const { frontmatter, record } = draft;
  return {
    format: 1,
    policy: draft.policy,
    version: draft.version,
    lang: record.lang,
    kind: policy.kind,
    title: policy.title,
    organisation: site.organisation,
    contact: policy.contact ?? site.contact,
    effective: effectiveOf(frontmatter),
    materiality: frontmatter.materiality,
    summary: frontmatter.summary,
    changes: frontmatter.changes,
    changeTerms: frontmatter.changeTerms,
    noticeWaiver: frontmatter.noticeWaiver,
    attested: frontmatter.attested,
    supersedes,
    corrects: frontmatter.corrects,
    retired: frontmatter.retired,
    provenance: frontmatter.provenance,
    sections: frozenSections(record),
    digests: draft.digests,
    record: RECORD_FORMAT,
    canon: CANON,
  };
}

export function frozenSections(record: PolicyRecord): readonly FrozenSection[] {
  return sectionTexts(record).map(({ id, heading, text, structure }) => ({ id, heading, words: sha256(text), record: sha256(structure) }));
}

/** A bare day is a stated one. */
export function effectiveOf(frontmatter: Pick<Frontmatter, 'effective'>): Effective {
  const { effective } = frontmatter;
  return typeof effective === 'string' ? { day: effective, basis: 'stated' } : effective;
}
