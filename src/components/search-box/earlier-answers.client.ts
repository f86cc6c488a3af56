import { answer, type Answer } from '../../model/search/answer.ts';
import { groupEarlier, placesIn, type EarlierGroup, type EarlierHit } from '../../model/search/earlier.ts';
import type { EarlierVersion } from '../../model/search/facts.ts';
import { placeOf, shownAnswer, switchedPolicies, type Shown, type ShownAnswers } from './answers.client.ts';
import type { Engine } from './engine.client.ts';
import { dayInWords, filled } from './words.client.ts';

/** Texts that are read to group them by section. */
const MOST = 60;

interface Hit extends EarlierHit {
  readonly one: Answer;
}

/** What versions that are not in force answer, one entry a section, with the days for which they applied; of the policies named. */
export async function earlierAnswers(
  engine: Engine,
  query: string,
  { policies, current }: { readonly policies: readonly string[]; readonly current: ShownAnswers },
): Promise<readonly Shown[]> {
  const { facts, base } = engine;
  const folders = policies.flatMap((policy) => facts.policies[policy]?.earlier ?? []);
  const index = await engine.index(facts.announced === undefined ? folders : [facts.announced, ...folders]);
  const found = await answer({ query, synonyms: facts.synonyms, lang: facts.lang, most: MOST, without: current.ids }, index);
  const hits = await Promise.all(found.isGuess ? [] : found.answers.map((one) => hitOf(one, engine)));
  const wanted = hits.flatMap((hit) => (hit && policies.includes(hit.policy) ? [hit] : []));
  const answering = new Set(current.shown.map(({ href }) => nameOf(href, base)));
  return groupEarlier(wanted).map((group) => {
    const { policy, section, one } = group.hit;
    return {
      ...shownAnswer(one),
      when: whenOf(group, { engine, isStill: answering.has(`${policy}#${section}`), isWhole: current.isWhole }),
    };
  });
}

async function hitOf(one: Answer, engine: Engine): Promise<Hit | undefined> {
  const { facts, base } = engine;
  const { policy, version, section } = placeOf(one.fragment.url, base);
  const known = facts.policies[policy];
  const { at } = one.fragment.meta;
  if (!known) return undefined;
  if (version === undefined) {
    // In force when the site was built, and not any more.
    const [due] = known.switches ?? [];
    if (!switchedPolicies(engine).has(policy) || known.since === undefined) return undefined;
    return { one, policy, section, versions: [{ name: '', from: known.since, until: due?.from, isStated: true }] };
  }
  if (at === 'announced') {
    const from = known.switches?.find((other) => other.version === version)?.from;
    if (from === undefined || switchedPolicies(engine).get(policy) === version) return undefined;
    return { one, policy, section, versions: [{ name: version, from, isStated: true }] };
  }
  const list = known.earlier === undefined ? [] : await engine.versions(known.earlier);
  return { one, policy, section, versions: placesIn(at ?? '').flatMap((place) => list[place] ?? []) };
}

interface WhenInput {
  readonly engine: Engine;
  /** The section that is in force answers, too. */
  readonly isStill: boolean;
  /** All sections in force that answer are known: only then can it be said that words are gone. */
  readonly isWhole: boolean;
}

/** When it applied: `In versions from 26 May 2016 to 31 December 2023, removed 1 January 2024`. */
function whenOf({ hit, first, last, count }: EarlierGroup<Hit>, { engine, isStill, isWhole }: WhenInput): string {
  const { words, locale } = engine.facts;
  const day = dayInWords(first.from, locale);
  if (hit.one.fragment.meta['at'] === 'announced') return filled(words.announced, { day });
  const { until } = last;
  if (until === undefined) return filled(words.neverInForce, { day });
  if (isStill) return filled(words.earlierStill, { day });
  const days = { day, last: dayInWords(dayBefore(until), locale), next: dayInWords(until, locale) };
  const span = count > 1 ? words.earlierMany : isSure(first) ? words.earlierOne : words.earlierSeen;
  const isGone = isWhole && count > 1;
  return [filled(span, days), ...(isGone ? [filled(words.earlierGone, days)] : [])].join(', ');
}

function isSure({ isStated }: EarlierVersion): boolean {
  return isStated;
}

function nameOf(href: string, base: string): string {
  const { policy, section } = placeOf(href, base);
  return `${policy}#${section}`;
}

function dayBefore(day: string): string {
  return new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);
}
