import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { headersFor, parseHeaders } from '../.ci/headers.ts';
import { projectNode, root } from '../.ci/node.js';
import { serve, type Running } from '../.ci/serve.ts';

const scratch = mkdtempSync(join(tmpdir(), 'codicil-toolchain-'));
afterAll(() => rmSync(scratch, { recursive: true }));

/** Runs a program in the repository and gives what it said and how it ended. */
function run(command: string, args: string[], env: NodeJS.ProcessEnv = {}) {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd: root, env: { ...process.env, ...env }, encoding: 'utf8' });
  return { status, stdout, stderr };
}

describe('the tools', () => {
  test('tsc is TypeScript 7', () => {
    expect(run(projectNode(), ['node_modules/@typescript/native/bin/tsc', '--version']).stdout).toMatch(/^Version 7\./);
    const linked = process.platform === 'win32' ? 'node_modules/.bin/tsc.cmd' : 'node_modules/.bin/tsc';
    expect(spawnSync(linked, ['--version'], { cwd: root, encoding: 'utf8', shell: process.platform === 'win32' }).stdout).toMatch(
      /^Version 7\./,
    );
  });

  test('the tests run on a Node that the project supports', () => {
    expect(process.version).toMatch(/^v(24\.(1[5-9]|[2-9]\d)|2[6-9]|[3-9]\d)\b/);
  });

  test('git keeps every byte of content, and merges no ledger', () => {
    const { stdout } = run('git', [
      'check-attr',
      'text',
      'eol',
      'merge',
      '--',
      'content/ledger.jsonl',
      'content/a/policy.mdx',
      'src/urls.ts',
    ]);
    const attribute = (file: string, name: string) => new RegExp(`^${file}: ${name}: (.*)$`, 'm').exec(stdout)?.[1];
    expect(attribute('content/ledger.jsonl', 'text')).toBe('unset');
    expect(attribute('content/ledger.jsonl', 'merge')).toBe('binary');
    expect(attribute('content/a/policy.mdx', 'text')).toBe('unset');
    expect(attribute('src/urls.ts', 'text')).toBe('auto');
    expect(attribute('src/urls.ts', 'eol')).toBe('lf');
  });

  test('a browser that was named and is not there is a clear error, and no other one is taken', () => {
    const script = `import('./.ci/browser.ts').then(({ needBrowser }) => needBrowser()).catch((error) => { console.error(error.message); process.exit(1); })`;
    const { status, stderr } = run(process.execPath, ['-e', script], { CODICIL_CHROMIUM: '/nowhere/chromium' });
    expect(status).toBe(1);
    expect(stderr).toBe(
      'CODICIL_CHROMIUM=/nowhere/chromium is not a program that can be run. Correct the path, or leave it out to have one found.\n',
    );
  });
});

describe('making the sample content anew', () => {
  /** Makes a sample in place of content whose site.yaml is given; what that file says afterwards, and what was told. */
  function remade(before: string) {
    const [from, content] = [join(scratch, 'sample'), join(scratch, 'content')];
    for (const folder of [from, content]) mkdirSync(folder, { recursive: true });
    writeFileSync(join(from, 'site.yaml'), 'sample: true # fresh\n');
    writeFileSync(join(content, 'site.yaml'), before);
    const { status, stderr } = run(process.execPath, ['.ci/sample.ts', '--from', from, '--content', content]);
    return { status, stderr, after: readFileSync(join(content, 'site.yaml'), 'utf8') };
  }

  test('replaces a sample', () => {
    expect(remade('sample: true\n')).toMatchObject({ status: 0, after: 'sample: true # fresh\n' });
  });

  test.each(['sample: false\n', 'organisation: Somebody\n'])('never replaces the policies of an organisation: %j', (before) => {
    const { status, stderr, after } = remade(before);
    expect([status, after]).toEqual([2, before]);
    expect(stderr).toMatch(/is not sample content: .* Nothing was changed\.\n$/);
  });
});

