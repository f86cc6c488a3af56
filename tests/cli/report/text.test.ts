import { describe, expect, test } from 'vitest';
import { findingsCount, findingsText } from '../../../src/cli/report/text.ts';
import type { Finding, Severity } from '../../../src/model/finding.ts';

const finding = (severity: Severity, place: Finding['place'] = { file: 'site.yaml' }): Finding => ({
  rule: 'a-rule',
  severity,
  place,
  message: 'Something is wrong. Put it right.',
});

describe('findings for people', () => {
  test.each([
    [{ file: 'site.yaml', line: 3, column: 5 }, 'content/site.yaml:3:5  error'],
    [{ file: 'site.yaml', line: 3 }, 'content/site.yaml:3  error'],
    [{ file: 'site.yaml' }, 'content/site.yaml  error'],
  ])('at %j can be opened from the terminal', (place, first) => {
    expect(findingsText([finding('error', place)], { folder: 'content', isColoured: false })).toBe(
      `${first}\n  Something is wrong. Put it right.  (a-rule)\n\n`,
    );
  });

  test.each([
    [[], 'no findings'],
    [['error'], '1 error'],
    [['error', 'error', 'warning'], '2 errors, 1 warning'],
    [['info', 'warning', 'warning', 'info'], '2 warnings, 2 remarks'],
    [['info'], '1 remark'],
  ] as const)('%j are counted as %j', (severities, counted) => {
    expect(findingsCount(severities.map((severity) => finding(severity)))).toBe(counted);
  });
});
