import { Ajv2020 } from 'ajv/dist/2020.js';
import { beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { remove } from '../../src/cli/commands/later-events.ts';
import { diff } from '../../src/cli/commands/diff.ts';
import { documentSchemas } from '../../src/outputs/schemas.ts';
import { codicil } from '../command.ts';
import { folderOf, SITE, write } from '../content-folder.ts';
import { firstVersion, laterVersion, NOW, published, run } from '../desk.ts';

let content: string;

/** Two published versions, a draft that follows the second, and a policy without any. */
beforeEach(async () => {
  content = folderOf({
    'site.yaml': SITE,
    'policies/privacy/policy.yaml': 'title: Privacy policy\n',
    'policies/privacy/one/policy.mdx': firstVersion({ effective: '2027-01-10' }),
    'policies/privacy/two/policy.mdx': laterVersion({ effective: '2027-06-01' }),
    'policies/empty/policy.yaml': 'title: Empty\n',
  });
  await published(content);
  write(content, {
    'policies/privacy/three/policy.mdx': laterVersion({ effective: '2027-12-01', promise: 'We must keep it for 30 days.' }),
  });
});

const compare = (first: string, second?: string, more: { format?: 'text' | 'html' | 'json'; policy?: string } = {}) =>
  run(() => diff({ content, policy: 'privacy', first, second, format: 'text', ...more }));

describe('diff', () => {
  test('of a published version alone shows what it changed of the one that it superseded', async () => {
    const { code, stdout, stderr } = await compare('two');
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toBe('Privacy policy: one -> two\n1 of 3 sections changed.\n\n## Our promise [#our-promise]\n  We keep it {+well+}.\n');
  });

  test('of a draft alone shows what it would change of the version before it', async () => {
    expect((await compare('three')).stdout).toContain('Privacy policy: two -> three (draft)\n1 of 3 sections changed; 1 number');
  });

  test('of two versions goes from the first to the second, either way round', async () => {
    expect((await compare('one', 'three')).stdout).toContain('Privacy policy: one -> three (draft)');
    expect((await compare('two', 'one')).stdout).toContain('We keep it [-well-].');
    expect((await compare('one', 'one')).stdout).toContain('The two texts are the same');
  });

  test('of a first version alone asks for the other one', async () => {
    const { code, stderr } = await compare('one');
    expect([code, stderr]).toEqual([2, 'privacy/one follows no version. Name the two to compare: codicil diff privacy A B\n']);
  });

  test.each([
    ['nothing', 'The policy "privacy" has no version "nothing".'],
    ['privacy/two', '"privacy/two": write the policy and its versions apart'],
  ])('of %s says what is wrong', async (name, message) => {
    const { code, stderr } = await compare(name);
    expect(code).toBe(2);
    expect(stderr).toContain(message);
  });

  test('of an unknown policy names the nearest one', async () => {
    expect((await compare('one', undefined, { policy: 'privcy' })).stderr).toContain('Did you mean "privacy"?');
  });

  test('names the mistake that keeps a draft from being read', async () => {
    write(content, { 'policies/privacy/broken/policy.mdx': '---\neffective: 2028-01-01\n---\n\n## A [#a]\n\n{oops}\n' });
    const { code, stdout, stderr } = await compare('broken');
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(
      /policies\/privacy\/broken\/policy\.mdx:\d+:\d+ {2}error[\s\S]*Nothing can be compared before this is put right\.\n$/,
    );
  });

  test('does not speak of words that had to be removed', async () => {
    const own = folderOf({
      'site.yaml': SITE,
      'policies/privacy/policy.yaml': 'title: Privacy policy\n',
      'policies/privacy/one/policy.mdx': firstVersion({ effective: '2027-01-10' }),
      'policies/privacy/two/policy.mdx': laterVersion({ effective: '2027-06-01' }),
    });
    await published(own);
    await run(() => remove({ content: own, name: 'privacy/one', reason: 'By order of the court.' }, { now: NOW }));
    const { code, stderr } = await run(() => diff({ content: own, policy: 'privacy', first: 'two', format: 'text' }));
    expect([code, stderr]).toEqual([2, 'The words of privacy/one had to be taken away, so nothing can be compared with them.\n']);
  });

  test('as JSON keeps to its published schema, and names sections, kinds and words', async () => {
    const { code, stdout } = await compare('one', 'three', { format: 'json' });
    expect(code).toBe(0);
    const data = z.looseObject({ $schema: z.string() }).parse(JSON.parse(stdout));
    const ajv = new Ajv2020({ allErrors: true });
    for (const [, schema] of documentSchemas((name) => `https://policies.example.org/schemas/${name}.json`)) ajv.addSchema({ ...schema });
    const validate = ajv.getSchema(data.$schema);
    expect([validate?.(data), validate?.errors]).toEqual([true, null]);
    expect(validate?.({ ...data, more: 1 })).toBe(false);
    expect(data).toMatchObject({
      policy: 'privacy',
      from: { version: 'one', status: 'published' },
      to: { version: 'three', status: 'draft' },
      summary: { sections: 3, changed: 1, kinds: { number: 1, modal: 1 } },
      sections: [{ from: { id: 'our-promise', heading: 'Our promise' }, to: { id: 'our-promise' } }],
    });
    expect(stdout).toContain('"must"');
    expect((await compare('one', 'one', { format: 'json' })).stdout).toContain('"changes": []');
  });

  test('as HTML is one whole file on standard output', async () => {
    const { code, stdout, stderr } = await compare('one', 'three', { format: 'html' });
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/^<!doctype html>\n<html lang="en" dir="ltr">[\s\S]*<ins[^>]*>[\s\S]* for 30 days<\/ins>[\s\S]*<\/html>\n$/);
    expect(stdout).toContain('<h1>Privacy policy: what changed from version one to version three</h1>');
  });

  test('in a pipe is plain and 80 columns wide, whatever the terminal is', async () => {
    const { code, stdout, stderr } = await codicil(['diff', 'privacy', 'three', '--content', content], { env: { COLUMNS: '40' } });
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toContain('  We {+must+} keep it [-well-] {+for 30 days+}.');
  });
});
