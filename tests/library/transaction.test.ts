import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { describe, expect, test } from 'vitest';
import { remove } from '../../src/cli/commands/later-events.ts';
import { diskFiles, type Files } from '../../src/library/files.ts';
import { readLibrary } from '../../src/library/library.ts';
import { verifyContent } from '../../src/library/verify.ts';
import { folderOf, SITE, write } from '../content-folder.ts';
import { ledgerLines, namesIn, NOW, policies, published, run, visibleFiles } from '../desk.ts';
import { digestsOfTree } from '../tree.ts';

const NAMES = ['cookies', 'privacy', 'terms'];

class MachineStopped extends Error {}

/** A disk of a machine that stops after so many steps: nothing it is asked for later happens. */
function stoppingAfter(steps: number): { files: Files; done: () => number } {
  let done = 0;
  const step = async (work: () => Promise<void>): Promise<void> => {
    if (done >= steps) throw new MachineStopped('The machine stopped.');
    done += 1;
    await work();
  };
  const files: Files = {
    write: (path, text) => step(() => diskFiles.write(path, text)),
    rename: (from, to) => step(() => diskFiles.rename(from, to)),
    remove: (path) => step(() => diskFiles.remove(path)),
    syncFolder: (path) => step(() => diskFiles.syncFolder(path)),
  };
  return { files, done: () => done };
}

const drafts = () => folderOf({ 'site.yaml': SITE, ...policies(NAMES) });

async function stepsOf(work: (files: Files) => Promise<unknown>): Promise<number> {
  const { files, done } = stoppingAfter(Infinity);
  await work(files);
  return done();
}

describe('publishing three policies, stopped after any step', () => {
  test('shows all of them or none, and the next run brings the rest', async () => {
    const whole = drafts();
    const steps = await stepsOf((files) => published(whole, undefined, {}, { files }));
    expect(steps).toBeGreaterThan(15);
    const expected = digestsOfTree(whole);
    const seen = new Set<number>();
    for (let step = 0; step < steps; step++) {
      const folder = drafts();
      const sources = policySources(folder);
      const { code } = await published(folder, undefined, {}, { files: stoppingAfter(step).files });
      expect(code, `step ${step}`).toBe(2);
      const { findings } = await verifyContent(folder);
      expect(findings, `step ${step}`).toEqual([]);
      const shown = ledgerLines(folder).length;
      seen.add(shown);
      expect([0, 3]).toContain(shown);
      const library = await readLibrary(folder);
      expect(library.findings, `step ${step}`).toEqual([]);
      expect(library.policies.flatMap((policy) => policy.versions)).toHaveLength(3 - shown);
      const again = await published(folder);
      expect(again.code, `step ${step}: ${again.stderr}`).toBe(0);
      expect(digestsOfTree(folder), `step ${step}`).toEqual(expected);
      expect(policySources(folder)).toEqual(sources);
    }
    expect(seen).toEqual(new Set([0, 3]));
  });

  test('leaves nothing of a run that published nothing, even when no other follows but a refused one', async () => {
    const folder = drafts();
    const before = digestsOfTree(folder);
    await published(folder, undefined, {}, { files: stoppingAfter(9).files });
    expect(digestsOfTree(folder)).not.toEqual(before);
    write(folder, { 'policies/terms/policy.yaml': 'title: 1\n' });
    const { code, stderr } = await published(folder);
    expect(code).toBe(1);
    expect(stderr).toMatch(/^An earlier run was stopped before anything of it was recorded; what it left over was removed\.\n/);
    write(folder, { 'policies/terms/policy.yaml': 'title: Policy terms\n' });
    expect(digestsOfTree(folder)).toEqual(before);
  });
});

describe('a disk that fails once', () => {
  test('leaves the drafts as they were, and says so', async () => {
    const folder = drafts();
    const before = digestsOfTree(folder);
    let renames = 0;
    const rename: Files['rename'] = (from, to) =>
      ++renames === 4 ? Promise.reject(new Error('no space left on the disk')) : diskFiles.rename(from, to);
    const { code, stderr } = await published(folder, undefined, {}, { files: { ...diskFiles, rename } });
    expect(code).toBe(2);
    expect(stderr).toBe(
      'no space left on the disk. Nothing was recorded: the ledger, the drafts and everything published are as they were.\n',
    );
    expect(digestsOfTree(folder)).toEqual(before);
  });

  test('behind the commit point has published all the same, and says so', async () => {
    const folder = drafts();
    const removing: Files['remove'] = (path) =>
      ledgerLines(folder).length === 3 && failed++ === 0 ? Promise.reject(new Error('the disk is gone')) : diskFiles.remove(path);
    let failed = 0;
    const { stderr } = await published(folder, undefined, {}, { files: { ...diskFiles, remove: removing } });
    expect(stderr).toBe('the disk is gone. It was recorded all the same: the ledger and all its files are complete.\n');
    expect(namesIn(folder)).toEqual(['ledger.jsonl', 'policies', 'site.yaml']);
  });
});

describe('left-overs', () => {
  test('of an older run never take away what another machine has published since', async () => {
    const folder = drafts();
    const other = drafts();
    await published(folder, undefined, {}, { files: stoppingAfter(9).files });
    await published(other);
    const files = visibleFiles(other);
    write(folder, Object.fromEntries(Object.keys(files).map((path) => [path, readFileSync(join(other, path))])));
    expect((await published(folder)).code).toBe(0);
    expect((await verifyContent(folder)).findings).toEqual([]);
    expect(digestsOfTree(folder)).toEqual(digestsOfTree(other));
  });

  test('a journal that was never finished is removed', async () => {
    const folder = drafts();
    write(folder, { '.codicil-journal': '{"commit":' });
    expect((await published(folder)).code).toBe(0);
    expect(namesIn(folder)).not.toContain('.codicil-journal');
  });

  test('a journal cannot name a file outside the folders of versions', async () => {
    const folder = drafts();
    write(folder, {
      '.codicil-journal': JSON.stringify({
        commit: '',
        before: ['../../site.yaml', 'policies/terms/../../site.yaml', 'site.yaml'],
        after: [],
        gone: [],
      }),
    });
    expect((await published(folder)).code).toBe(0);
    expect(namesIn(folder)).toContain('site.yaml');
  });
});

describe('taking words away, stopped after any step', () => {
  test.each([undefined, 'our-promise'])('section %s: the next run finishes what the ledger says', async (section) => {
    const asked = (content: string) => ({ content, name: 'terms/2027-01-10', section, reason: 'A court’s order.' });
    const whole = drafts();
    await published(whole);
    const steps = await stepsOf((files) => run(() => remove(asked(whole), { now: NOW }, { files })));
    const expected = digestsOfTree(whole);
    for (let step = 0; step < steps; step++) {
      const folder = drafts();
      await published(folder);
      const before = visibleFiles(folder);
      await run(() => remove(asked(folder), { now: NOW }, { files: stoppingAfter(step).files }));
      const isRecorded = ledgerLines(folder).length === 4;
      expect(isRecorded || isDeepStrictEqual(visibleFiles(folder), before), `step ${step}`).toBe(true);
      await published(folder);
      expect(digestsOfTree(folder), `step ${step}`).toEqual(isRecorded ? expected : before);
      expect((await verifyContent(folder)).findings, `step ${step}`).toEqual([]);
    }
  });
});

function policySources(folder: string): readonly string[] {
  return NAMES.map((name) => readFileSync(join(folder, 'policies', name, '2027-01-10/policy.mdx'), 'utf8'));
}
