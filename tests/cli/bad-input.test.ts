import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { root } from '../../.ci/node.js';
import { readLibrary } from '../../src/library/library.ts';
import { codicil, type Ended } from '../command.ts';
import { folderOf, FILES, POLICY, policyText, sharedFolderOf, write, type Files } from '../content-folder.ts';
import { digestsOfTree } from '../tree.ts';

const TEXT = 'policies/privacy/2027-03-01/policy.mdx';
const EARLIER = { 'dist/index.html': 'an earlier site', 'dist/404.html': '', 'dist/_headers': '', 'dist/privacy/index.html': 'an earlier page' };

interface Mistake {
  readonly name: string;
  readonly text: string | Uint8Array;
  readonly place: string;
  readonly rule: string;
  /** What the message must say: the value, and what to write instead. */
  readonly says: RegExp;
}

const MISTAKES: readonly Mistake[] = [
  {
    name: 'an unknown setting',
    text: POLICY.replace('---\n\n', 'sumary: A first version\n---\n\n'),
    place: '3:1',
    rule: 'settings-unknown-key',
    says: /"sumary"\. Did you mean "summary"\?/,
  },
  {
    name: 'a day that does not exist',
    text: POLICY.replace('2027-03-01', '2023-02-30'),
    place: '2:12',
    rule: 'settings-value',
    says: /"effective" must be a day that exists, in the form 2027-03-01\. Here stands "2023-02-30"\./,
  },
  {
    name: 'a section without an id',
    text: policyText('## Your rights\n\nYou have some.'),
    place: '5:1',
    rule: 'section-id-missing',
    says: /"Your rights" .*## Your rights \[#your-rights\]/,
  },
  {
    name: 'two sections with one id',
    text: policyText('## Your rights [#rights]\n\nYou have some.\n\n## Our rights [#rights]\n\nWe have some.'),
    place: '9:1',
    rule: 'section-id-twice',
    says: /"rights" .*line 5/,
  },
  { name: 'an import', text: policyText("import x from 'y'\n\n## Your rights [#your-rights]\n\nYou have some."), place: '5:1', rule: '', says: /"import/ },
  { name: 'program code', text: policyText('## Your rights [#your-rights]\n\n{process.exit()}'), place: '7:1', rule: 'no-code', says: /\{process\.exit\(\)\}.*&#123;/ },
  {
    name: 'a tag that is not closed',
    text: policyText('## Your rights [#your-rights]\n\n<Note>\n\nYou have some.'),
    place: '7:1',
    rule: 'mdx-syntax',
    says: /<Note>.*<\/Note>/,
  },
  { name: 'an empty file', text: '', place: '1:1', rule: 'frontmatter-missing', says: /The file is empty\..*effective: 2027-03-01/ },
  {
    name: 'a binary file',
    text: Buffer.from([0x50, 0x4b, 0x03, 0x04, 0x14, 0x00, 0x06, 0x00, 0xff, 0xfe, 0x0a, 0x00]),
    place: '1:6',
    rule: 'file-encoding',
    says: /is not a text.*imported first/,
  },
  { name: 'a file of 5 MB', text: `${POLICY}${'Words. '.repeat(715_000)}`, place: '1:1', rule: 'file-too-large', says: /5\.0 MB; a text may hold 2 MB\./ },
];

describe.each(MISTAKES)('$name', ({ text, place, rule, says }) => {
  let ended: Readonly<Record<'check' | 'build', Ended>>;
  let before: Readonly<Record<string, string>>;
  let after: Readonly<Record<string, string>>;
  const folder = sharedFolderOf({ ...inContent({ ...FILES, [TEXT]: text }), ...EARLIER });

  beforeAll(async () => {
    before = digestsOfTree(folder);
    const asked = ['--content', 'content', '--out', 'dist'];
    const [check, build] = await Promise.all([
      codicil(['check', ...asked], { cwd: folder }),
      codicil(['build', '--drafts', ...asked], { cwd: folder }),
    ]);
    ended = { check, build };
    after = digestsOfTree(folder);
  });

  test.each(['check', 'build'] as const)('is one clear finding of "%s" where it stands', (verb) => {
    const { code, stderr } = ended[verb];
    expect(code).toBe(1);
    const findings = stderr.split('\n').filter((line) => / {2}(?:error|warning|info)$/.test(line));
    expect(findings).toEqual([`content/${TEXT}:${place}  error`]);
    expect(stderr).toMatch(says);
    expect(stderr).toContain(rule === '' ? '(' : `(${rule})`);
  });

  test.each(['check', 'build'] as const)('shows no stack trace, and nobody else\'s words, in "%s"', (verb) => {
    expect(`${ended[verb].stdout}${ended[verb].stderr}`).not.toMatch(/^ {4}at |node:internal|\.ts:\d|Error:|YAML|acorn|undefined/m);
  });

  test('leaves every file as it was, the earlier site too', () => {
    expect(after).toEqual(before);
    expect(ended.build.stderr).toMatch(/\nNothing was built: 1 error\. The files are as they were\.\n$/);
    expect(ended.check.stdout).toBe('Checked content: 1 error.\n');
  });
});

describe('changes at random to the sample', () => {
  const sample = join(root, 'content');
  const files = ['site.yaml', 'policies/terms/policy.yaml', 'policies/terms/2027-06-01/policy.mdx'];
  const head = (text: string) => text.split('\n').slice(0, 40);
  const sources = files.map((file) => ({ file, lines: head(readFileSync(join(sample, file), 'utf8')) }));

  type Change = (lines: string[]) => void;
  const line = fc.nat(39);
  const sign = fc.oneof(fc.constantFrom(...':#-*&!|>%@`"\'{}[],?<=~\\\t\r \u0000\u202E\uFEFFé'), fc.string({ unit: 'binary', minLength: 1, maxLength: 2 }));
  const change: fc.Arbitrary<Change> = fc.oneof(
    line.map((at): Change => (lines) => void lines.splice(at % lines.length, 1)),
    line.map((at): Change => (lines) => void lines.splice(at % lines.length, 0, lines[at % lines.length] ?? '')),
    fc.tuple(line, line).map(([a, b]): Change => (lines) => {
      const [from, to] = [a % lines.length, b % lines.length];
      [lines[from], lines[to]] = [lines[to] ?? '', lines[from] ?? ''];
    }),
    fc.tuple(line, fc.nat(80), sign, fc.boolean()).map(([at, column, written, instead]): Change => (lines) => {
      const old = lines[at % lines.length] ?? '';
      const place = column % (old.length + 1);
      lines[at % lines.length] = `${old.slice(0, place)}${written}${old.slice(place + (instead ? 1 : 0))}`;
    }),
  );

  test('are read or give findings with a place, and never throw', async () => {
    const folder = folderOf({});
    cpSync(sample, folder, { recursive: true });
    const property = fc.asyncProperty(fc.constantFrom(...sources), fc.array(change, { minLength: 1, maxLength: 4 }), async ({ file, lines }, changes) => {
      const changed = [...lines];
      for (const one of changes) if (changed.length > 0) one(changed);
      write(folder, { [file]: changed.join('\n') });
      const { findings } = await readLibrary(folder);
      write(folder, { [file]: readFileSync(join(sample, file)) });
      for (const { place, message } of findings.filter((finding) => finding.place.file === file)) {
        expect(place.line).toBeGreaterThan(0);
        expect(place.line).toBeLessThanOrEqual(changed.join('\n').split(/\r\n?|\n/).length);
        expect(message).toMatch(/^\S.*\S$/s);
        expect(message).not.toMatch(/\bundefined\b|\[object/);
      }
    });
    await fc.assert(property, { numRuns: 150 });
  });
});

function inContent(files: Files): Files {
  return Object.fromEntries(Object.entries(files).map(([path, text]) => [`content/${path}`, text]));
}
