import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { answerOnDay } from '../../src/components/on-day/answer-on-day.ts';
import { addDays, type CalendarDate } from '../../src/model/calendar-date.ts';
import { isPublished, type LedgerEntry } from '../../src/model/ledger/entry.ts';
import { comingChanges } from '../../src/model/ledger/outlook.ts';
import { inForceAt, inForceOn } from '../../src/model/lifecycle.ts';
import { startOfDay } from '../../src/model/civil-time.ts';
import { calendarFile } from '../../src/outputs/calendar.ts';
import { currentDocument, policiesDocument, versionsDocument } from '../../src/outputs/documents.ts';
import { atomFeed, jsonFeed } from '../../src/outputs/feeds.ts';
import { httpDate, timeMap } from '../../src/outputs/timemap.ts';
import { historyPage } from '../../src/view/history-page.ts';
import { policyPage, shownOn } from '../../src/view/policy-page.ts';
import { plain } from '../../src/view/sentence.ts';
import type { SiteContent } from '../../src/view/site.ts';
import { versionPage } from '../../src/view/version-page.ts';
import { anyLedger, contentOn, daysAround, historyOf, ZONES } from './random-history.ts';

const standing = z.looseObject({ version: z.string(), from: z.string(), until: z.string().nullable(), since: z.string() });
const current = z.looseObject({
  inForce: standing.nullable(),
  announced: z.array(standing),
  nextChange: z.string().nullable(),
  retiredFrom: z.string().nullable(),
});
const policies = z.looseObject({ nextChange: z.string().nullable(), policies: z.array(current) });
const versions = z.looseObject({
  versions: z.array(
    z.looseObject({ version: z.string(), state: z.string(), from: z.string().nullable(), until: z.string().nullable(), page: z.string() }),
  ),
});

/** Everything that is built for a day from one ledger. */
function builtOn(entries: readonly LedgerEntry[], asOf: CalendarDate) {
  const content = contentOn(entries, asOf);
  const policy = theOne(content);
  return {
    content,
    policy,
    page: policyPage({ content, policy }),
    history: historyPage(content, policy),
    current: current.parse(JSON.parse(currentDocument(policy, content))),
    policies: policies.parse(JSON.parse(policiesDocument(content))),
    versions: versions.parse(JSON.parse(versionsDocument(policy, content))),
  };
}

/** Whether something governed once and nothing does, nor will. */
function hasEnded({ current: { inForce, announced }, policy }: ReturnType<typeof builtOn>): boolean {
  return inForce === null && announced.length === 0 && policy.versions.some((one) => 'fate' in one && one.fate.kind === 'governs');
}

function theOne({ policies: [policy] }: SiteContent) {
  if (!policy) throw new Error('There is no policy.');
  return policy;
}

function everyDay(check: (entries: readonly LedgerEntry[], day: CalendarDate) => void, numRuns = 25): void {
  fc.assert(
    fc.property(anyLedger, (entries) => {
      for (const day of daysAround(entries)) check(entries, day);
    }),
    { numRuns, seed: 20_270_301 },
  );
}

describe('on the days before, on and after each effective day, whatever was posted, moved, withdrawn or ended, in every zone', () => {
  test('every document and page names the same version in force', () => {
    everyDay((entries, day) => {
      const built = builtOn(entries, day);
      const name = inForceOn(historyOf(entries).timeline, day)?.posting.version;
      expect(built.current.inForce?.version).toBe(name);
      expect(built.policies.policies[0]?.inForce?.version).toBe(name);
      expect(built.versions.versions.filter(({ state }) => state === 'in force').map(({ version }) => version)).toEqual(
        name === undefined || built.policy.versions.some((one) => one.name === name && 'removed' in one && one.removed) ? [] : [name],
      );
      const lines = built.history.rows.map((row) => ({ ...row, version: row.version }));
      expect(answerOnDay(lines, day, day).version).toBe(name);
      expect(built.page.head.state.tone === 'in-force').toBe(name !== undefined);
      // After its end a policy goes on showing the last text, and says so.
      expect(built.page.head.facts.length > 0).toBe(name !== undefined || hasEnded(built));
      expect(name === undefined || shownOn(built.policy, day)?.name === name).toBe(true);
    });
  });

  test('every document and page announces the same versions, in one order, and the same next day', () => {
    everyDay((entries, day) => {
      const built = builtOn(entries, day);
      const coming = historyOf(entries).timeline.flatMap(({ posting, fate }) =>
        fate.kind === 'governs' && fate.interval.from > day ? [posting.version] : [],
      );
      expect(built.current.announced.map(({ version }) => version)).toEqual(coming);
      expect(built.policies.policies[0]).toMatchObject({ announced: built.current.announced, nextChange: built.current.nextChange });
      expect(built.policies.nextChange).toBe(built.current.nextChange);
      const announced = built.page.head.banners.filter(({ tone, links }) => tone === 'announced' && links.length > 0);
      expect(announced.map(({ links: [first] }) => first?.href)).toEqual(coming.map((version) => `/privacy/${version}/`));
      expect(built.page.switches[0]?.from ?? null).toBe(built.current.nextChange);
    });
  });

  test('what the page holds ready for a later day is what it says when it is built on that day', () => {
    everyDay((entries, day) => {
      for (const ready of builtOn(entries, day).page.switches) {
        const then = builtOn(entries, ready.from).page;
        expect(ready.head).toEqual({ ...then.head, versions: undefined });
        expect(ready.elsewhere).toEqual(then.elsewhere);
        expect(ready.text).toBe(
          then.head.state.tone === 'in-force' ? `/privacy/${shownOn(builtOn(entries, ready.from).policy, ready.from)?.name}/` : undefined,
        );
      }
    });
  });

  test('what does not depend on the day says the same on every day: feeds, calendar, TimeMap, permanent pages, history', () => {
    fc.assert(
      fc.property(anyLedger, (entries) => {
        const told = daysAround(entries).map((day) => {
          const { content, policy, history } = builtOn(entries, day);
          const pages = policy.versions.map((version) => versionPage({ content, policy, version }));
          return JSON.stringify([
            atomFeed({ content, entries }),
            jsonFeed({ content, entries }),
            calendarFile({ content, entries }),
            timeMap(content, policy),
            pages,
            history,
          ]);
        });
        expect(new Set(told).size).toBe(1);
      }),
      { numRuns: 15, seed: 20_270_301 },
    );
  });

  test('the TimeMap lists what governs, from the instants that the documents give', () => {
    everyDay((entries, day) => {
      const { content, policy, current: now } = builtOn(entries, day);
      const map = timeMap(content, policy);
      for (const one of [...(now.inForce ? [now.inForce] : []), ...now.announced]) {
        const isGone = policy.versions.some(
          (version) => version.name === one.version && 'removed' in version && version.removed !== undefined,
        );
        const line = map.split(',\n').find((link) => link.includes(`/privacy/${one.version}/>`));
        expect(line?.includes(`datetime="${httpDate(Date.parse(one.since))}"`) ?? 'is missing').toBe(isGone ? 'is missing' : true);
      }
    });
  });

  test('the feeds tell of every posting, and of nothing twice', () => {
    fc.assert(
      fc.property(anyLedger, (entries) => {
        const [day = entries[0] && isPublished(entries[0]) ? entries[0].effective.day : undefined] = daysAround(entries);
        if (day === undefined) throw new Error('The ledger begins with a posting.');
        const { items }: { items: { id: string; _policy: { event: string; version?: string } }[] } = JSON.parse(
          jsonFeed({ content: contentOn(entries, day), entries }),
        );
        expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
        const posted = items.filter(({ _policy }) => _policy.event === 'publish').map(({ _policy }) => _policy.version);
        expect(new Set(posted)).toEqual(new Set(entries.filter(isPublished).map(({ version }) => version)));
      }),
    );
  });
});

