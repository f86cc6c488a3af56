import { describe, expect, test } from 'vitest';
import type { SearchFacts } from '../../src/model/search/facts.ts';
import { searchFactsFile } from '../../src/outputs/search-facts.ts';
import { policyOf, siteOf } from '../view/facts.ts';

const policy = policyOf([
  { from: '2016-05-26', anchors: ['who', 'small', 'rights'], sections: [{ id: 'who' }, { id: 'rights' }] },
  {
    from: '2024-01-01',
    anchors: ['who', 'choices'],
    sections: [{ id: 'who' }, { id: 'choices' }],
    retired: { rights: 'choices', small: null },
  },
  { from: '2027-03-01', anchors: ['who', 'options'], sections: [{ id: 'who' }, { id: 'options' }], retired: { choices: 'options' } },
]);
const input = { tag: 'tag', ahead: [], earlier: new Map([['privacy', ['earlier-0']]]), synonyms: {}, pinned: [] };

function factsOn(day: string): SearchFacts['policies'][string] | undefined {
  const facts: SearchFacts = JSON.parse(searchFactsFile(siteOf([policy], day), input));
  return facts.policies['privacy'];
}

describe('what search knows of a policy with earlier versions', () => {
  test('names under which id the version in force continues a section that earlier ones had under another', () => {
    expect(factsOn('2026-11-22')?.continued).toEqual({ rights: 'choices', options: 'choices' });
    expect(factsOn('2027-03-01')?.continued).toEqual({ rights: 'options', choices: 'options' });
  });

  test('names the day on which another version takes its place by itself', () => {
    expect(factsOn('2026-11-22')?.switches).toEqual([{ from: '2027-03-01', zone: 'UTC', version: '2027-03-01' }]);
    expect(factsOn('2027-03-01')?.switches).toBeUndefined();
  });
});

test('a policy that has only the text in force needs no facts', () => {
  const alone = siteOf([policyOf([{ from: '2016-05-26', anchors: ['who'], sections: [{ id: 'who' }] }])], '2026-11-22');
  expect(JSON.parse(searchFactsFile(alone, { ...input, earlier: new Map() })).policies).toEqual({});
});
