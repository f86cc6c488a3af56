import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { deployPlan, type Manifest } from '../../src/model/deploy-plan.ts';

const before: Manifest = {
  'index.html': 'a',
  '_astro/style.1.css': 'a',
  'privacy/index.html': 'a',
  'privacy/current.json': 'a',
  'privacy/history/index.html': 'a',
  'privacy/2016/index.html': 'a',
  'privacy/2016/record.html': 'a',
  'ledger.jsonl': 'a',
};
const after: Manifest = {
  ...before,
  'index.html': 'b',
  'privacy/index.html': 'b',
  'privacy/current.json': 'b',
  'privacy/history/index.html': 'b',
  'privacy/2016/index.html': 'b',
  'privacy/2024/index.html': 'b',
  'privacy/2024/changes/index.html': 'b',
  'privacy/2024/record.html': 'b',
  'ledger.jsonl': 'b',
};

describe('what is sent to a deployed site', () => {
  test('begins with what is new, goes on with permanent pages and what grows, and ends with what depends on the day', () => {
    expect(deployPlan(before, after)).toEqual({
      upload: [
        'privacy/2024/changes/index.html',
        'privacy/2024/index.html',
        'privacy/2024/record.html',
        'privacy/2016/index.html',
        'ledger.jsonl',
        'privacy/history/index.html',
        'index.html',
        'privacy/current.json',
        'privacy/index.html',
        'manifest.json',
      ],
      delete: [],
      unchanged: 2,
    });
  });

  test('is nothing when nothing differs, and everything when nothing is deployed', () => {
    expect(deployPlan(after, after)).toEqual({ upload: [], delete: [], unchanged: 11 });
    expect(deployPlan({}, after).upload).toHaveLength(12);
  });

  test('takes away what is gone only after everything was sent', () => {
    const { 'privacy/2016/record.html': _, ...fewer } = after;
    expect(deployPlan(after, fewer)).toEqual({ upload: ['manifest.json'], delete: ['privacy/2016/record.html'], unchanged: 10 });
  });

  test('is not misled by a path called as a property that every object has', () => {
    expect(deployPlan({}, { constructor: 'a' }).upload).toEqual(['constructor', 'manifest.json']);
  });
});

/** Pages by path, each with the paths that it links to: a whole site, without a broken link. */
type Site = ReadonlyMap<string, readonly string[]>;
const PATHS = [
  'index.html',
  'p/index.html',
  'p/1/index.html',
  'p/2/index.html',
  'p/3/index.html',
  'p/history/index.html',
  'q/index.html',
  'q/1/index.html',
];

const sites = fc
  .array(fc.tuple(fc.boolean(), fc.array(fc.nat(PATHS.length - 1), { maxLength: 4 })), { minLength: PATHS.length, maxLength: PATHS.length })
  .map((pages): Site => {
    const there = new Set(PATHS.filter((path, index) => path === 'index.html' || pages[index]?.[0]));
    return new Map(
      [...there].map((path) => [
        path,
        (pages[PATHS.indexOf(path)]?.[1] ?? []).flatMap((at) => PATHS[at] ?? []).filter((to) => there.has(to)),
      ]),
    );
  });
const manifestOf = (site: Site): Manifest => Object.fromEntries([...site].map(([path, links]) => [path, links.join()]));

/** The first link that a crawler meets, from the home page on, which leads nowhere. */
function brokenLink(site: Site): string | undefined {
  const seen = new Set(['index.html']);
  for (const path of seen) {
    const links = site.get(path);
    if (!links) return path;
    for (const link of links) seen.add(link);
  }
  return undefined;
}

test('at every step of every plan, a crawler that begins at the home page meets no broken link', () => {
  fc.assert(
    fc.property(sites, sites, (old, fresh) => {
      const plan = deployPlan(manifestOf(old), manifestOf(fresh));
      const deployed = new Map(old);
      for (const path of plan.upload) {
        const links = fresh.get(path);
        if (links) deployed.set(path, links);
        expect(brokenLink(deployed)).toBeUndefined();
      }
      for (const path of plan.delete) {
        deployed.delete(path);
        expect(brokenLink(deployed)).toBeUndefined();
      }
      expect(manifestOf(deployed)).toEqual(manifestOf(fresh));
    }),
    { numRuns: 500 },
  );
});
