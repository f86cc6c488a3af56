import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../', import.meta.url));

function filesOf(folder: string): Readonly<Record<string, string>> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    names.map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return [path.slice(folder.length), readFileSync(path, 'utf8')];
    }),
  );
}

describe('the sample content', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'codicil-sample-'));
  });

  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  function makeSample(content: string): void {
    execFileSync(process.execPath, [join(root, '.ci/sample.ts'), '--content', content], { cwd: root, stdio: 'pipe' });
  }

  test('is exactly what its script makes', () => {
    const made = join(folder, 'content');
    makeSample(made);
    expect(filesOf(made)).toEqual(filesOf(join(root, 'content')));
  });

  test('takes the place of sample content, and says every word again', () => {
    const made = join(folder, 'content');
    makeSample(made);
    writeFileSync(join(made, 'policies/privacy/2016-05-26/policy.mdx'), 'changed');
    makeSample(made);
    expect(filesOf(made)).toEqual(filesOf(join(root, 'content')));
  });

  test('never takes the place of an organisation’s own policies', () => {
    writeFileSync(join(folder, 'site.yaml'), 'organisation: Own\nsample: false\n');
    expect(() => makeSample(folder)).toThrow('is not sample content');
    expect(filesOf(folder)).toEqual({ '/site.yaml': 'organisation: Own\nsample: false\n' });
  });
});
