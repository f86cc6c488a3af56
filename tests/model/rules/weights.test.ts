import { describe, expect, test } from 'vitest';
import type { Finding } from '../../../src/model/finding.ts';
import { RULES } from '../../../src/model/rules/index.ts';
import type { RuleSetting, SiteSettings } from '../../../src/model/rules/site/input.ts';
import { weighed, weightFindings } from '../../../src/model/rules/weights.ts';
import { day } from './publish/facts.ts';

const TODAY = day('2027-01-10');

function site(rules: Readonly<Record<string, RuleSetting>>): SiteSettings {
  return {
    url: 'https://policies.acme.com',
    profiles: [],
    rules,
    placeOf: (path) => ({ file: 'site.yaml', line: path.length, column: 1 }),
  };
}

const found = (rule: string, severity: Finding['severity'] = 'warning'): Finding => ({
  rule,
  severity,
  place: { file: 'a' },
  message: 'm',
});

const setting = (severity: RuleSetting['severity'], until?: string): RuleSetting => ({
  severity,
  reason: 'It is negotiated',
  until: until === undefined ? undefined : day(until),
});

describe('a rule that site.yaml sets', () => {
  test('to error weighs so for good', () => {
    expect(weighed([found('check-back'), found('contact')], site({ 'check-back': setting('error') }), TODAY)).toEqual({
      findings: [found('check-back', 'error'), found('contact')],
      waivers: [],
    });
  });

  test('to off is silent until its last day, and the report tells how much it hid', () => {
    const rules = site({ 'check-back': setting('off', '2027-01-10') });
    expect(weighed([found('check-back'), found('check-back')], rules, TODAY)).toEqual({
      findings: [],
      waivers: [{ rule: 'check-back', severity: 'off', reason: 'It is negotiated', until: '2027-01-10', count: 2 }],
    });
  });

  test('to off weighs as much as before from the day after, and that is found', () => {
    const rules = site({ 'check-back': setting('off', '2027-01-09') });
    expect(weighed([found('check-back')], rules, TODAY)).toEqual({ findings: [found('check-back')], waivers: [] });
    expect(weightFindings(rules, RULES, TODAY)).toMatchObject([
      { rule: { id: 'waiver-expired' }, place: { line: 2 }, message: expect.stringContaining('until 2027-01-09 ("It is negotiated")') },
    ]);
  });

  test('to off without a last day is not heeded, and that is found', () => {
    const rules = site({ 'check-back': setting('off') });
    expect(weighed([found('check-back')], rules, TODAY).findings).toEqual([found('check-back')]);
    expect(weightFindings(rules, RULES, TODAY).map(({ rule }) => rule.id)).toEqual(['waiver-incomplete']);
  });

  test.each(['error', 'warning'] as const)('to %s, which is not less than it weighs, needs no last day', (severity) => {
    expect(weightFindings(site({ 'check-back': setting(severity) }), RULES, TODAY)).toEqual([]);
  });

  test('to warning lowers what a profile made an error, until its last day', () => {
    const rules = site({ 'check-back': setting('warning', '2027-06-30') });
    expect(weighed([found('check-back', 'error')], rules, TODAY)).toMatchObject({
      findings: [found('check-back', 'warning')],
      waivers: [{ count: 1 }],
    });
  });

  test.each([
    ['chek-back', 'There is no rule "chek-back". Did you mean "check-back"?'],
    ['nothing-like-it-at-all', 'There is no rule "nothing-like-it-at-all". The rules are listed in src/model/rules/README.md.'],
    [
      'section-id-missing',
      'The rule section-id-missing cannot be set: nothing could be built or published against it. Remove the setting.',
    ],
  ])('by the name %s is found', (name, message) => {
    expect(weightFindings(site({ [name]: setting('off', '2027-06-30') }), RULES, TODAY)).toMatchObject([
      { rule: { id: 'rule-unknown' }, message },
    ]);
  });
});