describe('the invariants of a policy’s life, in what is shown', () => {
  test('from the first effective day to the end exactly one version is in force on every day', () => {
    fc.assert(
      fc.property(anyLedger, (entries) => {
        const [first] = daysAround(entries);
        if (first === undefined) return;
        const { versions: listed } = builtOn(entries, first).versions;
        const intervals = listed.flatMap(({ version, from, until }) => (from === null ? [] : [{ version, from, until }]));
        intervals.forEach(({ until }, index) =>
          expect(until).toBe(intervals[index + 1]?.from ?? builtOn(entries, first).current.retiredFrom),
        );
        for (let day = first; day <= addDays(first, 60); day = addDays(day, 1)) {
          const holding = intervals.filter(({ from, until }) => from <= day && (until === null || day < until));
          const isWithin = intervals.some(({ from }) => from <= day) && (intervals.at(-1)?.until ?? '9999') > day;
          expect(holding).toHaveLength(isWithin ? 1 : 0);
        }
      }),
      { numRuns: 40, seed: 20_270_301 },
    );
  });

  test('every version keeps its page, whatever became of it', () => {
    everyDay((entries, day) => {
      const { versions: listed } = builtOn(entries, day).versions;
      expect(listed.map(({ page }) => page).toSorted()).toEqual(
        entries
          .filter(isPublished)
          .map(({ version }) => `https://policies.example.org/privacy/${version}/`)
          .toSorted(),
      );
    });
  });

  test('in a site that never changed its zone, an instant and its civil day name the same version', () => {
    fc.assert(
      fc.property(anyLedger, fc.constantFrom(...ZONES), (entries, zone) => {
        const { timeline } = historyOf(entries.map((entry) => ({ ...entry, zone })));
        for (const day of daysAround(entries)) expect(inForceAt(timeline, startOfDay(day, zone))).toEqual(inForceOn(timeline, day));
      }),
      { numRuns: 50, seed: 20_270_301 },
    );
  });

  test('what comes next is the same for the pages and for the scheduled job', () => {
    everyDay((ledger, day) => {
      const zone = ledger[0]?.zone ?? 'UTC';
      const entries = ledger.map((entry) => ({ ...entry, zone }));
      const history = historyOf(entries);
      const [next] = comingChanges([history], startOfDay(day, zone));
      const governs = history.timeline.some(({ fate }) => fate.kind === 'governs');
      expect(builtOn(entries, day).current.nextChange).toBe(governs ? (next?.day ?? null) : null);
    });
  });

  test('the words of a permanent page name the same days as the documents', () => {
    const wrong: string[] = [];
    everyDay((entries, day) => {
      const { content, policy, versions: listed } = builtOn(entries, day);
      for (const version of policy.versions) {
        const own = listed.versions.find((one) => one.version === version.name);
        const { state } = versionPage({ content, policy, version }).head;
        const days: readonly string[] = [...state.name, ...state.rest].flatMap(({ datetime }) => datetime ?? []);
        const from = own?.from ?? undefined;
        if (from !== undefined && !days.includes(from)) wrong.push(`${version.name}: ${plain(state.name)}`);
      }
    });
    expect(wrong).toEqual([]);
  });
});
