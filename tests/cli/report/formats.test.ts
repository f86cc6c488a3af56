import { Ajv } from 'ajv';
import sarifSchema from '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json' with { type: 'json' };
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { reportGithub } from '../../../src/cli/report/github.ts';
import { reportJson } from '../../../src/cli/report/json.ts';
import type { Report } from '../../../src/cli/report/report.ts';
import { reportSarif } from '../../../src/cli/report/sarif.ts';
import type { Finding } from '../../../src/model/finding.ts';
import { day } from '../../model/rules/publish/facts.ts';

const FINDING: Finding = {
  rule: 'gdpr/retention',
  severity: 'warning',
  place: { file: 'policies/privacy/2027-03-01/policy.mdx', line: 7, column: 3, section: 'your-data' },
  message: 'Nothing was found: 100%,\nsay it.',
};

const report = (findings: readonly Finding[], more: Partial<Report> = {}): Report => ({
  folder: 'my content',
  findings,
  waivers: [],
  drafts: [{ name: 'privacy/2027-03-01', sections: 2, words: 20, fingerprint: '0123 4567 89ab cdef' }],
  linesOf: () => undefined,
  ...more,
});

const RUN = z.object({ results: z.array(z.unknown()), tool: z.object({ driver: z.object({ rules: z.array(z.unknown()) }) }) });

const WAIVER = { rule: 'check-back', severity: 'off', reason: 'It is negotiated', until: day('2027-06-30'), count: 2 } as const;

describe('the report as JSON', () => {
  test('gives each finding its place, section, how it was found, where the rule comes from and where it is explained', () => {
    expect(JSON.parse(reportJson(report([FINDING], { waivers: [WAIVER] })))).toEqual({
      format: 1,
      findings: [
        {
          rule: 'gdpr/retention',
          severity: 'warning',
          file: 'my content/policies/privacy/2027-03-01/policy.mdx',
          line: 7,
          column: 3,
          section: 'your-data',
          message: 'Nothing was found: 100%,\nsay it.',
          decided: 'tagged',
          source: 'GDPR Art 14(2)(a), and Art 13',
          guide: 'src/model/rules/README.md#gdprretention',
        },
      ],
      waivers: [WAIVER],
      drafts: [{ name: 'privacy/2027-03-01', sections: 2, words: 20, fingerprint: '0123 4567 89ab cdef' }],
    });
  });
});

describe('the report for a pull request on GitHub', () => {
  test('is a command for each finding, with the signs escaped that would end it', () => {
    expect(reportGithub(report([FINDING]))).toBe(
      '::warning file=my content/policies/privacy/2027-03-01/policy.mdx,line=7,col=3,title=gdpr/retention::Nothing was found: 100%25,%0Asay it.\n',
    );
  });

  test.each([
    ['error', 'error'],
    ['warning', 'warning'],
    ['info', 'notice'],
  ] as const)('shows what is of severity %s as %s', (severity, command) => {
    expect(reportGithub(report([{ ...FINDING, severity, place: { file: 'a,b:c.yaml' } }]))).toMatch(
      new RegExp(`^::${command} file=my content/a%2Cb%3Ac\\.yaml,title=gdpr/retention::`),
    );
  });

  test('tells of every rule that is made to weigh less', () => {
    expect(reportGithub(report([], { waivers: [WAIVER] }))).toBe(
      '::notice title=waiver::check-back is off until 2027-06-30, because: It is negotiated. 2 findings are not shown.\n',
    );
  });
});

describe('the report for code scanners', () => {
  // The official schema is written in draft 04; of what differs in later drafts it uses the names of its own address alone.
  const { $schema: _, id: address, ...schema } = sarifSchema;
  const isSarif = new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false }).compile(schema);

  const cases: readonly (readonly [string, Report])[] = [
    ['without findings', report([])],
    ['with one', report([FINDING])],
    ['with a place that has no line', report([{ ...FINDING, place: { file: 'site.yaml' } }])],
    ['with a place that has no column', report([{ ...FINDING, place: { file: 'site.yaml', line: 1 } }])],
    ['with a rule that nobody knows', report([{ ...FINDING, rule: 'of-tomorrow' }])],
    ['with a waiver', report([FINDING, FINDING], { waivers: [WAIVER], folder: '/tmp/100% ours' })],
  ];

  test.each(cases)('%s is valid SARIF 2.1.0', (__, one) => {
    expect(address).toContain('sarif-2.1.0');
    expect([isSarif(JSON.parse(reportSarif(one))), isSarif.errors]).toEqual([true, null]);
  });

  test('is refused by the same schema when a result has no message', () => {
    expect(isSarif({ version: '2.1.0', runs: [{ tool: { driver: { name: 'x' } }, results: [{}] }] })).toBe(false);
  });

  test('names rule, place and section of each finding', () => {
    const [run] = z.object({ runs: z.array(RUN) }).parse(JSON.parse(reportSarif(report([FINDING])))).runs;
    expect(run?.results).toEqual([
      {
        ruleId: 'gdpr/retention',
        ruleIndex: 0,
        level: 'warning',
        message: { text: 'Nothing was found: 100%,\nsay it.' },
        locations: [
          {
            physicalLocation: {
              artifactLocation: { uri: 'my%20content/policies/privacy/2027-03-01/policy.mdx' },
              region: { startLine: 7, startColumn: 3 },
            },
            logicalLocations: [{ name: 'your-data', kind: 'section' }],
          },
        ],
      },
    ]);
    expect(run?.tool.driver.rules[0]).toMatchObject({
      id: 'gdpr/retention',
      help: { text: expect.stringContaining('GDPR Art 14(2)(a)') },
    });
  });
});
