import { describe, expect, test } from 'vitest';
import { answers } from '../../src/view/answers.ts';
import { governing } from '../../src/view/succession.ts';
import { policyOf } from './facts.ts';

const policy = policyOf([
  {
    from: '2016-05-26',
    anchors: ['who', 'cookies', 'small', 'rights'],
    sections: [{ id: 'who' }, { id: 'cookies', heading: 'Cookies' }, { id: 'rights' }],
  },
  {
    from: '2024-01-01',
    anchors: ['who', 'choices'],
    sections: [{ id: 'who' }, { id: 'choices' }],
    retired: { rights: 'choices', cookies: null, small: null, 'sec-3': 'choices' },
  },
  {
    from: '2027-03-01',
    anchors: ['who', 'options', 'retention'],
    sections: [{ id: 'who' }, { id: 'options' }, { id: 'retention', heading: 'Retention' }],
    retired: { choices: 'options' },
  },
]);
const [first, second, third] = governing(policy);
const led = (shown: Parameters<typeof answers>[1]) => Object.fromEntries(answers(policy, shown).bySection);
const elsewhere = (shown: Parameters<typeof answers>[1]) =>
  answers(policy, shown).elsewhere.map(({ ids, heading, version, isLater }) => [
    ids.join(' '),
    heading,
    version.name,
    isLater ? 'later' : 'earlier',
  ]);

describe('a policy’s own address answers for every id that it ever had', () => {
  test('with the section that continues it, over several versions, and for anchors of older pages', () => {
    expect(led(third)).toEqual({ options: ['rights', 'choices', 'sec-3'] });
  });

  test('before an announced version takes effect its new ids lead to what they continue', () => {
    expect(led(second)).toEqual({ choices: ['rights', 'sec-3', 'options'] });
  });

  test('with a note that names the last version that had it, when nothing continues it', () => {
    expect(elsewhere(second)).toEqual([
      ['cookies small', 'Cookies', '2016-05-26', 'earlier'],
      ['retention', 'Retention', '2027-03-01', 'later'],
    ]);
  });

  test('the first version leads back to what later ones renamed', () => {
    expect(led(first)).toEqual({ rights: ['choices', 'options'] });
  });

  test('before the first effective day every id leads to the announced text', () => {
    expect(
      elsewhere(undefined)
        .map(([ids]) => ids)
        .join(' ')
        .split(' '),
    ).toEqual(expect.arrayContaining(['who', 'cookies', 'small', 'rights', 'choices', 'options', 'retention']));
  });
});
