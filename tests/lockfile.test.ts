import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { root } from '../.ci/node.js';

interface Entry {
  readonly version?: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly optional?: boolean;
  readonly link?: boolean;
  readonly hasInstallScript?: boolean;
  readonly os?: readonly string[];
  readonly cpu?: readonly string[];
  readonly libc?: readonly string[];
}

interface Manifest {
  readonly dependencies: Record<string, string>;
  readonly devDependencies: Record<string, string>;
  readonly optionalDependencies: Record<string, string>;
  readonly allowScripts: Record<string, boolean>;
}

const read = (file: string) => readFileSync(`${root}${file}`, 'utf8');
const lock: { packages: Record<string, Entry> } = JSON.parse(read('package-lock.json'));
const manifest: Manifest = JSON.parse(read('package.json'));
const entries = Object.entries(lock.packages).filter(([path]) => path !== '');
const direct = { ...manifest.dependencies, ...manifest.devDependencies, ...manifest.optionalDependencies };

/** Whether a package cannot be installed on Linux x64 with glibc, where the lock file is made: nobody there has seen its archive. */
function isForeign({ os, cpu, libc }: Entry): boolean {
  const without = (list: readonly string[] | undefined, own: string) => list !== undefined && !list.includes(own);
  return without(os, 'linux') || without(cpu, 'x64') || without(libc, 'glibc');
}

const names = (list: readonly (readonly [string, Entry])[]) => list.map(([path]) => path);

describe('the lock file', () => {
  test('gives every package a digest, but for optional ones of other platforms', () => {
    expect(names(entries.filter(([, entry]) => !entry.integrity && !(entry.optional && isForeign(entry))))).toEqual([]);
  });

  test('says of every package without a digest for which platform it is, so that no other one fetches it', () => {
    expect(names(entries.filter(([, entry]) => !entry.integrity && !entry.os && !entry.cpu))).toEqual([]);
  });

  test('names no git repository, no address and no folder as a source', () => {
    expect(names(entries.filter(([, entry]) => entry.resolved ?? entry.link))).toEqual([]);
  });

  test.each(['astro', 'vite', 'zod', '@astrojs/compiler-rs'])('holds one copy of %s', (name) => {
    expect(names(entries.filter(([path]) => path.endsWith(`node_modules/${name}`)))).toEqual([`node_modules/${name}`]);
  });

  test('has install scripts only in packages that package.json decides about', () => {
    const asking = names(entries.filter(([, entry]) => entry.hasInstallScript)).map((path) => path.split('node_modules/').at(-1) ?? path);
    expect(asking.filter((name) => !(name in manifest.allowScripts))).toEqual([]);
  });

  test('locks every package that package.json asks for at that version', () => {
    const wrong = Object.entries(direct).filter(
      ([name, range]) => lock.packages[`node_modules/${name}`]?.version !== range.split('@').at(-1),
    );
    expect(wrong).toEqual([]);
  });
});

describe('package.json', () => {
  test('asks for exact versions only', () => {
    const loose = Object.entries(direct).filter(([, range]) => !/^(npm:(@[\w-]+\/)?[\w.-]+@)?\d+\.\d+\.\d+(-[\w.]+)?$/.test(range));
    expect(loose).toEqual([]);
  });

  test('lets no package run a script when it is installed', () => {
    expect(Object.values(manifest.allowScripts).filter(Boolean)).toEqual([]);
  });
});
