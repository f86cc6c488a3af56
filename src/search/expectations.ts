import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Library } from '../library/library.ts';
import type { Expectation } from '../library/search-settings.ts';
import type { CalendarDate } from '../model/calendar-date.ts';
import type { Finding } from '../model/finding.ts';
import { inForceOn } from '../model/lifecycle.ts';
import { answer } from '../model/search/answer.ts';
import type { SearchFacts } from '../model/search/facts.ts';
import type { SearchIndex } from '../model/search/found.ts';
import { isAskedFor } from '../model/search/pinned.ts';
import { fileAddresses } from '../urls.ts';
import { withIndex } from './open-index.ts';

/** Among how many answers a section must be. */
const FIRST = 3;

export interface Expected {
  readonly findings: readonly Finding[];
  /** Sections that are expected and not in force on the day, so that nobody can find them: `privacy#appeal`. */
  readonly waiting: readonly string[];
}

/** Asks a built site everything that `content/search.yaml` expects, as a reader's browser would on the day of the build. */
export async function askExpectations(out: string, library: Library, day: CalendarDate): Promise<Expected> {
  const inForce = await sectionsInForce(library, day);
  const nameOf = ({ find }: Expectation): string => `${find.policy}#${find.id}`;
  const asked = library.search.expect.filter((one) => inForce.has(nameOf(one)));
  const waiting = library.search.expect.map(nameOf).filter((name) => !inForce.has(name));
  if (asked.length === 0) return { findings: [], waiting };
  const files = fileAddresses('');
  const facts: SearchFacts = JSON.parse(await readFile(join(out, files.searchFacts), 'utf8'));
  const findings = await withIndex(join(out, files.index), facts.lang, async (index) => {
    const found = await Promise.all(asked.map(({ ask }) => sectionsFor(ask, facts, index)));
    return asked.flatMap((one, place) => notFound(one, nameOf(one), found[place] ?? []));
  });
  return { findings, waiting };
}

async function sectionsInForce({ archive }: Library, day: CalendarDate): Promise<ReadonlySet<string>> {
  const ids = await Promise.all(
    archive.histories.map(async ({ policy, timeline }) => {
      const version = inForceOn(timeline, day)?.posting.version;
      return version === undefined ? [] : (await archive.anchors(policy, version)).map((id) => `${policy}#${id}`);
    }),
  );
  return new Set(ids.flat());
}

/** The sections that answer, best first, as `privacy#cookies`. */
async function sectionsFor(query: string, facts: SearchFacts, index: SearchIndex): Promise<readonly string[]> {
  const { synonyms, lang, pinned } = facts;
  const { answers } = await answer({ query, synonyms, lang, most: FIRST }, index);
  const first = pinned.filter(({ ask }) => ask.some((words) => isAskedFor(query, words, lang))).map(({ url }) => `/${url}`);
  const urls = [...new Set([...first, ...answers.map(({ fragment }) => fragment.url)])];
  return urls.slice(0, FIRST).map((url) => url.replace(/^\/([^/]+)\/#/u, '$1#'));
}

function notFound({ ask, place }: Expectation, wanted: string, found: readonly string[]): readonly Finding[] {
  if (found.includes(wanted)) return [];
  const instead = found.length === 0 ? 'Nothing is found.' : `Found are ${found.join(', ')}.`;
  const message = `Readers who type "${ask}" are to find ${wanted}, which is not among the first ${FIRST} answers. ${instead} Add what readers type under "synonyms", pin the section, or correct what is expected.`;
  return [{ rule: 'search-expectation', severity: 'error', place, message }];
}
