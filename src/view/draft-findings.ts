import type { Finding } from '../model/finding.ts';
import { wordsFor } from '../strings/strings.ts';
import { wordAttributes, type WordAttributes } from './frame.ts';
import type { PolicyFacts, SiteContent, VersionFacts } from './site.ts';

/** One thing to put right, for those who write: readers never see it. */
export interface FindingView {
  readonly level: string;
  /** `line 41`, or the file where the page is about no single one; leads to the section where it is known. */
  readonly place: string;
  readonly href?: string | undefined;
  readonly message: string;
  readonly rule: string;
}

export interface FindingsView {
  readonly title: string;
  /** Said in place of an empty list. */
  readonly nothing: string;
  readonly items: readonly FindingView[];
  /** Findings are worded in one language. */
  readonly words: WordAttributes;
}

/** The findings of a draft, on its own page; absent on every other, and in a build without drafts. */
export function draftFindings(content: SiteContent, policy: PolicyFacts, version: VersionFacts | undefined): FindingsView | undefined {
  if (!content.findings || version?.status !== 'draft') return undefined;
  const file = draftFile(policy.name, version.name);
  const { strings } = wordsFor(version.lang);
  const own = content.findings.filter(({ place }) => place.file === file);
  const line = (finding: Finding): string => (finding.place.line === undefined ? file : `${strings.line} ${finding.place.line}`);
  const ids = new Set(version.sections.map(({ id }) => id));
  const items = own.map((finding) =>
    view(
      finding,
      line(finding),
      finding.place.section !== undefined && ids.has(finding.place.section) ? `#${finding.place.section}` : undefined,
      version.lang,
    ),
  );
  return { title: strings.findings, nothing: strings.findingsNone, items, words: wordAttributes('en', version.lang) };
}

/**
 * What no page of a draft shows: settings, other files, and texts that cannot be read and so have no page. Absent when there is
 * nothing of the kind, and in a build without drafts.
 */
export function otherFindings({ findings, policies, site }: SiteContent): FindingsView | undefined {
  const shown = new Set(policies.flatMap(({ name, versions }) => versions.map((version) => draftFile(name, version.name))));
  const others = (findings ?? []).filter(({ place }) => !shown.has(place.file));
  if (others.length === 0) return undefined;
  const lang = site.languages[0] ?? 'en';
  const { strings } = wordsFor(lang);
  const items = others.map((finding) =>
    view(finding, finding.place.line === undefined ? finding.place.file : `${finding.place.file}:${finding.place.line}`, undefined, lang),
  );
  return { title: strings.findingsElsewhere, nothing: strings.findingsNone, items, words: wordAttributes('en', lang) };
}

function draftFile(policy: string, version: string): string {
  return `policies/${policy}/${version}/policy.mdx`;
}

function view({ severity, message, rule }: Finding, place: string, href: string | undefined, lang: string): FindingView {
  const { strings } = wordsFor(lang);
  const levels = { error: strings.levelError, warning: strings.levelWarning, info: strings.levelInfo } as const;
  return { level: levels[severity], place, href, message, rule };
}
