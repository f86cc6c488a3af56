import { join } from 'node:path';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { publish } from '../../src/cli/commands/publish.ts';
import { review } from '../../src/cli/commands/review.ts';
import { status } from '../../src/cli/commands/status.ts';
import { verifyContent } from '../../src/library/verify.ts';
import { openArchive } from '../../src/library/archive.ts';
import { codicil } from '../command.ts';
import { folderOf, SITE, write, type Files } from '../content-folder.ts';
import { approvedText, firstVersion, laterVersion, ledgerLines, NOW, policies, published, run } from '../desk.ts';
import { digestsOfTree } from '../tree.ts';

const SAMPLE = { 'site.yaml': `${SITE}sample: true\n` };

const privacy = (texts: Readonly<Record<string, string>>): Files => ({
  'site.yaml': SITE,
  'policies/privacy/policy.yaml': 'title: Privacy policy\n',
  ...Object.fromEntries(Object.entries(texts).map(([version, text]) => [`policies/privacy/${version}/policy.mdx`, text])),
});

const FIRST = firstVersion({ effective: '2027-01-10' });
const at = (day: string): { now: number } => ({ now: Date.parse(`${day}T11:00:00Z`) });

const toldSchema = z.object({
  policies: z.array(z.object({ inForce: z.object({ version: z.string(), from: z.string() }).nullable() })),
  next: z.object({ instant: z.string() }).nullable(),
});

async function told(content: string, today: string): Promise<z.infer<typeof toldSchema>> {
  const { stdout } = await run(() => status({ content, format: 'json' }, { now: NOW, today }));
  return toldSchema.parse(JSON.parse(stdout));
}

/** The version of the one policy that is in force on each of some days. */
async function inForce(content: string, days: readonly string[]): Promise<readonly (string | undefined)[]> {
  const versions: (string | undefined)[] = [];
  for (const day of days) versions.push((await told(content, day)).policies[0]?.inForce?.version);
  return versions;
}

