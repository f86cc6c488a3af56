import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { noticeSent, remove, reschedule, retire, reviewed, withdraw } from '../../src/cli/commands/later-events.ts';
import { openArchive } from '../../src/library/archive.ts';
import { readLibrary } from '../../src/library/library.ts';
import { verifyContent } from '../../src/library/verify.ts';
import { canonicalText } from '../../src/model/record/canonical.ts';
import { calendarDate, type CalendarDate } from '../../src/model/calendar-date.ts';
import { folderOf, SITE, write } from '../content-folder.ts';
import { firstVersion, laterVersion, ledgerLines, namesIn, NOW, published, run } from '../desk.ts';

const NOTICE = 'changeTerms: {days: 14, channels: [email]}\n';
const reason = 'The service starts later.';
const clock = { now: NOW };

let content: string;

/** A version in force that promises 14 days by e-mail, and two that are posted, each building on the one before. */
beforeEach(async () => {
  content = folderOf({
    'site.yaml': SITE,
    'policies/privacy/policy.yaml': 'title: Privacy policy\n',
    'policies/privacy/one/policy.mdx': firstVersion({ effective: '2027-01-10', settings: NOTICE }),
    'policies/privacy/two/policy.mdx': laterVersion({ effective: '2027-06-01' }),
    'policies/privacy/three/policy.mdx': laterVersion({ effective: '2027-12-01', promise: 'We keep it best.' }),
    'policies/terms/policy.yaml': 'title: Terms\n',
    'policies/terms/one/policy.mdx': firstVersion({ effective: '2027-01-10' }),
  });
  await published(content);
});

function on(text: string): CalendarDate {
  const day = calendarDate(text);
  if (day === undefined) throw new Error(text);
  return day;
}

const newest = (): unknown => JSON.parse(ledgerLines(content).at(-1) ?? '');
const historyOf = async (policy: string) => (await openArchive(content)).histories.find((one) => one.policy === policy);

async function holds(): Promise<void> {
  expect((await verifyContent(content)).findings).toEqual([]);
  expect((await readLibrary(content)).findings).toEqual([]);
}

describe('a posted version', () => {
  test('moves to another day by an event with its reason', async () => {
    const { code, stdout } = await run(() => reschedule({ content, name: 'privacy/two', effective: on('2027-07-01'), reason }, clock));
    expect([code, stdout]).toEqual([0, 'privacy/two: takes effect on 2027-07-01 instead.\n']);
    expect(newest()).toMatchObject({
      type: 'reschedule',
      version: 'two',
      effective: { day: '2027-07-01', basis: 'stated' },
      reason,
      seq: 5,
    });
    await holds();
  });

  test('does not move to a day that breaks the promise of the version in force', async () => {
    const { code, stderr } = await run(() => reschedule({ content, name: 'privacy/two', effective: on('2027-01-20'), reason }, clock));
    expect(code).toBe(1);
    expect(stderr).toMatch(
      /\(reschedule-breaks-promise\)\n\nNothing was recorded: 1 error\. The ledger and everything published are as they were\.\n$/,
    );
    expect(ledgerLines(content)).toHaveLength(4);
  });

  test('on which another builds is not taken back alone', async () => {
    const { code, stderr } = await run(() => withdraw({ content, name: 'privacy/two', reason, withLater: false }, clock));
    expect(code).toBe(1);
    expect(stderr).toContain('(withdraw-superseded)');
    expect(ledgerLines(content)).toHaveLength(4);
  });

  test('is taken back with all that build on it, the last one first', async () => {
    const { code, stderr } = await run(() => withdraw({ content, name: 'privacy/two', reason, withLater: true }, clock));
    expect([code, stderr]).toEqual([0, '']);
    expect((await openArchive(content)).ledger.entries.slice(4).map((entry) => 'version' in entry && entry.version)).toEqual([
      'three',
      'two',
    ]);
    expect((await historyOf('privacy'))?.timeline.map(({ fate }) => fate.kind)).toEqual(['governs', 'withdrawn', 'withdrawn']);
    await holds();
  });

  test('that no line publishes has no events', async () => {
    const { code, stderr } = await run(() => withdraw({ content, name: 'privacy/four', reason, withLater: false }, clock));
    expect(code).toBe(1);
    expect(stderr).toContain('(event-version-unknown)');
  });

  test('whose notice was sent says by what channel, when and to how many', async () => {
    const { code } = await run(() =>
      noticeSent({ content, name: 'privacy/two', channel: 'email', on: on('2027-01-10'), count: 1200 }, clock),
    );
    expect(code).toBe(0);
    expect((await historyOf('privacy'))?.versions.find(({ version }) => version === 'two')?.sent).toEqual([
      { channel: 'email', on: '2027-01-10', count: 1200 },
    ]);
    await holds();
  });
});

