import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { root } from '../../.ci/node.js';
import { readLibrary } from '../../src/library/library.ts';
import { fingerprint } from '../../src/model/version.ts';
import { digestsOfTree } from '../tree.ts';

const scratch = mkdtempSync(join(tmpdir(), 'codicil-line-ends-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const sample = join(root, 'src/sample');

/** Both digests and the fingerprint of every version, or what is wrong with the folder. */
async function versions(folder: string) {
  const { policies, findings } = await readLibrary(folder);
  const found = policies.flatMap((policy) => policy.versions);
  return findings.length > 0
    ? findings
    : found.map(({ policy, version, digests }) => ({ policy, version, ...digests, fingerprint: fingerprint(digests) }));
}

function git(folder: string, ...args: readonly string[]): void {
  const person = ['-c', 'user.name=Somebody', '-c', 'user.email=somebody@example.org', '-c', 'commit.gpgsign=false'];
  execFileSync('git', [...person, ...args], { cwd: folder, stdio: 'pipe' });
}

describe('the digests of a text', () => {
  test('are the same in a clone made with Windows line ends, whose bytes are the same too', async () => {
    const [origin, clone] = [join(scratch, 'origin'), join(scratch, 'clone')];
    cpSync(sample, join(origin, 'content'), { recursive: true });
    cpSync(join(root, '.gitattributes'), join(origin, '.gitattributes'));
    writeFileSync(join(origin, 'code.ts'), 'const a = 1;\n');
    git(origin, 'init', '--quiet');
    git(origin, 'add', '.');
    git(origin, 'commit', '--quiet', '--message', 'Content');
    git(scratch, 'clone', '--quiet', '--config', 'core.autocrlf=true', '--config', 'core.eol=crlf', origin, clone);
    expect(digestsOfTree(join(clone, 'content'))).toEqual(digestsOfTree(sample));
    expect(await versions(join(clone, 'content'))).toEqual(await versions(sample));
  });

  test('are the same where git has made every line end a Windows one', async () => {
    const [origin, clone] = [join(scratch, 'bare-origin'), join(scratch, 'bare-clone')];
    cpSync(sample, origin, { recursive: true });
    git(origin, 'init', '--quiet');
    git(origin, 'add', '.');
    git(origin, 'commit', '--quiet', '--message', 'Content without a .gitattributes');
    git(scratch, 'clone', '--quiet', '--config', 'core.autocrlf=true', origin, clone);
    expect(readFileSync(join(clone, 'site.yaml'), 'utf8')).toContain('\r\n');
    expect(await versions(clone)).toEqual(await versions(sample));
  });

  test.each([
    ['Windows', '\r\n'],
    ['an old Mac', '\r'],
  ])('are the same where an editor has written the line ends of %s', async (name, end) => {
    const folder = join(scratch, name);
    cpSync(sample, folder, { recursive: true });
    for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => /\.(?:mdx|yaml)$/.test(path))) {
      writeFileSync(join(folder, file), `\uFEFF${readFileSync(join(folder, file), 'utf8').replaceAll('\n', end)}`);
    }
    expect(await versions(folder)).toEqual(await versions(sample));
  });
});
