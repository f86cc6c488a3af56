import { describe, expect, test } from 'vitest';
import { readLibrary } from '../../src/library/library.ts';
import { verifyContent } from '../../src/library/verify.ts';
import { parsePolicy } from '../../src/mdx/parse-policy.ts';
import { digestsOf } from '../../src/library/digests.ts';
import { canonicalText } from '../../src/model/record/canonical.ts';
import { folderOf } from '../content-folder.ts';
import { digestsOfTree } from '../tree.ts';
import { addVersion, writeArchive } from './archive.ts';
import { archiveMarkdown, archiveText } from './archive-text.ts';

describe('the archive that the benchmarks are run on', () => {
  test('is one that could have been published: every digest and the chain hold', async () => {
    const content = folderOf({});
    await writeArchive(content, { policies: 3, versions: 20, hasRedlines: true });
    await addVersion(content, { policy: 1, version: 7 });
    const verified = await verifyContent(content);
    expect([verified.findings, verified.versions]).toEqual([[], 21]);
    const { findings, archive } = await readLibrary(content);
    expect(findings).toEqual([]);
    expect(archive.histories.map(({ versions }) => versions.length)).toEqual([7, 8, 6]);
  });

  test('is the same bytes every time', async () => {
    const [first, second] = [folderOf({}), folderOf({})];
    for (const content of [first, second]) await writeArchive(content, { policies: 2, versions: 6 });
    expect(digestsOfTree(first)).toEqual(digestsOfTree(second));
  });

  test('holds what its sources say', () => {
    const record = archiveText({ policy: 3, version: 41 });
    const read = parsePolicy({ body: archiveMarkdown(record), file: 'policy.mdx', lang: 'en', retired: {} });
    expect(read.findings).toEqual([]);
    expect(read.record && digestsOf(read.record)).toEqual(digestsOf(record));
  });

  test('has texts of about 23 kB, each unlike the one before in a section or two', () => {
    const text = (version: number) => canonicalText(archiveText({ policy: 0, version }));
    expect(Buffer.byteLength(text(10)) / 1000).toBeGreaterThan(20);
    expect(Buffer.byteLength(text(10)) / 1000).toBeLessThan(26);
    for (const version of [1, 2, 3, 28, 29, 100]) {
      const before = new Set(text(version - 1).split('\n'));
      const changed = text(version)
        .split('\n')
        .filter((line) => !before.has(line)).length;
      expect(changed).toBeGreaterThan(0);
      expect(changed).toBeLessThanOrEqual(6);
    }
  });
});
