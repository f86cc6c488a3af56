import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readRecord } from '../../src/mdx/read-record.ts';
import { recordDocument } from '../../src/model/record/document.ts';
import { findingsOf, recordOf } from './parse.ts';

const root = new URL('../../', import.meta.url);
const files = globSync('content/policies/*/*/policy.mdx', { cwd: root });

/** Empty lines stand for the frontmatter, so that places stay those of the file. */
function bodyOf(file: string): string {
  const text = readFileSync(new URL(file, root), 'utf8');
  return text.replace(/^---\n.*?\n---\n/su, (frontmatter) => frontmatter.replaceAll(/[^\n]/gu, ''));
}

describe('the sample policies', () => {
  test('are there', () => {
    expect(files.length).toBeGreaterThan(0);
  });

  test.each(files)('%s has no findings', (file) => {
    expect(findingsOf(bodyOf(file))).toEqual([]);
  });

  test.each(files)('%s is read back from record.html as it was written', (file) => {
    const record = recordOf(bodyOf(file));
    expect(readRecord(recordDocument(record, file))).toEqual({ title: file, record });
  });
});
