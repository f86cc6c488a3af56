import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { buildSite } from '../../src/cli/commands/build.ts';
import { folderOf, SITE, write } from '../content-folder.ts';
import { firstVersion, laterVersion, published, run } from '../desk.ts';

let content: string;

beforeEach(async () => {
  content = folderOf({
    'site.yaml': SITE,
    'policies/privacy/policy.yaml': 'title: Privacy policy\n',
    'policies/privacy/one/policy.mdx': firstVersion({ effective: '2027-01-10', promise: 'We sell nothing to anyone.' }),
    'policies/privacy/two/policy.mdx': laterVersion({
      effective: '2027-06-01',
      promise: 'We sell nothing.',
    })
      .replace('## Our promise', '## Where we are [#where-we-are]\n\nIn a street.\n\n## Our promise')
      .replace(/^approved.*\n/mu, ''),
  });
  await published(content, 'privacy/one');
});

async function build(yaml: string) {
  write(content, { 'search.yaml': yaml });
  const folder = mkdtempSync(join(tmpdir(), 'codicil-expected-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const out = join(folder, 'dist');
  const said = await run(() => buildSite({ content, out, today: '2027-01-20', drafts: false }));
  return { ...said, isBuilt: existsSync(out) };
}

describe('a build', { timeout: 60_000 }, () => {
  test('stops when readers would not find what they must, and says at which line and what they find instead', async () => {
    const { code, stderr, isBuilt } = await build('expect:\n  - ask: who are you\n    find: privacy#our-promise\n');
    expect([code, isBuilt]).toEqual([1, false]);
    expect(stderr).toContain('search.yaml:3:5  error');
    expect(stderr).toContain(
      'Readers who type "who are you" are to find privacy#our-promise, which is not among the first 3 answers. Found are privacy#who-we-are.',
    );
  });

  test('goes through when they find it, by the words that they use', async () => {
    const { code, isBuilt } = await build('synonyms:\n  vow: [promise]\nexpect:\n  - ask: vow\n    find: privacy#our-promise\n');
    expect([code, isBuilt]).toEqual([0, true]);
  });

  test('does not ask for a section that is not in force yet, and says so', async () => {
    const { code, stdout } = await build('expect:\n  - ask: street\n    find: privacy#where-we-are\n');
    expect(code).toBe(0);
    expect(stdout).toContain('Search was not asked for what is not in force: privacy#where-we-are.');
  });
});
