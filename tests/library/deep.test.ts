import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { remove } from '../../src/cli/commands/later-events.ts';
import { verify } from '../../src/cli/commands/verify.ts';
import { sha256 } from '../../src/library/digests.ts';
import { canonicalJson } from '../../src/model/ledger/canonical-json.ts';
import { folderOf, SITE, write } from '../content-folder.ts';
import { ledgerLines, NOW, policies, published, run, writeLedger, type Said } from '../desk.ts';

const NAMES = ['cookies', 'privacy', 'terms'];
const FOLDER = 'policies/terms/2027-01-10';
let content: string;

beforeEach(async () => {
  content = folderOf({ 'site.yaml': SITE, ...policies(NAMES) });
  await published(content);
});

const deep = (place = content): Promise<Said> => run(() => verify({ place, deep: true }));
const textOf = (name: string): string => readFileSync(join(content, FOLDER, name), 'utf8');

/** Changes a frozen file and makes the ledger agree with it, as somebody would who wants nobody to notice. */
function forge(name: string, words: string, other: string): void {
  const before = textOf(name);
  const after = before.replaceAll(words, other);
  expect(after).not.toBe(before);
  write(content, { [`${FOLDER}/${name}`]: after });
  const lines = ledgerLines(content);
  // The last line: nothing follows that would break with it.
  writeLedger(content, [...lines.slice(0, -1), (lines.at(-1) ?? '').replace(sha256(before), sha256(after))]);
}

describe('every published text, derived again', () => {
  test('is the one that the ledger and version.json name', async () => {
    expect(await deep()).toMatchObject({ code: 0, stderr: '', stdout: expect.stringContaining(', 3 texts read word by word.\n') });
  });

  test('is found when its frozen file was changed and the ledger made to agree, with both digests and the section', async () => {
    const { words }: { words: string } = JSON.parse(ledgerLines(content).at(-1) ?? '{}');
    forge('record.html', 'We are Example Ltd.', 'We are Elsewhere Ltd.');
    expect((await run(() => verify({ place: content }))).code).toBe(0);
    const { code, stderr } = await deep();
    expect(code).toBe(1);
    expect(stderr).toContain(`${content}/${FOLDER}/record.html  error\n  The words of this text, derived again, are not those`);
    expect(stderr).toMatch(
      new RegExp(`the ledger has the digest ${words}, the file gives [0-9a-f]{64}\\. It differs in the section "who-we-are"\\.`, 'u'),
    );
  });

  test('is found when only the emphasis was changed', async () => {
    forge(
      'record.html',
      '<p id="our-promise.1">We keep what terms says.</p>',
      '<p id="our-promise.1"><em>We keep what terms says.</em></p>',
    );
    const { code, stderr } = await deep();
    expect([code, stderr.includes('The words of this text')]).toEqual([1, false]);
    expect(stderr).toContain('Words and structure of this text, derived again,');
    expect(stderr).toContain('It differs in the section "our-promise".');
  });

  test('is found when it can no longer be read', async () => {
    forge('record.html', '<p id="our-promise.1">', '<p id="our-promise.1" onclick="x">');
    expect((await deep()).stderr).toContain('This record.html cannot be read: the attribute "onclick" is not expected on <p>');
  });

  test('is found when its title is not the one that was posted', async () => {
    forge('record.html', 'Policy terms', 'Policy of others');
    expect((await deep()).stderr).toContain(
      'The title "Policy of others" is not the one that was posted: version.json has "Policy terms".',
    );
  });

  test.each([
    [
      'the digest of a section',
      /("id":"our-promise","record":")[0-9a-f]{64}/u,
      `$1${'0'.repeat(64)}`,
      'The section "our-promise" is not the one that version.json describes',
    ],
    ['the effective day', /"day":"2027-01-10"/u, '"day":"2027-01-11"', '"effective" is not what the ledger says'],
    [
      'the digest of the words',
      /("digests":\{"record":"[0-9a-f]{64}","words":")[0-9a-f]{64}/u,
      `$1${'0'.repeat(64)}`,
      '"digests" is not what the ledger says',
    ],
    ['its form', /"format":1/u, '"format":2', 'This version.json has another form than this release knows.'],
  ])('does not hold when version.json was forged in %s', async (_, words, other, said) => {
    const [match = ''] = words.exec(textOf('version.json')) ?? [];
    forge('version.json', match, match.replace(words, other));
    const { code, stderr } = await deep();
    expect([code, stderr]).toEqual([1, expect.stringContaining(said)]);
  });
});

describe('words that had to go', () => {
  const order = { name: 'terms/2027-01-10', reason: 'By order of the court.' };

  test('leave nothing to derive when the whole text went', async () => {
    await run(() => remove({ content, ...order }, { now: NOW }));
    expect(await deep()).toMatchObject({ code: 0, stderr: '' });
  });

  test('leave the other sections as they were published when one section went', async () => {
    await run(() => remove({ content, ...order, section: 'our-promise' }, { now: NOW }));
    expect(await deep()).toMatchObject({ code: 0, stderr: '' });
    const entry: { left: Record<string, string> } = JSON.parse(ledgerLines(content).at(-1) ?? '{}');
    const before = textOf('record.html');
    const after = before.replace('Example Ltd', 'Elsewhere Ltd');
    write(content, { [`${FOLDER}/record.html`]: after });
    const forged = canonicalJson({ ...entry, left: { ...entry.left, 'record.html': sha256(after) } });
    writeLedger(content, [...ledgerLines(content).slice(0, -1), forged]);
    expect((await deep()).stderr).toContain('The section "who-we-are" is not the one that version.json describes');
  });
});