describe('completing the lock file', () => {
  /** Completes a lock file of two packages that need a third, of which one version is there. */
  function completed(range: string, present: string): string[] {
    const file = join(scratch, 'package-lock.json');
    const packages = {
      '': {},
      'node_modules/@x/tool-darwin-arm64': { version: present },
      'node_modules/tool': { optionalDependencies: { '@x/tool-darwin-arm64': range, '@x/tool-linux-x64-musl': '2.0.0' } },
    };
    writeFileSync(file, JSON.stringify({ packages }));
    expect(run(process.execPath, ['.ci/complete-lock.js', file]).status).toBe(0);
    const after: { packages: Record<string, { version?: string; libc?: string[] }> } = JSON.parse(readFileSync(file, 'utf8'));
    expect(after.packages['node_modules/@x/tool-linux-x64-musl']).toMatchObject({
      version: '2.0.0',
      libc: ['musl'],
      os: ['linux'],
      cpu: ['x64'],
    });
    return Object.keys(after.packages).filter((path) => path.endsWith('arm64'));
  }

  test.each([
    ['1.2.3', '1.2.3'],
    ['^1.2.3', '1.4.0'],
    ['~0.4.1', '0.4.9'],
    ['^0.4.1', '0.4.1'],
  ])('trusts an entry that fits: %s is met by %s', (range, present) => {
    expect(completed(range, present)).toEqual(['node_modules/@x/tool-darwin-arm64']);
  });

  test.each([
    ['1.2.4', '1.2.3'],
    ['^0.5.1', '0.4.1'],
    ['^1.2.3', '1.2.2'],
    ['~1.2.3', '1.3.0'],
  ])('adds its own version beside the package that needs it: %s is not met by %s', (range, present) => {
    expect(completed(range, present)).toEqual(['node_modules/@x/tool-darwin-arm64', 'node_modules/tool/node_modules/@x/tool-darwin-arm64']);
  });
});

describe('the headers that a site asks for', () => {
  const rules = parseHeaders(
    '# all\n/*\n  X-One: 1\n  Vary: a\n\n/feed.xml\n  Content-Type: application/atom+xml\n  Vary: b\n/:policy/current.json\n  ! X-One\n',
  );

  test.each([
    ['/', { 'x-one': '1', vary: 'a' }],
    ['/feed.xml', { 'x-one': '1', vary: 'a, b', 'content-type': 'application/atom+xml' }],
    ['/privacy/current.json', { vary: 'a' }],
    ['/a/b/current.json', { 'x-one': '1', vary: 'a' }],
  ])('for %s are %o', (path, headers) => {
    expect(headersFor(rules, path)).toEqual(headers);
  });

  test.each(['X-One: 1', '/*\nX-One: 1', '/*\n  X-One', '  X-One: 1'])('are refused when a host would pass over them: %j', (text) => {
    expect(() => parseHeaders(text)).toThrow(/^_headers, line \d: expected/);
  });
});

