import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { remove, reschedule } from '../../src/cli/commands/later-events.ts';
import { calendarDate } from '../../src/model/calendar-date.ts';
import { manifestFile } from '../../src/outputs/site-files.ts';
import { sharedFolderOf } from '../content-folder.ts';
import { publishVersions } from '../site/versions-content.ts';
import { outputsOf } from './facts.ts';

const folder = sharedFolderOf({});
const far = sharedFolderOf({});
const own = sharedFolderOf({});
const NOW = Date.parse('2026-11-22T13:00:00Z');
let files: Readonly<Record<string, string>>;

beforeAll(async () => {
  await publishVersions(folder, 'Europe/Paris');
  files = await outputsOf(folder, '2026-11-22');
});

const at = (path: string): string => files[path] ?? `${path} is missing`;
const current = async (today: string) =>
  z.looseObject({ asOf: z.string() }).parse(JSON.parse((await outputsOf(folder, today))['privacy/current.json'] ?? ''));

describe('every JSON document', () => {
  test('keeps to the schema that it names, and every schema is one', () => {
    const ajv = new Ajv2020({ allErrors: true });
    const schemas = Object.entries(files).filter(([path]) => path.startsWith('schemas/'));
    expect(schemas.map(([path]) => path)).toEqual(
      ['policies', 'versions', 'current', 'policy', 'redline', 'feed', 'status', 'manifest'].map((name) => `schemas/${name}.json`),
    );
    for (const [, text] of schemas) ajv.addSchema(z.looseObject({}).parse(JSON.parse(text)));
    const documents = Object.entries(files).filter(([path]) => path.endsWith('.json') && !path.startsWith('schemas/'));
    expect(documents).toHaveLength(2 + 3 * 4 + 7);
    for (const [path, text] of [...documents, ['manifest.json', manifestFile({ a: 'a'.repeat(64) })] as const]) {
      const data = z.looseObject({ $schema: z.string().optional() }).parse(JSON.parse(text));
      const name = path.endsWith('feed.json') ? 'feed' : 'manifest';
      const validate = ajv.getSchema(data.$schema ?? `https://policies.example.org/schemas/${name}.json`);
      expect(validate?.(data), `${path}: ${ajv.errorsText(validate?.errors)}`).toBe(true);
    }
  });

  test('that says too much or too little does not keep to it', () => {
    const ajv = new Ajv2020({ strict: false });
    const validate = ajv.compile(z.looseObject({}).parse(JSON.parse(at('schemas/current.json'))));
    const data = z.looseObject({}).parse(JSON.parse(at('privacy/current.json')));
    expect(validate(data)).toBe(true);
    expect(validate({ ...data, more: 1 })).toBe(false);
    expect(validate({ ...data, inForce: undefined })).toBe(false);
  });
});

describe('what is in force', () => {
  test.each([
    ['2016-05-25', null, '2016-05-26'],
    ['2016-05-26', '2016-05-26', '2024-01-01'],
    ['2023-12-31', '2016-05-26', '2024-01-01'],
    ['2024-01-01', '2024-01-01', '2027-03-01'],
    ['2027-02-28', '2024-01-01', '2027-03-01'],
    ['2027-03-01', '2027-03-01', null],
    ['2036-01-01', '2027-03-01', null],
  ])('on %s is %s, and it changes next on %s', async (today, version, next) => {
    const found = await current(today);
    expect(found).toMatchObject({ asOf: today, nextChange: next, inForce: version === null ? null : { version } });
  });

  test('begins with the day in the zone of the ledger, and the JSON gives the instant', async () => {
    expect(await current('2027-03-01')).toMatchObject({ inForce: { from: '2027-03-01', since: '2027-02-28T23:00:00Z', until: null } });
    await publishVersions(far, 'Pacific/Kiritimati');
    const text = (await outputsOf(far, '2027-03-01'))['privacy/current.json'] ?? '';
    expect(JSON.parse(text)).toMatchObject({ inForce: { since: '2027-02-28T10:00:00Z' }, timeZone: 'Pacific/Kiritimati' });
  });

  test('is nothing once a policy is retired', () => {
    expect(JSON.parse(at('security/current.json'))).toMatchObject({
      inForce: null,
      announced: [],
      nextChange: null,
      retiredFrom: '2026-10-01',
    });
    expect(JSON.parse(at('terms/versions.json'))).toMatchObject({
      versions: [
        { state: 'in force', until: '2027-06-01' },
        { state: 'withdrawn', from: null },
      ],
    });
  });
});

