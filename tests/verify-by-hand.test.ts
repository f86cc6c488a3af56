import { spawnSync } from 'node:child_process';
import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { root } from '../.ci/node.js';
import { remove } from '../src/cli/commands/later-events.ts';
import { sha256 } from '../src/library/digests.ts';
import { folderOf, SITE } from './content-folder.ts';
import { ledgerLines, NOW, policies, published, run, writeLedger } from './desk.ts';

// Exactly the commands that README.md gives, run by a shell. Where a machine has no jq, a stand-in that knows the two documented
// programs takes its place, so that the rest of the commands is run all the same; where it has one, both must say the same.
const DOCUMENTED =
  /## Verify without Codicil\n[\s\S]*?```sh\n([\s\S]*?)```/u.exec(readFileSync(join(root, 'README.md'), 'utf8'))?.[1] ?? '';
const LISTING = /jq -rs '([\s\S]*?)' ledger\.jsonl/u.exec(DOCUMENTED)?.[1] ?? '';
const hasJq = spawnSync('jq', ['--version']).status === 0;

const STAND_IN = `#!${process.execPath}
const { readFileSync } = require('node:fs');
const [options, program, file] = process.argv.slice(2);
const input = readFileSync(file ?? 0, 'utf8').split('\\n').filter(Boolean).map((line) => JSON.parse(line));
if (options === '-r' && program === '.prev') {
  for (const value of input) console.log(value.prev);
} else if (options === '-rs' && program === ${JSON.stringify(LISTING)}) {
  const files = {};
  for (const { type, policy, version, files: named, left } of input) {
    const folder = 'policies/' + policy + '/' + version + '/';
    if (type === 'remove') for (const name of Object.keys(named)) delete files[folder + name];
    for (const [name, digest] of Object.entries((type === 'remove' ? left : named) ?? {})) files[folder + name] = digest;
  }
  for (const [path, digest] of Object.entries(files)) console.log(digest + '  ' + path);
} else throw new Error('Only the documented programs are known.');
`;

let content: string;

beforeEach(async () => {
  content = folderOf({ 'site.yaml': SITE, ...policies(['cookies', 'privacy', 'terms']) });
  await published(content);
  await run(() => remove({ content, name: 'cookies/2027-01-10', reason: 'A court’s order.' }, { now: NOW }));
  await run(() => remove({ content, name: 'terms/2027-01-10', section: 'our-promise', reason: 'A court’s order.' }, { now: NOW }));
});

function byHand(withStandIn: boolean): { readonly stdout: string; readonly status: number | null; readonly stderr: string } {
  const tools = folderOf({});
  if (withStandIn) {
    writeFileSync(join(tools, 'jq'), STAND_IN);
    chmodSync(join(tools, 'jq'), 0o755);
  }
  const PATH = `${tools}:${process.env['PATH'] ?? ''}`;
  return spawnSync('sh', ['-c', DOCUMENTED], { cwd: content, env: { ...process.env, PATH, LC_ALL: 'C' }, encoding: 'utf8' });
}

describe.each(
  hasJq
    ? ([
        ['jq', false],
        ['a stand-in for jq', true],
      ] as const)
    : ([['a stand-in for jq', true]] as const),
)('the commands of README.md, with %s', (_, withStandIn) => {
  test('say that everything published holds', () => {
    const { stdout, status } = byHand(withStandIn);
    expect(stdout).toBe(
      `Digest of the newest line: ${sha256(ledgerLines(content).at(-1) ?? '')}\nEvery frozen file is as it was published.\n`,
    );
    expect(status).toBe(0);
  });

  test('name a file in which one byte was changed', () => {
    const file = 'policies/privacy/2027-01-10/record.html';
    writeFileSync(join(content, file), readFileSync(join(content, file), 'utf8').replace('We are', 'We were'));
    const { stdout, status } = byHand(withStandIn);
    expect(stdout).toContain(`${file}: FAILED\n`);
    expect(stdout).not.toContain('Every frozen file');
    expect(status).not.toBe(0);
  });

  test('name the line after one that was changed', () => {
    const lines = ledgerLines(content);
    writeLedger(content, lines.with(1, (lines[1] ?? '').replace('Europe/Paris', 'Europe/Rome')));
    expect(byHand(withStandIn).stdout).toContain(`This line does not follow the one before it: ${lines[2]}\n`);
  });
});

test('the commands are there', () => {
  expect(DOCUMENTED).toContain('sha256sum --check');
  expect(LISTING).toContain('reduce');
});