describe('the server', () => {
  let site: Running;
  let based: Running;

  /** Asks with the path exactly as written, which no browser and no `fetch` does. */
  function ask(path: string, method = 'GET', headers = {}, from = site) {
    return new Promise<{ status: number | undefined; headers: NodeJS.Dict<string | string[]>; body: Buffer }>((resolve, reject) => {
      const sent = request({ host: '127.0.0.1', port: new URL(from.url).port, path, method, headers }, (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('end', () => resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(parts) }));
      });
      sent.on('error', reject).end();
    });
  }

  beforeAll(async () => {
    const dist = join(scratch, 'dist');
    mkdirSync(join(dist, 'privacy'), { recursive: true });
    const files = {
      'index.html': 'home',
      '404.html': 'lost',
      'privacy/index.html': 'privacy',
      _headers: '/*\n  Content-Security-Policy: x\n',
    };
    const kinds = ['xml', 'json', 'txt', 'md', 'link', 'ics', 'jsonl', 'svg', 'wasm'].map((kind) => [`a.${kind}`, kind]);
    for (const [name = '', text = ''] of [...Object.entries(files), ...kinds]) writeFileSync(join(dist, name), text);
    writeFileSync(join(scratch, 'secret.txt'), 'secret');
    site = await serve(dist, 0);
    based = await serve(dist, 0, '/policies/');
  });
  afterAll(async () => {
    await site.close();
    await based.close();
  });

  test.each([
    ['/', 200, 'home'],
    ['/?a=%', 200, 'home'],
    ['/privacy/', 200, 'privacy'],
    ['/nothing/', 404, 'lost'],
    ['//privacy', 404, 'lost'],
    ['/_headers', 404, 'lost'],
    ['/../secret.txt', 400, 'This is not an address of the site.\n'],
    ['/..%2fsecret.txt', 400, 'This is not an address of the site.\n'],
    ['/%2e%2e/secret.txt', 400, 'This is not an address of the site.\n'],
    [String.raw`/..\secret.txt`, 400, 'This is not an address of the site.\n'],
    ['/%', 400, 'This is not an address of the site.\n'],
    ['/%00', 400, 'This is not an address of the site.\n'],
  ])('answers %s with %i', async (path, status, words) => {
    const { status: given, body } = await ask(path);
    expect([given, body.toString()]).toEqual([status, words]);
  });

  test('sends an address without its slash on to the one with it, and keeps the question', async () => {
    expect(await ask('/privacy?a=1')).toMatchObject({ status: 301, headers: { location: '/privacy/?a=1' } });
  });

  test.each(['/', '/privacy/', '/nothing'])('sends the headers of the site with %s', async (path) => {
    expect((await ask(path)).headers['content-security-policy']).toBe('x');
  });

  test.each([
    ['xml', 'application/xml; charset=utf-8'],
    ['json', 'application/json; charset=utf-8'],
    ['txt', 'text/plain; charset=utf-8'],
    ['md', 'text/markdown; charset=utf-8'],
    ['link', 'application/link-format'],
    ['ics', 'text/calendar; charset=utf-8'],
    ['jsonl', 'application/jsonl; charset=utf-8'],
    ['svg', 'image/svg+xml'],
    ['wasm', 'application/wasm'],
  ])('knows what .%s is', async (kind, type) => {
    expect((await ask(`/a.${kind}`)).headers['content-type']).toBe(type);
  });

  test('answers HEAD as GET, without the body, and no other method', async () => {
    const [head, get] = [await ask('/privacy/', 'HEAD'), await ask('/privacy/')];
    expect([head.status, head.body.length, head.headers['content-length']]).toEqual([200, 0, get.headers['content-length']]);
    expect(await ask('/', 'POST')).toMatchObject({ status: 405, headers: { allow: 'GET, HEAD' } });
  });

  test.each([
    ['gzip, br', 'gzip'],
    ['br;q=1.0, gzip;q=0.8', 'gzip'],
    ['gzip;q=0', undefined],
    ['br', undefined],
  ])('to a client that takes %s it sends %s', async (accepted, encoding) => {
    expect((await ask('/', 'GET', { 'accept-encoding': accepted })).headers['content-encoding']).toBe(encoding);
  });

  test('serves a site under its base path, and nothing beside it', async () => {
    expect((await ask('/policies/privacy/', 'GET', {}, based)).body.toString()).toBe('privacy');
    expect(await ask('/policies/privacy', 'GET', {}, based)).toMatchObject({ status: 301, headers: { location: '/policies/privacy/' } });
    expect(await ask('/', 'GET', {}, based)).toMatchObject({ status: 302, headers: { location: '/policies/' } });
    expect(await ask('/privacy/', 'GET', {}, based)).toMatchObject({ status: 404 });
  });

  test('says so when the port that was asked for is taken', async () => {
    const port = Number(new URL(site.url).port);
    await expect(serve(join(scratch, 'dist'), port)).rejects.toThrow(`Port ${port} is in use. Stop what runs there, or choose another`);
  });
});
