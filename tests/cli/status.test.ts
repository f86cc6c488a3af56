import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { noticeSent, reschedule, retire } from '../../src/cli/commands/later-events.ts';
import { status } from '../../src/cli/commands/status.ts';
import { calendarDate, type CalendarDate } from '../../src/model/calendar-date.ts';
import { documentSchemas } from '../../src/outputs/schemas.ts';
import { folderOf, SITE } from '../content-folder.ts';
import { firstVersion, laterVersion, NOW, published, run, type Said } from '../desk.ts';

const NOTICE = 'changeTerms: {days: 14, channels: [email, letter, site]}\n';
const clock = { now: NOW };
const name = 'privacy/two';

let content: string;

/** A version in force that promises 14 days by e-mail and letter, and one posted on 10 January for 1 June. */
beforeEach(async () => {
  content = folderOf({
    'site.yaml': SITE,
    'policies/privacy/policy.yaml': 'title: Privacy policy\n',
    'policies/privacy/one/policy.mdx': firstVersion({ effective: '2027-01-10', settings: NOTICE }),
    'policies/privacy/two/policy.mdx': laterVersion({ effective: '2027-06-01' }),
    'policies/terms/policy.yaml': 'title: Terms\n',
    'policies/terms/one/policy.mdx': firstVersion({ effective: '2027-01-10' }).replace(/approved:.*\n/u, ''),
  });
  await published(content, 'privacy');
});

function on(text: string): CalendarDate {
  const day = calendarDate(text);
  if (day === undefined) throw new Error(text);
  return day;
}

const sent = (channel: string, day: string): Promise<Said> =>
  run(() => noticeSent({ content, name, channel, on: on(day) }, { now: Date.parse(`${day}T11:00:00Z`) }));
const move = (day: string, today: string): Promise<Said> =>
  run(() => reschedule({ content, name, effective: on(day), reason: 'We need more time.' }, { now: Date.parse(`${today}T11:00:00Z`) }));

const text = async (today: string): Promise<string> => (await run(() => status({ content, format: 'text' }, { ...clock, today }))).stdout;
const told = async (today: string): Promise<unknown> =>
  JSON.parse((await run(() => status({ content, format: 'json' }, { ...clock, today }))).stdout);
const noticesOn = async (today: string) =>
  z.object({ notices: z.array(z.looseObject({ version: z.string() })) }).parse(await told(today)).notices;
const noticeOn = async (today: string): Promise<unknown> => (await noticesOn(today))[0];

describe('the notice of a posted version', () => {
  test('names every promised channel by which nothing was sent, and what it comes to if it is sent on the day asked for', async () => {
    expect(await noticeOn('2027-01-20')).toEqual({
      policy: 'privacy',
      version: 'two',
      effective: '2027-06-01',
      promisedBy: 'one',
      promised: { days: 14, channels: ['email', 'letter', 'site'] },
      sent: [],
      outstanding: ['email', 'letter'],
      runsFrom: '2027-01-20',
      earliest: '2027-02-04',
      keepsPromise: true,
    });
    expect(await text('2027-01-20')).toContain(
      'Incomplete notices:\n  privacy/two: no notice by "email", "letter" is recorded. Sent on 2027-01-20, it runs from then; the 14 days that one promises allow 2027-02-04 at the earliest, and 2027-06-01 keeps that.\n',
    );
  });

  test('names what is left when one of two channels was sent', async () => {
    await sent('email', '2027-01-12');
    expect(await noticeOn('2027-01-20')).toMatchObject({
      sent: [{ channel: 'email', on: '2027-01-12' }],
      outstanding: ['letter'],
      runsFrom: '2027-01-20',
    });
  });

  test('is complete when every channel was sent, and its days run from the last', async () => {
    await sent('email', '2027-01-12');
    await sent('letter', '2027-01-15');
    expect(await noticeOn('2027-01-20')).toMatchObject({
      outstanding: [],
      runsFrom: '2027-01-15',
      earliest: '2027-01-30',
      keepsPromise: true,
    });
    expect(await text('2027-01-20')).not.toContain('Incomplete');
  });

  test('can no longer keep the promise when too little time is left, and the command that helps is named', async () => {
    await sent('email', '2027-01-12');
    expect(await noticeOn('2027-05-17')).toMatchObject({ earliest: '2027-06-01', keepsPromise: true });
    expect(await noticeOn('2027-05-18')).toMatchObject({ earliest: '2027-06-02', keepsPromise: false });
    expect(await text('2027-05-18')).toContain('2027-06-01 is too early: run "codicil reschedule privacy/two --effective 2027-06-02".');
  });

  test('begins anew when the day is brought forward: what was sent for the later day does not count', async () => {
    await sent('email', '2027-01-12');
    await sent('letter', '2027-01-12');
    await move('2027-05-01', '2027-02-01');
    expect(await noticeOn('2027-02-03')).toMatchObject({
      sent: [],
      outstanding: ['email', 'letter'],
      runsFrom: '2027-02-03',
      effective: '2027-05-01',
    });
  });

  test('stays what it was when the day is put off', async () => {
    await sent('email', '2027-01-12');
    await sent('letter', '2027-01-12');
    await move('2027-07-01', '2027-02-01');
    expect(await noticeOn('2027-02-03')).toMatchObject({
      outstanding: [],
      runsFrom: '2027-01-12',
      effective: '2027-07-01',
      keepsPromise: true,
    });
  });

  test('is told of after the version took effect without it', async () => {
    expect(await noticeOn('2027-06-02')).toMatchObject({ outstanding: ['email', 'letter'], keepsPromise: false });
    await sent('email', '2027-01-12');
    await sent('letter', '2027-01-15');
    expect(await noticeOn('2027-06-02')).toBeUndefined();
  });

  test('is not promised for a first version', async () => {
    expect((await noticesOn('2027-01-20')).map(({ version }) => version)).toEqual(['two']);
  });

  test('cannot be told when a published file was changed', async () => {
    const file = join(content, 'policies/privacy/one/version.json');
    writeFileSync(file, readFileSync(file, 'utf8').replace('"days":14', '"days":1'));
    const { code, stdout, stderr } = await run(() => status({ content, format: 'json' }, clock));
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toContain('This published file was changed');
  });
});

test('the JSON keeps to the schema that every site publishes, and names it', async () => {
  const ajv = new Ajv2020({ allErrors: true });
  for (const [, schema] of documentSchemas((one) => `https://policies.example.org/schemas/${one}.json`)) ajv.addSchema(schema);
  const validate = ajv.getSchema('https://policies.example.org/schemas/status.json');
  const keeps = async (today: string): Promise<void> => {
    const data = z.looseObject({ $schema: z.string() }).parse(await told(today));
    expect(data.$schema).toBe('https://policies.example.org/schemas/status.json');
    expect([validate?.(data), validate?.errors]).toEqual([true, null]);
    expect(validate?.({ ...data, more: true })).toBe(false);
  };
  await keeps('2027-01-09');
  await sent('email', '2027-01-12');
  await keeps('2027-01-20');
  await keeps('2027-06-02');
  await run(() => retire({ content, policy: 'privacy', from: on('2027-12-01'), reason: 'It ends.' }, clock));
  await keeps('2027-06-02');
  await keeps('2028-01-01');
});
