import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { remove, reschedule, withdraw } from '../../src/cli/commands/later-events.ts';
import { sha256 } from '../../src/library/digests.ts';
import { readLibrary } from '../../src/library/library.ts';
import { verifyContent } from '../../src/library/verify.ts';
import { calendarDate, type CalendarDate } from '../../src/model/calendar-date.ts';
import { folderOf, SITE, write } from '../content-folder.ts';
import { approvedText, firstVersion, laterVersion, ledgerLines, namesIn, NOW, published, run } from '../desk.ts';

const reason = 'The service starts later.';
const clock = { now: NOW };

let content: string;

/** A version in force and one that is announced. */
beforeEach(async () => {
  content = folderOf({
    'site.yaml': SITE,
    'policies/privacy/policy.yaml': 'title: Privacy policy\n',
    'policies/privacy/one/policy.mdx': firstVersion({ effective: '2027-01-10' }),
    'policies/privacy/three/policy.mdx': laterVersion({ effective: '2027-12-01', promise: 'We keep it best.' }),
  });
  await published(content);
});

function on(text: string): CalendarDate {
  const day = calendarDate(text);
  if (day === undefined) throw new Error(text);
  return day;
}

const frozen = (path: string): string => readFileSync(join(content, 'policies/privacy', path), 'utf8');
const newest = (): unknown => JSON.parse(ledgerLines(content).at(-1) ?? '');

async function post(name: string, text: string): Promise<Awaited<ReturnType<typeof published>>> {
  write(content, { [`policies/privacy/${name}/policy.mdx`]: text });
  return published(content);
}

async function holds(): Promise<void> {
  expect((await verifyContent(content)).findings).toEqual([]);
  expect((await readLibrary(content)).findings).toEqual([]);
}

const between = laterVersion({ effective: '2027-06-01', promise: 'We keep it better.' });

describe('the redline of a version', () => {
  test('is frozen against the one that it supersedes; the first version has none', async () => {
    expect(namesIn(join(content, 'policies/privacy/one'))).toEqual(['policy.mdx', 'record.html', 'version.json']);
    expect(frozen('three/changes.one.html')).toContain('<ins');
    expect(newest()).toMatchObject({ version: 'three', files: { 'changes.one.html': sha256(frozen('three/changes.one.html')) } });
    await holds();
  });

  test('is a whole document that names both versions and is written in the language of the text', () => {
    expect(frozen('three/changes.one.html')).toMatch(/^<!doctype html>\n<html lang="en" dir="ltr">/u);
    expect(frozen('three/changes.one.html')).toContain('<title>Privacy policy: what changed from version one to version three</title>');
  });

  test('no byte of it can change without being seen', async () => {
    write(content, { 'policies/privacy/three/changes.one.html': `${frozen('three/changes.one.html')}\n` });
    expect((await verifyContent(content)).findings).toMatchObject([
      { rule: 'frozen-changed', place: { file: 'policies/privacy/three/changes.one.html' } },
    ]);
  });
});

describe('a version posted between two others', () => {
  test('makes the announced one follow it, and the redline between the two is frozen in the same line', async () => {
    expect((await post('two', between)).code).toBe(0);
    expect(newest()).toMatchObject({
      version: 'two',
      pairs: [{ version: 'three', from: 'two', changes: sha256(frozen('three/changes.two.html')) }],
    });
    expect(frozen('three/changes.two.html')).toContain('better');
    await holds();
  });

  test('is refused when the notice of the announced one says nothing of a section that differs between the two', async () => {
    const text = between.replace('We are Example Ltd.', 'We are Example Limited.').replace('[our-promise]', '[our-promise, who-we-are]');
    const { code, stderr } = await post('two', approvedText(text.replace(/^approved.*\n/mu, '')));
    expect(code).toBe(1);
    expect(stderr).toContain('(next-covered)');
    expect(namesIn(join(content, 'policies/privacy/three'))).not.toContain('changes.two.html');
  });

  test('leaves the former neighbours side by side again when it is withdrawn; their redline stays as it was', async () => {
    const before = frozen('three/changes.one.html');
    await post('two', between);
    expect((await run(() => withdraw({ content, name: 'privacy/two', reason, withLater: false }, clock))).code).toBe(0);
    expect(newest()).toMatchObject({ type: 'withdraw', pairs: [{ version: 'three', from: 'one', changes: sha256(before) }] });
    expect(frozen('three/changes.one.html')).toBe(before);
    await holds();
  });

  test('is compared with the other one when it is moved behind it', async () => {
    await post('two', between);
    expect((await run(() => reschedule({ content, name: 'privacy/two', effective: on('2028-06-01'), reason }, clock))).code).toBe(0);
    expect(newest()).toMatchObject({
      type: 'reschedule',
      pairs: [
        { version: 'three', from: 'one' },
        { version: 'two', from: 'three', changes: sha256(frozen('two/changes.three.html')) },
      ],
    });
    await holds();
  });
});

describe('words that had to be removed', () => {
  test('are in no redline of another version any more, and verify knows that', async () => {
    await post('two', between);
    expect((await run(() => remove({ content, name: 'privacy/two', reason: 'A court ordered it.' }, clock))).code).toBe(0);
    expect(newest()).toMatchObject({ type: 'remove', quoting: [{ version: 'three', file: 'changes.two.html' }] });
    expect(namesIn(join(content, 'policies/privacy/three'))).toEqual(['changes.one.html', 'policy.mdx', 'record.html', 'version.json']);
    await holds();
  });

  test('of one section leave the rest of the redlines standing', async () => {
    await post('two', between);
    const order = { content, name: 'privacy/two', section: 'our-promise', reason: 'A court ordered it.' };
    expect((await run(() => remove(order, clock))).code).toBe(0);
    for (const path of ['two/changes.one.html', 'three/changes.two.html']) {
      expect(frozen(path)).not.toContain('better');
      expect(frozen(path)).toContain('Who we are');
    }
    await holds();
  });
});