describe('a draft', () => {
  test('that is approved is published, and says what was posted with it', async () => {
    const content = folderOf(privacy({ '2027-01-10': FIRST }));
    const { code, stdout } = await published(content);
    expect(code).toBe(0);
    expect(stdout).toMatch(
      /^privacy\/2027-01-10: in force from 2027-01-10 \(Europe\/Paris\), fingerprint (?:[0-9a-f]{4} ?){4}\nPublished 1 version\./,
    );
    const archive = await openArchive(content);
    const frozen = await archive.frozenVersion('privacy', '2027-01-10');
    expect(frozen).toMatchObject({
      title: 'Privacy policy',
      organisation: 'Example Ltd',
      contact: { email: 'help@example.org' },
      lang: 'en',
    });
    expect(frozen.sections.map(({ id, heading }) => [id, heading])).toEqual([
      ['preamble', undefined],
      ['who-we-are', 'Who we are'],
      ['our-promise', 'Our promise'],
    ]);
    expect(await archive.anchors('privacy', '2027-01-10')).toEqual(['preamble', 'who-we-are', 'our-promise']);
    expect(archive.published('privacy', '2027-01-10')?.words).toBe(frozen.digests.words);
    expect(readFileSync(join(content, 'policies/privacy/2027-01-10/policy.mdx'), 'utf8')).toBe(FIRST);
  });

  test('without approval is named and left as it is; asked for by name it is refused', async () => {
    const content = folderOf(privacy({ '2027-01-10': FIRST.replace(/approved:.*\n/u, '') }));
    const before = digestsOfTree(content);
    const all = await published(content);
    expect([all.code, all.stdout]).toEqual([
      0,
      'privacy/2027-01-10: a draft that is not approved; left as it is.\nNo approved draft is there to publish. Nothing was changed.\n',
    ]);
    const one = await published(content, 'privacy/2027-01-10');
    expect([one.code, one.stderr]).toEqual([
      2,
      'privacy/2027-01-10 is not approved, so it was not published. "codicil review privacy/2027-01-10" prints the lines that approve it.\n',
    ]);
    expect(digestsOfTree(content)).toEqual(before);
  });

  test('that was changed after its approval is refused', async () => {
    const content = folderOf(privacy({ '2027-01-10': FIRST.replace('We keep it.', 'We may keep it.') }));
    const { code, stderr } = await published(content);
    expect(code).toBe(1);
    expect(stderr).toContain('(approval-digest)');
    expect(stderr).toMatch(/\nNothing was published: 1 error\. The drafts and everything published are as they were\.\n$/);
  });

  test('is approved by the lines that "review" prints', async () => {
    const text = FIRST.replace(/approved:.*\n/u, '');
    const content = folderOf(privacy({ '2027-01-10': text }));
    const { stdout } = await run(() => review({ content, name: 'privacy/2027-01-10' }, { now: NOW }));
    expect(stdout).toMatch(/^approved:\n {2}by: .*\n {2}on: 2027-01-10\n {2}text: '[0-9a-f]{12}'\n$/);
    write(content, privacy({ '2027-01-10': text.replace('---\n', `---\n${stdout}`) }));
    expect((await published(content)).code).toBe(0);
  });

  test('is checked and not written by --dry-run', async () => {
    const content = folderOf(privacy({ '2027-01-10': FIRST }));
    const before = digestsOfTree(content);
    const { code, stdout } = await run(() => publish({ content, dryRun: true }, { now: NOW }));
    expect(code).toBe(0);
    expect(stdout).toMatch(/\n1 version could be published\. Nothing was written\.\n$/);
    expect(digestsOfTree(content)).toEqual(before);
  });

  test('of one policy that is wrong keeps all others back, but not one that is asked for by name', async () => {
    const content = folderOf({ 'site.yaml': SITE, ...policies(['privacy', 'terms']), 'policies/terms/2027-01-10/policy.mdx': 'wrong' });
    expect((await published(content)).code).toBe(1);
    expect(ledgerLines(content)).toEqual([]);
    expect((await published(content, 'privacy')).code).toBe(0);
    expect(ledgerLines(content)).toHaveLength(1);
  });

  test('once published cannot be published again', async () => {
    const content = folderOf(privacy({ '2027-01-10': FIRST }));
    await published(content);
    const { code, stderr } = await published(content, 'privacy/2027-01-10');
    expect([code, stderr]).toEqual([
      2,
      'privacy/2027-01-10 is published already, and a published text never changes. A correction is a new version.\n',
    ]);
  });

  test('may link to a section that only a published text has', async () => {
    const content = folderOf({ 'site.yaml': SITE, ...policies(['privacy', 'terms']) });
    await published(content, 'privacy');
    const linked = (id: string): Files => ({
      'policies/terms/2027-01-10/policy.mdx': approvedText(
        `---\neffective: 2027-01-10\nmateriality: initial\nsummary: First.\n---\n\nSee [it](policy:privacy#${id}).\n`,
      ),
    });
    write(content, linked('our-promise'));
    expect((await published(content)).code).toBe(0);
    const other = folderOf({ 'site.yaml': SITE, ...policies(['privacy', 'terms']), ...linked('our-promises') });
    await published(other, 'privacy');
    expect((await published(other)).stderr).toContain('The policy "privacy" has no section "our-promises". Did you mean "our-promise"?');
  });
});

describe('the day that a command is told to take for today', () => {
  test('is refused unless the content says that it is a sample', async () => {
    const content = folderOf(privacy({ '2027-01-10': FIRST }));
    const { code, stderr } = await published(content, undefined, { today: '2027-01-05' });
    expect(code).toBe(2);
    expect(stderr).toMatch(/^--today 2027-01-05 is for sample content only: .* Nothing was written\./);
    expect(ledgerLines(content)).toEqual([]);
  });

  test('stands in the ledger line of a sample, beside the machine’s instant', async () => {
    const content = folderOf({ ...privacy({ '2027-01-10': FIRST }), ...SAMPLE });
    expect((await published(content, undefined, { today: '2027-01-05' })).code).toBe(0);
    expect(JSON.parse(ledgerLines(content)[0] ?? '')).toMatchObject({
      recordedAt: '2027-01-10T11:00:00Z',
      asIf: '2027-01-05',
      zone: 'Europe/Paris',
    });
  });

  test('is today in the site’s zone when nothing is told', async () => {
    const content = folderOf({
      ...privacy({ '2027-01-11': firstVersion({ effective: '2027-01-11' }) }),
      'site.yaml': SITE.replace('Europe/Paris', 'Pacific/Kiritimati'),
    });
    expect((await published(content)).code).toBe(0);
    expect((await told(content, '2027-01-11')).policies[0]?.inForce?.version).toBe('2027-01-11');
  });
});

