import { existsSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { buildSite } from '../../src/cli/commands/build.ts';
import { verify } from '../../src/cli/commands/verify.ts';
import { readLibrary } from '../../src/library/library.ts';
import { sha256 } from '../../src/library/digests.ts';
import { verifyContent } from '../../src/library/verify.ts';
import { folderOf, SITE, write } from '../content-folder.ts';
import { ledgerLines, policies, published, run, writeLedger } from '../desk.ts';

const FOLDER = 'policies/privacy/2027-01-10';

let content: string;

beforeEach(async () => {
  content = folderOf({ 'site.yaml': SITE, ...policies(['cookies', 'privacy', 'terms']) });
  await published(content);
});

async function faults(): Promise<readonly string[]> {
  const { findings } = await verifyContent(content);
  return findings.map(({ place, rule, message }) => `${place.file}${place.line === undefined ? '' : `:${place.line}`} ${rule} ${message}`);
}

const bytesOf = (file: string): Buffer => readFileSync(join(content, file));

describe('what was published', () => {
  test('holds as it was written', async () => {
    expect(await faults()).toEqual([]);
    const { code, stdout } = await run(() => verify({ place: content }));
    expect(code).toBe(0);
    expect(stdout).toBe(
      `Verified ${content}: 3 ledger lines, 3 published versions, 9 frozen files.\nDigest of the newest ledger line: ${sha256(ledgerLines(content)[2] ?? '')}\n`,
    );
  });

  test.each(['policy.mdx', 'record.html', 'version.json'])('is broken by one byte in %s, and both digests are named', async (name) => {
    const bytes = bytesOf(`${FOLDER}/${name}`);
    const before = sha256(bytes);
    bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
    write(content, { [`${FOLDER}/${name}`]: bytes });
    expect(await faults()).toEqual([
      `${FOLDER}/${name} frozen-changed This published file was changed: the ledger has the digest ${before}, the file has ${sha256(bytes)}. Restore it from your repository; a correction is a new version.`,
    ]);
    const { code, stderr } = await run(() => verify({ place: content }));
    expect(code).toBe(1);
    expect(stderr).toMatch(/\nWhat was published does not hold: 1 error\.\n$/);
  });

  test('is broken by a file that is missing', async () => {
    const digest = sha256(bytesOf(`${FOLDER}/record.html`));
    rmSync(join(content, FOLDER, 'record.html'));
    expect(await faults()).toEqual([
      `${FOLDER}/record.html frozen-missing This published file is missing. The ledger names it with the digest ${digest}. Restore it from your repository.`,
    ]);
  });

  test('is broken by a file that the ledger does not name, but not by a hidden one', async () => {
    write(content, { [`${FOLDER}/changes.2026.html`]: '', [`${FOLDER}/.DS_Store`]: '', [`${FOLDER}/.record.html.new`]: '' });
    expect(await faults()).toEqual([
      expect.stringMatching(/^policies\/privacy\/2027-01-10\/changes\.2026\.html frozen-extra The ledger names no such file/),
    ]);
  });

  test('is looked at by every build, which writes nothing when it does not hold', async () => {
    write(content, { [`${FOLDER}/record.html`]: 'other words' });
    const out = join(folderOf({}), 'out');
    const { code, stderr } = await run(() => buildSite({ content, out, drafts: false }));
    expect(code).toBe(1);
    expect(stderr).toMatch(/\(frozen-changed\)\n\nNothing was built: 1 error\. The files are as they were\.\n$/);
    expect(existsSync(out)).toBe(false);
  });

  test('is read no more from its MDX, whatever stands there', async () => {
    write(content, { [`${FOLDER}/policy.mdx`]: '{broken' });
    const { findings, policies: found } = await readLibrary(content);
    expect(findings).toEqual([]);
    expect(found.map((policy) => [policy.name, policy.versions, policy.published])).toContainEqual(['privacy', [], ['2027-01-10']]);
    expect(await faults()).toEqual([expect.stringMatching(/policy\.mdx frozen-changed /)]);
  });
});

describe('the ledger', () => {
  test('is broken by a changed line, named at the line after it with both digests', async () => {
    const lines = ledgerLines(content);
    const before = sha256(lines[1] ?? '');
    const changed = (lines[1] ?? '').replace('2027-01-10T11:00:00Z', '2026-01-10T11:00:00Z');
    writeLedger(content, lines.with(1, changed));
    expect(await faults()).toEqual([
      `ledger.jsonl:3 ledger-chain Line 2 is not what this line follows: "prev" is ${before}, the line before has ${sha256(changed)}.`,
    ]);
  });

  test.each([
    ['removed', (lines: readonly string[]) => lines.toSpliced(1, 1)],
    ['doubled', (lines: readonly string[]) => lines.toSpliced(1, 0, lines[1] ?? '')],
    ['moved', (lines: readonly string[]) => [lines[1] ?? '', lines[0] ?? '', lines[2] ?? '']],
    ['added by hand', (lines: readonly string[]) => [...lines, JSON.stringify({ type: 'reviewed' })]],
    [
      'written with spaces',
      (lines: readonly string[]) => lines.with(2, JSON.stringify(JSON.parse(lines[2] ?? ''), undefined, 1).replaceAll('\n', '')),
    ],
    ['emptied', (lines: readonly string[]) => lines.with(0, '')],
    [
      'of a kind that this release does not know',
      (lines: readonly string[]) => lines.with(2, (lines[2] ?? '').replace('"publish"', '"amend"')),
    ],
  ])('is broken by a line %s', async (_, edit) => {
    writeLedger(content, edit(ledgerLines(content)));
    expect(await faults()).toEqual(expect.arrayContaining([expect.stringMatching(/^ledger\.jsonl:\d ledger-(?:chain|line|story) /)]));
    const { code, stderr } = await published(content);
    expect(code).toBe(1);
    expect(stderr).toContain('Nothing was published');
  });

  test('with a last line that has no end is read without it, and the next publication goes on from there', async () => {
    const lines = ledgerLines(content);
    write(content, { 'ledger.jsonl': `${lines.map((line) => `${line}\n`).join('')}{"seq":4,"pre` });
    const { findings } = await verifyContent(content);
    expect(findings.map(({ severity, rule }) => [severity, rule])).toEqual([['info', 'ledger-torn']]);
    write(content, policies(['returns']));
    expect((await published(content)).code).toBe(0);
    expect(ledgerLines(content).slice(0, 3)).toEqual(lines);
    expect(await faults()).toEqual([]);
  });

  test('keeps every line below 1000 bytes', () => {
    for (const line of ledgerLines(content)) expect(Buffer.byteLength(line)).toBeLessThan(1000);
  });
});

describe('an older copy of the ledger', () => {
  const against = (older: string) => {
    write(content, { 'older.jsonl': older });
    return run(() => verify({ place: content, against: join(content, 'older.jsonl') }));
  };

  test.each([0, 1, 2, 3])('with its first %i lines is the beginning of ours', async (count) => {
    expect(
      (
        await against(
          ledgerLines(content)
            .slice(0, count)
            .map((line) => `${line}\n`)
            .join(''),
        )
      ).code,
    ).toBe(0);
  });

  test('that goes on where ours ends shows what was taken away', async () => {
    const lines = ledgerLines(content);
    writeLedger(content, lines.slice(0, 2));
    const { code, stderr } = await against(lines.map((line) => `${line}\n`).join(''));
    expect(code).toBe(1);
    expect(stderr).toContain(`goes on with line 3 (publish terms/2027-01-10, digest ${sha256(lines[2] ?? '')}), which is missing here.`);
  });

  test('with another history shows the first line that differs, with both digests', async () => {
    const other = folderOf({ 'site.yaml': SITE, ...policies(['cookies', 'privacy']) });
    await published(other, undefined, { now: Date.parse('2027-01-10T11:00:01Z') });
    const { code, stderr } = await against(
      ledgerLines(other)
        .map((line) => `${line}\n`)
        .join(''),
    );
    expect(code).toBe(1);
    expect(stderr).toContain(
      `(publish cookies/2027-01-10), has the digest ${sha256(ledgerLines(other)[0] ?? '')}; the same line here has ${sha256(ledgerLines(content)[0] ?? '')}.`,
    );
  });

  test('that is not there is wrong usage', async () => {
    const { code, stderr } = await run(() => verify({ place: content, against: join(content, 'nowhere.jsonl') }));
    expect(code).toBe(2);
    expect(stderr).toMatch(/nowhere\.jsonl cannot be read: .* Nothing was compared\.\n$/);
  });
});

describe('a site', () => {
  const served = (): string => {
    const record = (policy: string) => readFileSync(join(content, 'policies', policy, '2027-01-10/record.html'));
    const files = Object.fromEntries(['cookies', 'privacy', 'terms'].map((policy) => [`${policy}/2027-01-10/record.html`, record(policy)]));
    return folderOf({ 'index.html': '', 'ledger.jsonl': bytesOf('ledger.jsonl'), ...files });
  };

  test('holds when it serves the records that its ledger names', async () => {
    const { code, stdout } = await run(() => verify({ place: served() }));
    expect([code, stdout.split(': ')[1]]).toEqual([
      0,
      '3 ledger lines, 3 published versions, 3 frozen files.\nDigest of the newest ledger line',
    ]);
  });

  test('that serves another text is found, at its address too', async () => {
    const folder = served();
    write(folder, { 'terms/2027-01-10/record.html': 'other words' });
    expect((await run(() => verify({ place: folder }))).stderr).toContain(
      `${folder}/terms/2027-01-10/record.html  error\n  This published file was changed`,
    );
    const server = createServer((request, response) => {
      const path = join(folder, request.url ?? '');
      response.writeHead(existsSync(path) ? 200 : 404).end(existsSync(path) ? readFileSync(path) : '');
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const info = server.address();
    const place = `http://127.0.0.1:${typeof info === 'object' ? info?.port : ''}`;
    const { code, stderr } = await run(() => verify({ place, against: `${place}/ledger.jsonl` }));
    const missing = await run(() => verify({ place: `${place}/elsewhere` }));
    server.close();
    expect(code).toBe(1);
    expect(stderr).toContain(`${place}/terms/2027-01-10/record.html  error\n  This published file was changed: the ledger has the digest `);
    expect([missing.code, missing.stderr]).toEqual([
      2,
      `${place}/elsewhere serves no ledger.jsonl, so there is nothing to verify it by.\n`,
    ]);
  });
});
