import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readLibrary } from '../src/library/library.ts';
import { verifyContent } from '../src/library/verify.ts';
import { calendarDate } from '../src/model/calendar-date.ts';
import { stateOn } from '../src/model/lifecycle.ts';

const root = fileURLToPath(new URL('../', import.meta.url));

function filesOf(folder: string): Readonly<Record<string, string>> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    names.map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return [path.slice(folder.length), readFileSync(path, 'utf8')];
    }),
  );
}

describe('the sample content', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'codicil-sample-'));
  });

  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  function makeSample(content: string): void {
    execFileSync(process.execPath, [join(root, '.ci/sample.ts'), '--content', content], { cwd: root, stdio: 'pipe' });
  }

  test('is exactly what its script makes', () => {
    const made = join(folder, 'content');
    makeSample(made);
    expect(filesOf(made)).toEqual(filesOf(join(root, 'content')));
  });

  test('takes the place of sample content, and says every word again', () => {
    const made = join(folder, 'content');
    makeSample(made);
    writeFileSync(join(made, 'policies/privacy/2016-05-26/policy.mdx'), 'changed');
    makeSample(made);
    expect(filesOf(made)).toEqual(filesOf(join(root, 'content')));
  });

  test('never takes the place of an organisation’s own policies', () => {
    writeFileSync(join(folder, 'site.yaml'), 'organisation: Own\nsample: false\n');
    expect(() => makeSample(folder)).toThrow('is not sample content');
    expect(filesOf(folder)).toEqual({ '/site.yaml': 'organisation: Own\nsample: false\n' });
  });
});

describe('the sample as readers meet it on 22 November 2026', () => {
  const day = calendarDate('2026-11-22');

  async function statesOf(policy: string) {
    const { archive, policies } = await readLibrary(join(root, 'content'));
    const timeline = archive.histories.find((history) => history.policy === policy)?.timeline ?? [];
    const drafts = policies.find(({ name }) => name === policy)?.versions ?? [];
    return [
      ...timeline.map((entry) => [entry.posting.version, day && stateOn(entry, day)]),
      ...drafts.map(({ version, frontmatter }) => [version, frontmatter.approved ? 'approved' : 'draft']),
    ];
  }

  test.each([
    [
      'privacy',
      [
        ['2016-05-26', 'superseded'],
        ['2024-01-01', 'in force'],
        ['2027-03-01', 'posted'],
      ],
    ],
    ['security', [['2016-05-26', 'in force']]],
    [
      'terms',
      [
        ['2016-05-26', 'in force'],
        ['2027-06-01', 'draft'],
      ],
    ],
  ])('%s has versions in these states', async (policy, states) => {
    expect(await statesOf(policy)).toEqual(states);
  });

  test('each change of the privacy policy has its notice', async () => {
    const { archive } = await readLibrary(join(root, 'content'));
    const told = async (version: string) => (await archive.frozenVersion('privacy', version)).changes.flatMap(({ sections }) => sections);
    expect(await told('2024-01-01')).toEqual(['preamble', 'who-we-are', 'contact', 'preamble', 'information-from-you']);
    expect(await told('2027-03-01')).toEqual(['cookies', 'your-rights', 'automated-decisions', 'disclosure']);
  });

  test('a renamed section keeps its id', async () => {
    const { archive } = await readLibrary(join(root, 'content'));
    const heading = async (version: string) =>
      (await archive.frozenVersion('privacy', version)).sections.find(({ id }) => id === 'disclosure')?.heading;
    expect([await heading('2024-01-01'), await heading('2027-03-01')]).toEqual([
      'Who receives your information',
      'Whom we share your information with',
    ]);
  });

  test('nothing that was published differs from its ledger', async () => {
    const { findings, versions } = await verifyContent(join(root, 'content'));
    expect([findings, versions]).toEqual([[], 5]);
  });
});
