import { createHash, randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { fromStore } from '../../src/search/store.ts';
import { root } from '../../.ci/node.js';

test('what is kept under a key is made once, and anew after a build that was stopped', async () => {
  const key = createHash('sha256').update(randomUUID()).digest('hex').slice(0, 16);
  const folder = mkdtempSync(join(tmpdir(), 'codicil-store-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true });
    rmSync(join(root, '.codicil/search', key), { recursive: true, force: true });
  });
  const made: string[] = [];
  const make = (staged: string) => {
    made.push(staged);
    writeFileSync(join(staged, 'file'), 'words');
    return Promise.resolve();
  };
  const stopped = (staged: string) => {
    writeFileSync(join(staged, 'half'), 'wo');
    return Promise.reject(new Error('stopped'));
  };
  await expect(fromStore(key, join(folder, 'a'), stopped)).rejects.toThrow('stopped');
  await fromStore(key, join(folder, 'b'), make);
  await fromStore(key, join(folder, 'c'), make);
  expect(made).toHaveLength(1);
  expect(readFileSync(join(folder, 'c/file'), 'utf8')).toBe('words');
});
