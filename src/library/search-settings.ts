import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Finding } from '../model/finding.ts';
import { wordsIn } from '../model/search/query.ts';
import { policyLinkFault, type LinkTargets } from './policy-links.ts';
import type { Path } from './settings-paths.ts';
import type { Settings } from './settings.ts';
import { readYaml } from './yaml-file.ts';

export const SEARCH_FILE = 'search.yaml';

/** A section of a policy: `privacy#cookies`. */
export interface SectionName {
  readonly policy: string;
  readonly id: string;
}

/** What readers are to find with these words; `line` is where `search.yaml` says so. */
export interface Expectation {
  readonly ask: string;
  readonly find: SectionName;
  readonly place: Finding['place'];
}

/** `content/search.yaml`: the words that readers use, as those know who answer them. */
export interface SearchSettings {
  readonly synonyms: Readonly<Record<string, readonly string[]>>;
  /** Shown before everything else, for exactly these words. */
  readonly pinned: readonly { readonly ask: readonly string[]; readonly show: SectionName }[];
  readonly expect: readonly Expectation[];
}

const words = z
  .string({ error: 'must be words; put a number or yes/no between quotation marks' })
  .trim()
  .refine((text) => wordsIn(text).length > 0, { error: 'must hold at least one word' });
const someWords = z.array(words).min(1);
const section = z
  .string({ error: 'must be the name of a policy and the id of a section, such as privacy#cookies' })
  .regex(/^[a-z0-9-]+#[a-z0-9-]+$/u, { error: 'must be the name of a policy and the id of a section, such as privacy#cookies' })
  .transform((text): SectionName => {
    const [policy = '', id = ''] = text.split('#');
    return { policy, id };
  });

const searchSchema = z.strictObject({
  synonyms: z.record(words, someWords).default({}),
  pinned: z.array(z.strictObject({ ask: someWords, show: section })).default([]),
  expect: z.array(z.strictObject({ ask: words, find: section })).default([]),
});

type Written = z.infer<typeof searchSchema>;

const NOTHING: SearchSettings = { synonyms: {}, pinned: [], expect: [] };

/** Reads `content/search.yaml`; a site without one has no words of its own. Sections that it names must exist in some version. */
export async function readSearchSettings(
  content: string,
  targets: LinkTargets,
): Promise<{ readonly settings: SearchSettings; readonly findings: readonly Finding[] }> {
  const isThere = await stat(join(content, SEARCH_FILE)).then(
    () => true,
    () => false,
  );
  if (!isThere) return { settings: NOTHING, findings: [] };
  const read = await readYaml(content, SEARCH_FILE, searchSchema, '');
  const { value, placeOf } = read;
  if (!value) return { settings: NOTHING, findings: read.findings };
  const settings = { ...value, expect: value.expect.map((one, index) => ({ ...one, place: placeOf(['expect', index, 'find']) })) };
  return { settings, findings: [...(await brokenSections(value, targets, placeOf)), ...askedTwice(value, placeOf)] };
}

async function brokenSections(value: Written, targets: LinkTargets, placeOf: Settings<unknown>['placeOf']): Promise<readonly Finding[]> {
  const named = [
    ...value.pinned.map(({ show }, index) => ({ show, path: ['pinned', index, 'show'] satisfies Path })),
    ...value.expect.map(({ find }, index) => ({ show: find, path: ['expect', index, 'find'] satisfies Path })),
  ];
  const faults = await Promise.all(
    named.map(async ({ show, path }): Promise<readonly Finding[]> => {
      const message = await policyLinkFault(targets, show.policy, show.id);
      return message === undefined ? [] : [{ rule: 'link-broken', severity: 'error', place: placeOf(path), message }];
    }),
  );
  return faults.flat();
}

/** Of two answers to the same words only one can be the first. */
function askedTwice({ pinned }: Written, placeOf: Settings<unknown>['placeOf']): readonly Finding[] {
  const asked = pinned.flatMap(({ ask }, index) => ask.map((one) => ({ one, index, key: [...wordsIn(one)].toSorted().join(' ') })));
  const again = asked.filter(({ key }, place) => asked.findIndex((other) => other.key === key) < place);
  return again.map(({ one, index }): Finding => {
    const message = `"${one}" is pinned twice. Keep one of the two: only one section can come first.`;
    return { rule: 'search-pinned-twice', severity: 'error', place: placeOf(['pinned', index, 'ask']), message };
  });
}
