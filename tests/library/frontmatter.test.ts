import { describe, expect, test } from 'vitest';
import { splitFrontmatter } from '../../src/library/frontmatter.ts';
import { parseVersion } from '../../src/library/version-file.ts';
import { decodeText } from '../../src/library/read-text.ts';
import { POLICY } from '../content-folder.ts';
import { line } from './findings.ts';

const NAME = { policy: 'privacy', version: '2027-03-01', lang: 'en' };

function findings(text: string): readonly string[] {
  return parseVersion(text, 'policy.mdx', NAME).findings.map(line);
}

/** The digests of a text as its bytes stand on disk. */
function digests(bytes: string) {
  const text = decodeText(Buffer.from(bytes), 'policy.mdx');
  return 'text' in text ? parseVersion(text.text, 'policy.mdx', NAME).file?.digests : undefined;
}

describe('the head of a policy file', () => {
  test('is parted from the text, which keeps its line numbers', () => {
    expect(splitFrontmatter('---\na: 1\n---\ntext', 'policy.mdx')).toEqual({ yaml: 'a: 1', body: '\n\n\ntext' });
  });

  test('spaces behind the dashes do not matter', () => {
    expect(splitFrontmatter('--- \na: 1\n---\t\ntext', 'policy.mdx')).toMatchObject({ yaml: 'a: 1' });
  });

  test.each([
    ['an empty file', '', /^1:1 frontmatter-missing The file is empty\. Begin it with a line of three dashes/],
    ['a file of blank lines', '\n \n', /^1:1 frontmatter-missing The file is empty\./],
    [
      'a text without a head',
      '## Who we are\n',
      /^1:1 frontmatter-missing The file must begin with a line of three dashes \(---\), then its settings, such as effective: 2027-03-01/,
    ],
    [
      'a head between plus signs',
      '+++\neffective = 2027-03-01\n+++\n',
      /^1:1 frontmatter-missing The file must begin with a line of three dashes/,
    ],
    ['a head after an empty line', `\n${POLICY}`, /^1:1 frontmatter-missing The file must begin/],
    ['a head of four dashes', `-${POLICY}`, /^1:1 frontmatter-missing The file must begin/],
    [
      'a head without an end',
      '---\neffective: 2027-03-01\n\n## Who we are\n',
      /^1:1 frontmatter-missing The settings at the head of the file have no end\./,
    ],
    ['a head that holds nothing', '---\n---\n\nWords.\n', /^2:1 settings-value "effective" is missing\./],
  ])('%s is one finding', (_, text, finding) => {
    expect(findings(text)).toEqual([expect.stringMatching(finding)]);
  });

  test('a head without a text below it is one finding', () => {
    expect(findings('---\neffective: 2027-03-01\n---\n')).toEqual([expect.stringMatching(/^1:1 text-empty The text has no words\./)]);
  });

  test('mistakes in the head and in the text are shown in one run', () => {
    expect(findings(POLICY.replace('effective', 'efective').replace('We keep it.', '{it}'))).toEqual([
      expect.stringMatching(/^2:1 settings-unknown-key .*"effective"/),
      expect.stringMatching(/^13:1 no-code /),
    ]);
  });

  test('a head that cannot be read makes no link of the text broken', () => {
    const text = POLICY.replace('effective: 2027-03-01', 'effective: 2027-02-30\nretired: {promise: our-promise}').replace(
      '#our-promise)',
      '#promise)',
    );
    expect(findings(text)).toEqual([expect.stringMatching(/^2:12 settings-value "effective"/)]);
  });
});

describe('the same words', () => {
  test('have the same digests whatever the line ends and with a byte order mark', () => {
    const expected = digests(POLICY);
    expect(expected).toBeDefined();
    expect(digests(POLICY.replaceAll('\n', '\r\n'))).toEqual(expected);
    expect(digests(POLICY.replaceAll('\n', '\r'))).toEqual(expected);
    expect(digests(`\uFEFF${POLICY}`)).toEqual(expected);
    expect(digests(`\uFEFF${POLICY.replaceAll('\n', '\r\n')}`)).toEqual(expected);
  });
});

describe('"retired"', () => {
  const retired = (entry: string) => findings(POLICY.replace('\n---\n\n', `\nretired:\n  ${entry}\n---\n\n`));

  test('an old id may lead to a section, or to none', () => {
    expect(retired('promise: our-promise')).toEqual([]);
    expect(retired('promise: null')).toEqual([]);
    expect(retired('promise:')).toEqual([]);
  });

  test('an old id that leads to a section that is not there is found, with the nearest one', () => {
    expect(retired('promise: our-promises')).toEqual([
      '4:3 retired-lost "retired" says that "promise" went to the section "our-promises", which does not exist. Did you mean "our-promise"? If no section continues it, write null.',
    ]);
    expect(retired('promise: elsewhere-entirely')).toEqual([
      '4:3 retired-lost "retired" says that "promise" went to the section "elsewhere-entirely", which does not exist. Write the id of the section that continues it, or null.',
    ]);
  });

  test.each(['our-promise', 'preamble'])('%s, which is a section of the text, cannot be retired', (id) => {
    expect(retired(`${id}: who-we-are`)).toEqual([
      `4:3 retired-in-use "retired" says that "${id}" is gone, but a section with that id is there. Remove it from "retired".`,
    ]);
  });

  test('a footnote of the text cannot be retired', () => {
    const text = POLICY.replace('\n---\n\n', '\nretired: {our-promise.n1: null, our-promise.r1: null, our-promise.n2: null}\n---\n\n');
    const found = (body: string) => findings(body).map((finding) => finding.split(' ')[1]);
    expect(found(`${text}\nMore[^a].\n\n[^a]: Why.\n`)).toEqual(['retired-in-use', 'retired-in-use']);
  });

  test('a paragraph of the text cannot be retired', () => {
    expect(retired('our-promise.1: who-we-are')).toEqual([
      '4:3 retired-in-use "retired" says that "our-promise.1" is gone, but a paragraph with that id is there. Remove it from "retired".',
    ]);
  });
});
