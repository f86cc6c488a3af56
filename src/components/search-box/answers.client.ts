import { answer, type Answer } from '../../model/search/answer.ts';
import { excerpt, type Piece } from '../../model/search/excerpt.ts';
import { isAskedFor } from '../../model/search/pinned.ts';
import type { Engine } from './engine.client.ts';

/** An answer as the list shows it. */
export interface Shown {
  readonly href: string;
  readonly title: string;
  /** Policy, and the sections it stands in. */
  readonly where: string;
  readonly pieces: readonly Piece[];
  /** What to mark where it leads. */
  readonly words: readonly string[];
  /** When the text applied, or is to apply; absent on what is in force. */
  readonly when?: string | undefined;
}

export interface ShownAnswers {
  readonly count: number;
  readonly isGuess: boolean;
  readonly shown: readonly Shown[];
  /** All records in force that have something of the question. */
  readonly ids: ReadonlySet<string>;
}

/** Policies of which another version has taken effect since the site was built, with its name; `undefined` where none is in force any more. */
export function switchedPolicies({ facts }: Engine): ReadonlyMap<string, string | undefined> {
  const entries = Object.entries(facts.policies).flatMap(([policy, { switches = [] }]) => {
    // Swedish days are written 2027-03-01.
    const due = switches.findLast(({ from, zone }) => from <= new Date().toLocaleDateString('sv', { timeZone: zone }));
    return due ? ([[policy, due.version]] as const) : [];
  });
  return new Map(entries);
}

export interface Asking {
  readonly query: string;
  /** How many answers to show. */
  readonly most: number;
  /** Whether sections count that say little of what is asked. */
  readonly isUncut?: boolean | undefined;
}

/** Sections in force that answer, best first; pinned ones before them. */
export async function answersInForce(engine: Engine, { query, most, isUncut }: Asking): Promise<ShownAnswers> {
  const { facts } = engine;
  const switched = switchedPolicies(engine);
  const isSwitched = switched.size > 0;
  const index = await engine.index(isSwitched && facts.announced !== undefined ? [facts.announced] : []);
  // What is no longer in force is found, and left out.
  const { synonyms, lang } = facts;
  const found = await answer({ query, synonyms, lang, most: isSwitched ? most * 4 : most, isUncut }, index);
  const kept = isSwitched ? found.answers.flatMap((one) => inForce(one, switched, engine)) : found.answers;
  const listed = kept.map(shownAnswer);
  const pinned = facts.pinned
    .filter(({ ask }) => ask.some((words) => isAskedFor(query, words, facts.lang)))
    .map(({ url, title, where, text }): Shown => {
      const href = engine.base + url;
      const twin = listed.find((one) => one.href === href);
      return { href, title, where, pieces: twin?.pieces ?? [{ text, isHit: false }], words: twin?.words ?? [] };
    });
  const shown = [...pinned, ...listed.filter(({ href }) => !pinned.some((one) => one.href === href))];
  const count = isSwitched ? shown.length : Math.max(found.count, shown.length);
  const ids = new Set(isSwitched ? kept.map(({ id }) => id) : found.ids);
  return { count, isGuess: found.isGuess && pinned.length === 0, shown: shown.slice(0, most), ids };
}

/** Where an answer stands: `/privacy/2016-05-26/#cookies` names a version, `/privacy/#cookies` none. */
export function placeOf(
  href: string,
  base: string,
): { readonly policy: string; readonly version?: string | undefined; readonly section: string } {
  const [path = '', section = ''] = href.slice(base.length).split('#');
  const [policy = '', version] = path.split('/').filter((part) => part !== '');
  return { policy, version, section };
}

export function shownAnswer({ fragment, places, words }: Answer): Shown {
  const { title = '', policy = '', within } = fragment.meta;
  return {
    href: fragment.url,
    title,
    where: within === undefined ? policy : `${policy} › ${within}`,
    pieces: excerpt(fragment.content, places),
    words,
  };
}

/** An answer as it counts after a version has taken effect: of a policy that has another one now, only that one's texts are in force. */
function inForce(one: Answer, switched: ReadonlyMap<string, string | undefined>, { base }: Engine): readonly Answer[] {
  const { policy, version, section } = placeOf(one.fragment.url, base);
  if (version === undefined) return switched.has(policy) ? [] : [one];
  if (switched.get(policy) !== version) return [];
  return [{ ...one, fragment: { ...one.fragment, url: `${base}${policy}/#${section}` } }];
}
