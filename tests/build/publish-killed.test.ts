import { spawn } from 'node:child_process';
import { cpSync, existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { projectNode, root } from '../../.ci/node.js';
import { readLibrary } from '../../src/library/library.ts';
import { verifyContent } from '../../src/library/verify.ts';
import { folderOf, SITE } from '../content-folder.ts';
import { ledgerLines, policies, published } from '../desk.ts';
import { digestsOfTree } from '../tree.ts';

const NAMES = Array.from({ length: 20 }, (_, index) => `policy-${String(index).padStart(2, '0')}`);
const TIMES = 50;

/** Publishes in a process of its own, killed so many milliseconds after it has written a file; gives how long it went on after that. */
async function publishing(content: string, file: string, killAfter = Infinity): Promise<number> {
  const child = spawn(projectNode(), [`${root}src/cli/main.ts`, 'publish', '--content', content, '--today', '2027-01-10'], {
    stdio: 'ignore',
  });
  const ended = new Promise<void>((done) => child.once('close', () => done()));
  while (child.exitCode === null && !existsSync(join(content, file))) await pause(2);
  const started = performance.now();
  if (killAfter !== Infinity) {
    await Promise.race([ended, pause(killAfter)]);
    child.kill('SIGKILL');
  }
  await ended;
  return performance.now() - started;
}

test(`publishing 20 policies, killed at ${TIMES} random moments, shows all or none of them, and the next run brings the rest`, async () => {
  const drafts = folderOf({ 'site.yaml': `${SITE}sample: true\n`, ...policies(NAMES) });
  const sources = digestsOfTree(drafts);
  const content = folderOf({});
  const fresh = (): void => {
    rmSync(content, { recursive: true });
    cpSync(drafts, content, { recursive: true });
  };
  fresh();
  const whole = await publishing(content, '.codicil-lock');
  expect(ledgerLines(content)).toHaveLength(NAMES.length);
  const seen = { none: 0, leftOver: 0, all: 0 };
  for (let time = 0; time < TIMES; time++) {
    fresh();
    // Every second run while it reads and checks, the others while they write.
    const isWriting = time % 2 === 0;
    const moment = Math.random() * (isWriting ? whole / 4 : whole);
    await publishing(content, isWriting ? '.codicil-journal' : '.codicil-lock', moment);
    const at = `${moment.toFixed(0)} ms after it began to ${isWriting ? 'write' : 'read'}`;
    const shown = ledgerLines(content).length;
    const tree = digestsOfTree(content);
    expect([0, NAMES.length], `killed ${at}`).toContain(shown);
    expect((await verifyContent(content)).findings, `killed ${at}`).toEqual([]);
    expect(tree, `killed ${at}`).toMatchObject(sources);
    const library = await readLibrary(content);
    expect(library.findings, `killed ${at}`).toEqual([]);
    expect(
      library.policies.flatMap((policy) => policy.versions),
      `killed ${at}`,
    ).toHaveLength(NAMES.length - shown);
    if (shown > 0) seen.all += 1;
    else if ('.codicil-journal' in tree) seen.leftOver += 1;
    else seen.none += 1;
    // A run after one that ended has nothing left to do but to say so.
    if (shown > 0 && !('.codicil-journal' in tree)) continue;
    const again = await published(content, undefined, { today: '2027-01-10' });
    expect([again.code, ledgerLines(content).length], `killed ${at}: ${again.stderr}`).toEqual([0, NAMES.length]);
    expect((await verifyContent(content)).findings, `killed ${at}`).toEqual([]);
    expect(
      Object.keys(digestsOfTree(content)).filter((path) => /(?:^|\/)\./u.test(path)),
      `killed ${at}`,
    ).toEqual([]);
  }
  console.log(
    `Killed ${TIMES} times: ${seen.none} before it began to write, ${seen.leftOver} with left-overs, ${seen.all} after the commit point.`,
  );
}, 600_000);
