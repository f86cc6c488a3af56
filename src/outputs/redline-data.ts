import { linkTargets, passagesOf, type Passage } from '../model/redline/passages.ts';
import type { Redline, RedlineSection } from '../model/redline/redline.ts';
import { redlineSummary } from '../model/redline/summary.ts';
import { tokensText, type Token } from '../model/redline/token.ts';
import type { Digests } from '../model/version.ts';
import { basePath, fileAddresses } from '../urls.ts';

interface Side {
  readonly version: string;
  readonly status: 'draft' | 'published';
  readonly effectiveFrom: string;
  readonly digests: Digests;
}

export interface RedlineFacts {
  /** Address of the site, where the schema is published. */
  readonly siteUrl: string;
  readonly policy: string;
  readonly earlier: Side;
  readonly later: Side;
}

/**
 * A redline as data: figures, every section in which something differs, and every change with its kinds and the words before and
 * after. `/schemas/redline.json` describes it. Same input, same bytes.
 */
export function redlineData(redline: Redline, { siteUrl, policy, earlier, later }: RedlineFacts): string {
  const passages = Map.groupBy(passagesOf(redline), ({ change }) => change);
  const touched = new Set(redline.changes.map(({ section }) => section));
  const data = {
    $schema: new URL(fileAddresses(basePath(siteUrl)).schema('redline'), siteUrl).href,
    policy,
    from: sideFacts(earlier, redline.old.lang),
    to: sideFacts(later, redline.fresh.lang),
    summary: redlineSummary(redline),
    sections: redline.sections.flatMap((section, place) =>
      touched.has(place) ? [{ place, ...sectionFacts(section), kinds: section.kinds }] : [],
    ),
    changes: redline.changes.map(({ number, kinds, section }) => ({
      number,
      section,
      kinds,
      words: (passages.get(number) ?? []).map(passageFacts),
    })),
  };
  return `${JSON.stringify(data, undefined, 2)}\n`;
}

function sideFacts({ version, status, effectiveFrom, digests }: Side, lang: string): object {
  return { version, status, effective: effectiveFrom, lang, digests: { words: digests.words, record: digests.record } };
}

function sectionFacts({ state, depth, old, fresh, other }: RedlineSection): object {
  const inText = (flat: RedlineSection['old']): object | undefined =>
    flat && { id: flat.id, label: flat.label, heading: flat.hasHeading ? tokensText(flat.heading) : undefined };
  return { state, part: (fresh ?? old)?.kind === 'notes' ? 'footnotes' : 'section', depth, from: inText(old), to: inText(fresh), other };
}

function passageFacts({ part, label, kinds, old, fresh }: Passage): object {
  return { in: part, label, kinds, from: saidIn(old), to: saidIn(fresh) };
}

function saidIn(tokens: readonly Token[]): object | null {
  if (tokens.length === 0) return null;
  const links = linkTargets(tokens);
  return { words: tokensText(tokens), links: links.length === 0 ? undefined : links };
}
