import { answer, type Answer } from '../../model/search/answer.ts';
import { groupEarlier, placesIn, type EarlierGroup, type EarlierHit } from '../../model/search/earlier.ts';
import { answersInForce, placeOf, shownAnswer, switchedPolicies, type Shown, type ShownAnswers } from './answers.client.ts';
import type { Engine } from './engine.client.ts';
import { dayInWords, filled } from './words.client.ts';

/** Texts that are read to group them by section. */
const MOST = 60;

interface Hit extends EarlierHit {
  readonly one: Answer;
}

export interface TimedAnswers {
  /** What is in force, with a word about the earlier versions in which the same section answers. */
  readonly shown: readonly Shown[];
  /** What only versions answer that are not in force. */
  readonly earlier: readonly Shown[];
}

/** What versions that are not in force answer, one entry a section, with the days for which they applied; of the policies named. */
export async function timedAnswers(
  engine: Engine,
  query: string,
  { policies, current }: { readonly policies: readonly string[]; readonly current: ShownAnswers },
): Promise<TimedAnswers> {
  const { facts, base } = engine;
  const folders = policies.flatMap((policy) => facts.policies[policy]?.earlier ?? []);
  const index = await engine.index(facts.announced === undefined ? folders : [facts.announced, ...folders]);
  const { synonyms, lang } = facts;
  // Words are gone only if no section in force has any of them, however little it says.
  const inForce = await answersInForce(engine, { query, most: MOST, isUncut: true });
  const found = await answer({ query, synonyms, lang, most: MOST, without: inForce.ids }, index);
  const hits = await Promise.all(found.isGuess ? [] : found.answers.map((one) => hitOf(one, engine)));
  const groups = groupEarlier(hits.flatMap((hit) => (hit && policies.includes(hit.policy) ? [hit] : [])));
  const named = new Map(groups.filter(isEarlier).map((group) => [`${group.hit.policy}#${group.hit.section}`, group]));
  const texts = new Set(inForce.shown.map(textOf));
  const isShown = (group: EarlierGroup<Hit>): boolean =>
    isEarlier(group)
      ? current.shown.some(({ href }) => nameOf(href, base) === nameOfHit(group))
      : texts.has(textOf(shownAnswer(group.hit.one)));
  const still = new Set(inForce.shown.map(({ href }) => nameOf(href, base)));
  return {
    shown: current.shown.map((one) => {
      const group = named.get(nameOf(one.href, base));
      const day = group && dayInWords(group.first.from, facts.locale);
      return day === undefined ? one : { ...one, when: filled(facts.words.earlierStill, { day }) };
    }),
    earlier: groups
      .filter((group) => !isShown(group))
      .map((group) => {
        const isGone = inForce.count <= MOST && !still.has(nameOfHit(group));
        return { ...shownAnswer(group.hit.one), when: whenOf(group, engine, isGone) };
      }),
  };
}

async function hitOf(one: Answer, engine: Engine): Promise<Hit | undefined> {
  const { facts, base } = engine;
  const { policy, version, section: own } = placeOf(one.fragment.url, base);
  const known = facts.policies[policy];
  if (!known) return undefined;
  // What one section said under two ids is one answer.
  const section = known.continued && Object.hasOwn(known.continued, own) ? (known.continued[own] ?? own) : own;
  if (version === undefined) {
    // In force when the site was built, and not any more.
    const until = known.switches?.[0]?.from;
    if (!switchedPolicies(engine).has(policy) || known.since === undefined) return undefined;
    return { one, policy, section, versions: [{ name: '', from: known.since, until, isStated: true }] };
  }
  if (isAnnounced(one)) {
    const from = known.switches?.find((other) => other.version === version)?.from;
    if (from === undefined || switchedPolicies(engine).get(policy) === version) return undefined;
    return { one, policy, section, versions: [{ name: version, from, isStated: true }] };
  }
  const [number = '', runs = ''] = (one.fragment.meta['at'] ?? '').split(':');
  const folder = known.earlier?.[Number(number)];
  const list = folder === undefined ? [] : await engine.versions(folder);
  return { one, policy, section, versions: placesIn(runs).flatMap((place) => list[place] ?? []) };
}

/** When it applied: `In versions from 26 May 2016 to 31 December 2023, removed 1 January 2024`. */
function whenOf({ hit, first, last, count }: EarlierGroup<Hit>, { facts: { words, locale } }: Engine, isGone: boolean): string {
  const day = dayInWords(first.from, locale);
  if (isAnnounced(hit.one)) return filled(words.announced, { day });
  const { until } = last;
  if (until === undefined) return filled(words.neverInForce, { day });
  const days = { day, last: dayInWords(dayBefore(until), locale), next: dayInWords(until, locale) };
  const span = count > 1 ? words.earlierMany : first.isStated ? words.earlierOne : words.earlierSeen;
  return [filled(span, days), ...(isGone ? [filled(words.earlierGone, days)] : [])].join(', ');
}

function isEarlier({ last }: EarlierGroup<Hit>): boolean {
  return last.until !== undefined;
}

function isAnnounced({ fragment }: Answer): boolean {
  return fragment.meta['at'] === 'announced';
}

/** What a section says where it is found: an announced text that changes nothing here is no answer of its own. */
function textOf({ title, pieces, href }: Shown): string {
  return [title, href.split('#')[1], ...pieces.map(({ text }) => text)].join('\n');
}

function nameOfHit({ hit }: EarlierGroup<Hit>): string {
  return `${hit.policy}#${hit.section}`;
}

function nameOf(href: string, base: string): string {
  const { policy, section } = placeOf(href, base);
  return `${policy}#${section}`;
}

function dayBefore(day: string): string {
  return new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);
}
