import { describe, expect, test } from 'vitest';
import { readLibrary } from '../../src/library/library.ts';
import { contentWith } from '../content-folder.ts';
import { libraryFindings } from './findings.ts';

const findings = (yaml: string): Promise<readonly string[]> => libraryFindings(contentWith({ 'search.yaml': yaml }));

describe('search.yaml', () => {
  test('need not be there', async () => {
    const { search, findings: found } = await readLibrary(contentWith());
    expect([search, found]).toEqual([{ synonyms: {}, pinned: [], expect: [] }, []]);
  });

  test('may be empty, or remarks alone', async () => {
    expect(await findings('')).toEqual([]);
    expect(await findings('# nothing yet\n')).toEqual([]);
  });

  test('says what readers type, what comes first, and what they must find', async () => {
    const yaml =
      'synonyms:\n  vow: [promise]\npinned:\n  - ask: [vow, oath]\n    show: privacy#our-promise\nexpect:\n  - ask: who are you\n    find: privacy#who-we-are\n';
    const { search, findings: found } = await readLibrary(contentWith({ 'search.yaml': yaml }));
    expect(found).toEqual([]);
    expect(search).toEqual({
      synonyms: { vow: ['promise'] },
      pinned: [{ ask: ['vow', 'oath'], show: { policy: 'privacy', id: 'our-promise' } }],
      expect: [{ ask: 'who are you', find: { policy: 'privacy', id: 'who-we-are' }, place: { file: 'search.yaml', line: 8, column: 5 } }],
    });
  });

  test.each([
    ['synonym:\n  a: [b]\n', '1:1 settings-unknown-key There is no setting "synonym". Did you mean "synonyms"?'],
    [
      'synonyms:\n  vow: promise\n',
      '2:8 settings-value "vow" in "synonyms" must be a list: each entry on a line after a dash, or between [square brackets]. Here stands "promise".',
    ],
    ['synonyms:\n  vow: []\n', '2:8 settings-value "vow" in "synonyms" must hold at least one entry.'],
    [
      'synonyms:\n  vow: ["…"]\n',
      '2:9 settings-value Entry 1 of "vow" in "synonyms" must hold at least one word. Here stands "…", in quotation marks.',
    ],
    [
      'pinned:\n  - ask: [vow]\n    show: our-promise\n',
      '3:11 settings-value "show" in entry 1 of "pinned" must be the name of a policy and the id of a section, such as privacy#cookies. Here stands "our-promise".',
    ],
    [
      'pinned:\n  - ask: [vow]\n    show: privacy#promise\n',
      '3:5 link-broken The policy "privacy" has no section "promise". Its sections are preamble, who-we-are, our-promise.',
    ],
    ['expect:\n  - ask: vow\n    find: privcy#our-promise\n', '3:5 link-broken There is no policy "privcy". Did you mean "privacy"?'],
    [
      'pinned:\n  - ask: [money back]\n    show: privacy#our-promise\n  - ask: [back money]\n    show: privacy#who-we-are\n',
      '4:5 search-pinned-twice "back money" is pinned twice. Keep one of the two: only one section can come first.',
    ],
    ['expect:\n  - ask: vow\n', '2:5 settings-value "find" in entry 1 of "expect" is missing. Add a line "find: …" there.'],
    [
      'synonyms\n',
      '1:1 settings-value This file must be a group of settings, each on a line of its own as "name: value". Here stands "synonyms".',
    ],
    ['synonyms:\n  a: [b\n', '2:6 settings-syntax The [ that opens this value is not closed. Write its partner where the value ends.'],
  ])('is refused where it says %j', async (yaml, expected) => {
    expect(await findings(yaml)).toEqual([`search.yaml:${expected}`]);
  });
});