describe('versions of one policy', () => {
  test('one that takes effect on the day it is posted is in force from that day', async () => {
    const content = folderOf(privacy({ '2027-01-10': FIRST }));
    await published(content);
    expect(await inForce(content, ['2027-01-09', '2027-01-10', '2027-01-11'])).toEqual([undefined, '2027-01-10', '2027-01-10']);
  });

  test('of two with one effective day the later ledger line wins', async () => {
    const content = folderOf(privacy({ '2027-01-10': FIRST, a: laterVersion({ effective: '2027-02-01' }) }));
    expect((await published(content)).code).toBe(0);
    write(content, privacy({ b: laterVersion({ effective: '2027-02-01', promise: 'We keep it better.' }) }));
    const { code, stderr } = await published(content, undefined, at('2027-01-12'));
    expect([code, stderr]).toEqual([0, '']);
    expect(await inForce(content, ['2027-01-31', '2027-02-01'])).toEqual(['2027-01-10', 'b']);
  });

  test('one that is posted between two others follows the earlier and ends with the later', async () => {
    const content = folderOf(privacy({ '2027-01-10': FIRST, december: laterVersion({ effective: '2027-12-01' }) }));
    expect((await published(content)).code).toBe(0);
    write(content, privacy({ june: laterVersion({ effective: '2027-06-01', promise: 'We keep it until December.' }) }));
    expect((await published(content, undefined, at('2027-01-12'))).stderr).toBe('');
    expect(await inForce(content, ['2027-05-31', '2027-06-01', '2027-11-30', '2027-12-01'])).toEqual([
      '2027-01-10',
      'june',
      'june',
      'december',
    ]);
    const archive = await openArchive(content);
    expect((await archive.frozenVersion('privacy', 'june')).supersedes).toBe('2027-01-10');
    expect(archive.published('privacy', 'june')?.supersedes).toBeUndefined();
  });

  test('several in one run are checked one after the other, earliest first', async () => {
    const third = laterVersion({ effective: '2027-12-01', promise: 'We keep it best.' });
    const content = folderOf(privacy({ z: FIRST, y: laterVersion({ effective: '2027-06-01' }), x: third }));
    const { code, stderr } = await published(content);
    expect([code, stderr]).toEqual([0, '']);
    expect((await openArchive(content)).ledger.entries.map((entry) => 'version' in entry && entry.version)).toEqual(['z', 'y', 'x']);
    expect((await verifyContent(content)).findings).toEqual([]);
  });

  test('a change of the site’s zone governs later lines only', async () => {
    const content = folderOf(privacy({ '2027-01-10': FIRST, june: laterVersion({ effective: '2027-06-01' }) }));
    await published(content);
    expect((await told(content, '2027-01-10')).next?.instant).toBe('2027-05-31T22:00:00Z');
    write(content, {
      ...privacy({ december: laterVersion({ effective: '2027-12-01', promise: 'We keep it best.' }) }),
      'site.yaml': SITE.replace('Europe/Paris', 'America/Los_Angeles'),
    });
    expect((await published(content, undefined, at('2027-01-12'))).code).toBe(0);
    expect((await told(content, '2027-01-12')).next?.instant).toBe('2027-05-31T22:00:00Z');
    expect((await told(content, '2027-06-01')).next?.instant).toBe('2027-12-01T08:00:00Z');
  });
});

describe('two publications at once', () => {
  test('of the same folder, each in a process of its own, write every version once', async () => {
    const names = Array.from({ length: 8 }, (_, index) => `policy-${index}`);
    const content = folderOf({ ...SAMPLE, ...policies(names) });
    const asked = ['publish', '--content', content, '--today', '2027-01-10'];
    const both = await Promise.all([codicil(asked), codicil(asked)]);
    expect(both.map(({ code, stderr }) => [code, stderr])).toEqual([
      [0, ''],
      [0, ''],
    ]);
    expect(new Set(both.map(({ stdout }) => stdout.split('\n').at(-2)?.split('.')[0]))).toEqual(
      new Set(['No approved draft is there to publish', 'Published 8 versions']),
    );
    expect(ledgerLines(content)).toHaveLength(8);
    expect((await verifyContent(content)).findings).toEqual([]);
  });
});
