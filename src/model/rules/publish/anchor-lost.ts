import type { Finding } from '../../finding.ts';
import type { EarlierAnchors, PublishInput } from './input.ts';
import { refusal } from './refusal.ts';

/**
 * A link to a section leads somewhere for ever: an id of an earlier text is kept, or "retired" says where its words went.
 *
 * What a later version said about an id counts: once retired it needs no second mention, unless a text had it again since.
 * Versions that take effect after the draft, posted before it, are not earlier ones.
 */
export function anchorLost({ draft, earlier }: PublishInput): readonly Finding[] {
  const here = new Set(draft.sections.flatMap(({ anchors }) => anchors));
  const lost = [...living(earlier.filter(({ effectiveFrom }) => effectiveFrom <= draft.effective.day))];
  return lost
    .filter(([id]) => !here.has(id) && !Object.hasOwn(draft.retired, id))
    .map(([id, version]) => {
      const message =
        `Links to "${id}", a section or anchor of ${version}, would lead nowhere: this text does not have it. ` +
        `Give the id to the section that continues it, or write under "retired" where its words went: ${id}: the-new-id, or ${id}: null if they are gone.`;
      return refusal(draft, 'anchor-lost', message, ['retired']);
    });
}

/** The ids that the last word about them left standing, each with the last version that had it. */
function living(earlier: readonly EarlierAnchors[]): ReadonlyMap<string, string> {
  const ordered = earlier.toSorted((a, b) => compare(a.effectiveFrom, b.effectiveFrom) || a.line - b.line);
  const standing = new Map<string, string>();
  for (const { version, anchors, retired } of ordered) {
    for (const id of Object.keys(retired)) standing.delete(id);
    for (const id of anchors) standing.set(id, version);
  }
  return standing;
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