describe('a policy', () => {
  test('that was reviewed says when', async () => {
    expect((await run(() => reviewed({ content, policy: 'terms', on: on('2027-01-09'), reason: 'Nothing to change.' }, clock))).code).toBe(
      0,
    );
    expect((await historyOf('terms'))?.reviewedOn).toBe('2027-01-09');
  });

  test('ends on a day, and names what takes its place', async () => {
    const { code, stderr } = await run(() =>
      retire({ content, policy: 'terms', from: on('2027-03-01'), replacedBy: 'privacy', reason }, clock),
    );
    expect([code, stderr]).toEqual([0, '']);
    expect((await historyOf('terms'))?.retirement).toMatchObject({ from: '2027-03-01', replacedBy: 'privacy', reason });
  });

  test('cannot be replaced by one that is not published', async () => {
    const { code, stderr } = await run(() =>
      retire({ content, policy: 'terms', from: on('2027-03-01'), replacedBy: 'cookies', reason }, clock),
    );
    expect([code, stderr]).toEqual([
      2,
      'The policy "cookies" cannot replace terms: it is not published. The other published policies are privacy. Nothing was recorded.\n',
    ]);
  });
});

describe('words that a court orders away', () => {
  const order = 'Order 4 C 12/27 of 8 January 2027.';

  test('go with every file that holds them, and the tombstone keeps name, days and digests', async () => {
    const before = await openArchive(content);
    const { files, words } = before.published('terms', 'one') ?? {};
    expect((await run(() => remove({ content, name: 'terms/one', reason: order }, clock))).code).toBe(0);
    expect(existsSync(join(content, 'policies/terms/one')) ? namesIn(join(content, 'policies/terms/one')) : []).toEqual([]);
    expect(newest()).toMatchObject({ type: 'remove', policy: 'terms', version: 'one', reason: order, files });
    const after = await openArchive(content);
    expect(after.published('terms', 'one')?.words).toBe(words);
    await expect(after.frozenRecord('terms', 'one')).rejects.toThrow('its text had to be removed');
    await holds();
  });

  test('and come back are found', async () => {
    const text = readFileSync(join(content, 'policies/terms/one/record.html'));
    await run(() => remove({ content, name: 'terms/one', reason: order }, clock));
    write(content, { 'policies/terms/one/record.html': text });
    expect((await verifyContent(content)).findings.map(({ rule, place }) => [rule, place.file])).toEqual([
      ['frozen-extra', 'policies/terms/one/record.html'],
    ]);
  });

  test('in one section leave the rest as it was', async () => {
    const before = await openArchive(content);
    const whole = await before.frozenRecord('privacy', 'one');
    const frozen = await before.frozenVersion('privacy', 'one');
    expect((await run(() => remove({ content, name: 'privacy/one', section: 'our-promise', reason: order }, clock))).code).toBe(0);
    const archive = await openArchive(content);
    const rest = await archive.frozenRecord('privacy', 'one');
    expect(canonicalText(rest)).toBe(canonicalText(whole).replace(/^our-promise\t.*\n/gmu, ''));
    expect(await archive.anchors('privacy', 'one')).toContain('our-promise');
    const left = await archive.frozenVersion('privacy', 'one');
    expect(left.sections).toEqual(
      frozen.sections.map((section) =>
        section.id === 'our-promise' ? { id: section.id, words: section.words, record: section.record } : section,
      ),
    );
    expect(namesIn(join(content, 'policies/privacy/one'))).toEqual(['record.html', 'version.json']);
    await holds();
  });

  test('in a section that is not there change nothing', async () => {
    const { code, stderr } = await run(() => remove({ content, name: 'privacy/one', section: 'our-promises', reason: order }, clock));
    expect(code).toBe(1);
    expect(stderr).toContain('(remove-section-unknown)');
    expect(ledgerLines(content)).toHaveLength(4);
    await holds();
  });

  test('of a version that another follows let the next one be published', async () => {
    await run(() => remove({ content, name: 'privacy/three', reason: order }, clock));
    write(content, { 'policies/privacy/four/policy.mdx': laterVersion({ effective: '2028-01-01', promise: 'We keep it for ever.' }) });
    const { code, stderr } = await published(content);
    expect([code, stderr]).toEqual([0, '']);
    await holds();
  });
});

test('a reason that no ledger line has room for is refused', async () => {
  const { code, stderr } = await run(() => reviewed({ content, policy: 'terms', on: on('2027-01-09'), reason: 'x'.repeat(301) }, clock));
  expect([code, stderr]).toEqual([
    2,
    'The reason has 301 characters; a ledger line has room for 300. Say it in fewer words. Nothing was recorded.\n',
  ]);
});
