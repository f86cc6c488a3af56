import { fill } from '../strings/strings.ts';
import { pairFragment } from '../urls.ts';
import { dayInWords } from './days.ts';
import { versionPart, type Voice } from './head.ts';
import type { Sentence } from './sentence.ts';
import type { PolicyFacts, PublishedFacts } from './site.ts';
import { neighbours } from './succession.ts';

/** One frozen redline as a page frames it. */
export interface RedlineView {
  /** Under which the content store has it. */
  readonly id: string;
  /** The version that it compares with. */
  readonly from: string;
  /** Id of its heading; the frame's own ids begin with `_`. */
  readonly anchor: string;
  readonly title: string;
  /** Both texts in full; the first redline also leads to where others are made. */
  readonly texts: readonly Sentence[];
  /** Put before every id of the redline where another one stands on the same page; empty for the first. */
  readonly prefix: string;
}

/**
 * The redlines of a version: against the one that it follows by now, then as it was announced, then against others that it followed for a
 * while. They are frozen; only their order depends on later events.
 */
export function redlineViews(policy: PolicyFacts, version: PublishedFacts, voice: Voice): readonly RedlineView[] {
  const { strings, lang, urls } = voice;
  const { follows, announced } = comparedVersions(policy, version);
  const names = [...new Set([follows, announced, ...version.redlines])].filter(
    (name) => name !== undefined && version.redlines.includes(name),
  );
  return names.flatMap((name, index): readonly RedlineView[] => {
    if (name === undefined) return [];
    const words = { version: fill(strings.versionLink, { version: name }), day: dayInWords(version.postedOn, lang) };
    const template = index === 0 ? strings.redlineTitle : name === announced ? strings.redlineAnnounced : strings.redlineOther;
    const own = fill(strings.versionLink, { version: version.name });
    return [
      {
        id: `${policy.name}/${version.name}/${name}`,
        from: name,
        anchor: index === 0 ? '_redline' : `_redline-${name}`,
        title: fill(template, words),
        texts: [
          [{ text: fill(strings.fullText, { version: words.version }), href: urls.version(policy.name, name) }],
          [{ text: fill(strings.fullText, { version: own }), href: urls.version(policy.name, version.name) }],
          ...(index === 0 ? [[{ text: strings.redlineAny, href: urls.compare(policy.name, pairFragment(name, version.name)) }]] : []),
        ],
        prefix: index === 0 ? '' : prefixOf(name),
      },
    ];
  });
}

/** Said when a version follows another one by now than the one that its notice speaks of. */
export function followsOther(policy: PolicyFacts, version: PublishedFacts, voice: Voice): Sentence | undefined {
  const { follows, announced } = comparedVersions(policy, version);
  if (follows === undefined || announced === undefined || follows === announced) return undefined;
  const [before = '', between = '', after = ''] = voice.strings.redlineFollows.split(/\{version\}|\{announced\}/u);
  return [{ text: before }, versionPart(follows, voice), { text: between }, versionPart(announced, voice), { text: after }];
}

function comparedVersions(
  policy: PolicyFacts,
  version: PublishedFacts,
): { readonly follows?: string | undefined; readonly announced?: string | undefined } {
  const follows = version.fate.kind === 'governs' ? neighbours(policy, version).before?.name : undefined;
  return { follows, announced: version.supersedes };
}

/** What stands before the ids of a redline that is not the first on its page. */
export function prefixOf(from: string): string {
  return `_${from}-`;
}

// Only inside tags, where a ">" is always written "&gt;".
const TAGS = /<[a-z][^>]*>/gu;

/** A redline whose ids stand on a page together with those of another one: each id, and each link to it, gets the prefix. */
export function withPrefix(html: string, prefix: string): string {
  if (prefix === '') return html;
  return html.replaceAll(TAGS, (tag) => tag.replaceAll(/ (?:id="|href="#)/gu, (start) => `${start}${prefix}`));
}

/** The inverse of `withPrefix`. */
export function withoutPrefix(html: string, prefix: string): string {
  return html.replaceAll(TAGS, (tag) => tag.replaceAll(` id="${prefix}`, ' id="').replaceAll(` href="#${prefix}`, ' href="#'));
}