describe('the forms of a text', () => {
  test('the record is the frozen file, byte for byte, and the plain text has the digest of the words', () => {
    const lines = at('ledger.jsonl').trimEnd().split('\n');
    expect(at('ledger.jsonl')).toBe(readFileSync(`${folder}/ledger.jsonl`, 'utf8'));
    const entry = z
      .looseObject({ words: z.string(), files: z.record(z.string(), z.string()) })
      .parse(JSON.parse(lines.find((line) => line.includes('"version":"2024-01-01"')) ?? ''));
    expect(sha256(at('privacy/2024-01-01/record.html'))).toBe(entry.files['record.html']);
    expect(sha256(at('privacy/2024-01-01/policy.txt'))).toBe(entry.words);
  });

  test('as Markdown it keeps headings, ids and links', () => {
    const text = at('privacy/2016-05-26/policy.md');
    expect(text.startsWith('# Privacy policy\n\nWords before the first heading.\n\n## 1. Who we are [#who-we-are]\n')).toBe(true);
    expect(text).toContain('[We](#who-we-are) answer when you ask for a copy.\n\n### Children [#children]\n');
  });
});

describe('the day asked for', () => {
  test('changes only what may depend on it', async () => {
    const later = await outputsOf(folder, '2027-03-01');
    const changed = Object.keys(files).filter((path) => files[path] !== later[path]);
    expect(changed.toSorted()).toEqual(
      [
        'policies.json',
        ...['cookies', 'privacy', 'security', 'terms'].flatMap((name) => [`${name}/versions.json`, `${name}/current.json`]),
      ].toSorted(),
    );
    expect(Object.keys(later)).toEqual(Object.keys(files));
    expect(await outputsOf(folder, '2026-11-22')).toEqual(files);
  });
});

describe('what may be told only once', () => {
  test('a removed text leaves no words in any file, and a moved day is told beside the first', async () => {
    await publishVersions(own, 'Europe/Paris');
    const reason = 'The board decided so.';
    const effective = calendarDate('2027-04-01');
    if (!effective) throw new Error('no day');
    const clock = { now: NOW, today: '2026-11-23' };
    expect(await reschedule({ content: own, name: 'privacy/2027-03-01', effective, reason }, clock)).toBe(0);
    expect(await remove({ content: own, name: 'privacy/2016-05-26', reason: 'A court ordered it.' }, clock)).toBe(0);
    const after = await outputsOf(own, '2026-11-23');
    expect(Object.entries(after).filter(([, text]) => text.includes('We keep one cookie.'))).toEqual([]);
    expect(after['privacy/2016-05-26/record.html']).toBeUndefined();
    expect(after['privacy/timemap.link']).not.toContain('/2016-05-26/');
    expect(after['privacy/feed.xml']).toContain('Privacy policy: version 2027-03-01, from 1 March 2027 on');
    expect(after['privacy/feed.xml']).toContain('Privacy policy: version 2027-03-01 is moved to 1 April 2027');
    expect(after['calendar.ics']).toContain('DTSTART;VALUE=DATE:20270401\r\n');
    expect(after['calendar.ics']).not.toContain('DTSTART;VALUE=DATE:20270301\r\nDTEND;VALUE=DATE:20270302\r\nSUMMARY:Privacy');
    const entries = (text = '') =>
      new Map([...text.matchAll(/<entry[\s\S]*?<id>(.*?)<\/id>[\s\S]*?<\/entry>/gu)].map(([whole, id]) => [id, whole]));
    const before = entries(files['privacy/feed.xml']);
    const now = entries(after['privacy/feed.xml']);
    const kept = [...before].filter(([, text]) => !text.includes('2016-05-26/'));
    expect(kept.map(([id]) => now.get(id))).toEqual(kept.map(([, text]) => text));
    expect(now.size).toBe(before.size + 2);
  });
});

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
