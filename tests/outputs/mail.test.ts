import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { notice } from '../../src/cli/commands/notice.ts';
import { sha256 } from '../../src/library/digests.ts';
import { folderOf, sharedFolderOf } from '../content-folder.ts';
import { ledgerLines, NOW, run } from '../desk.ts';
import { publishVersions } from '../site/versions-content.ts';

const content = sharedFolderOf({});
beforeAll(() => publishVersions(content, 'Europe/Paris'));

const asked = (name: string, html?: string) => run(() => notice({ content, name, html }, { now: NOW }));

describe('the notice of a version', () => {
  test('as plain text says what, when, what it means, what to do, where to read and whom to ask', async () => {
    const { code, stdout, stderr } = await asked('privacy/2027-03-01');
    expect([code, stderr]).toEqual([0, '']);
    for (const words of [
      'Privacy policy: version 2027-03-01, from 1 March 2027 on\n',
      'From when: 1 March 2027 (Europe/Paris)',
      'What changes: We answer within fourteen days. The section has another name.',
      'What it means for you: You get an answer sooner.',
      'What you can do: Write to us as before.',
      'https://policies.example.org/privacy/2027-03-01/\n',
      'https://policies.example.org/privacy/2027-03-01/changes/\n',
      'What changed since the version in force when this notice was sent:\nhttps://policies.example.org/privacy/compare/#since=2024-01-01\n',
      'Questions: help@example.org',
      sha256(ledgerLines(content).at(-1) ?? ''),
    ])
      expect(stdout).toContain(words);
  });

  test('as an HTML e-mail says the same and fetches nothing', async () => {
    const file = join(folderOf({}), 'notice.html');
    const { stdout } = await asked('privacy/2027-03-01', file);
    const html = readFileSync(file, 'utf8');
    expect(html).not.toMatch(/\s(?:src|style|srcset|background)=|<(?:link|script|style|img|iframe)/iu);
    const words = html.replaceAll(/<title>.*<\/title>|<[^>]+>/gu, ' ').replaceAll(/\s+/gu, ' ');
    for (const line of stdout.split('\n').filter((text) => text !== '' && !text.startsWith('https:'))) {
      expect(words.replaceAll(' :', ':')).toContain(line.replace(/:$/u, ''));
    }
    for (const [address] of stdout.matchAll(/^https:.*$/gmu)) expect(html).toContain(`href="${address}"`);
  });

  test('names no version to compare with while none is in force', async () => {
    const { stdout } = await asked('cookies/2027-03-01');
    expect(stdout).not.toContain('/compare/');
  });

  test('that was withdrawn says so and why', async () => {
    const { stdout } = await asked('terms/2026-12-15');
    expect(stdout).toContain('Terms policy: version 2026-12-15 is withdrawn');
    expect(stdout).toContain('Reason: We thought better of it.');
    expect(stdout).not.toContain('other words');
  });

  test.each([
    ['privacy/2030-01-01', undefined, 'There is no version privacy/2030-01-01.'],
    ['privacy', undefined, 'privacy'],
    ['privacy/2027-03-01', 'notice.mdx', 'must end in .html'],
  ])('is refused for %s into %s', async (name, html, words) => {
    const { code, stdout, stderr } = await asked(name, html);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(words);
  });

  test('is never written among the policies', async () => {
    const file = join(content, 'policies/privacy/2027-03-01/notice.html');
    expect((await asked('privacy/2027-03-01', file)).code).toBe(2);
    expect(existsSync(file)).toBe(false);
  });
});
