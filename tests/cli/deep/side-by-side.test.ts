import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { sideBySide } from '../../../src/cli/deep/side-by-side.ts';
import type { Piece } from '../../../src/cli/deep/work.ts';
import { deepVersions } from '../../../src/library/deep.ts';
import { readLedger } from '../../../src/library/ledger-file.ts';
import { folderOf, SITE, write } from '../../content-folder.ts';
import { policies, published } from '../../desk.ts';

const NAMES = Array.from({ length: 30 }, (_, index) => `policy-${String(index).padStart(2, '0')}`);

test('many texts are read on several threads, each of them once, and what is wrong with one is told', async () => {
  const content = folderOf({ 'site.yaml': SITE, ...policies(NAMES) });
  await published(content);
  const damaged = 'policies/policy-17/2027-01-10/record.html';
  write(content, { [damaged]: readFileSync(join(content, damaged), 'utf8').replace('We are', 'We were') });
  const pieces = deepVersions((await readLedger(content)).entries).map((version): Piece => ({ kind: 'frozen', version }));
  const progress: number[] = [];
  const { pages, findings } = await sideBySide(content, pieces, (count) => progress.push(count));
  expect([pages, progress]).toEqual([30, NAMES.map((_, index) => index + 1)]);
  expect(new Set(findings.map(({ place }) => place.file))).toEqual(new Set([damaged]));
});
