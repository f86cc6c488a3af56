import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, extname, join, normalize } from 'node:path/posix';
import { describe, expect, test } from 'vitest';
import { root } from '../.ci/node.js';

// The rooms of src and who may import whom; CONTRIBUTING.md says why. A place is a folder or a file without its ending.
interface Room {
  /** Places it may import, besides itself. */
  readonly may: readonly string[];
  /** Places of which it may import types. */
  readonly types?: readonly string[];
  /** Packages and node modules it may import; none when left out. */
  readonly packages?: RegExp;
}

const any = /./;
const astro = /^astro(?!:content)/;
const trees = /^(unified|(remark|rehype|mdast|hast|hastscript|unist|micromark|vfile|estree|acorn|parse5|yaml|entities)\b.*)$/;
const facts = ['urls', 'strings', 'config', 'model'];
// A writer places these in a page by name, and nobody stands between who could look the answer up for them.
const live = /^components\/(in-force|policy-link)\//;
// Runs the search engine of a built site as browsers do.
const engines = new Set(['search/open-index.ts']);
const look = ['components', 'layouts', 'styles', 'urls', 'strings'];

const rooms: Record<string, Room> = {
  model: { may: [], packages: /^diff$/ },
  urls: { may: facts },
  strings: { may: facts },
  config: { may: facts, packages: /^zod(\/|$)/ },
  mdx: { may: ['model'], packages: trees },
  library: { may: ['model', 'mdx', 'config'], packages: any },
  view: { may: ['model', 'urls', 'strings', 'outputs'] },
  outputs: { may: ['model', 'urls', 'strings', 'view'] },
  components: { may: look, types: ['view', 'model'], packages: astro },
  layouts: { may: look, types: ['view', 'model'], packages: astro },
  client: { may: ['model/record', 'model/redline', 'model/search', 'model/lifecycle', 'model/civil-time', 'urls'] },
  search: { may: ['model', 'urls', 'library', 'archive'], packages: /^(node:.*|pagefind)$/ },
  archive: { may: ['model', 'urls', 'library', 'search'], packages: /^(node:.*|pagefind)$/ },
  integration: {
    may: ['urls', 'strings', 'config', 'library', 'mdx', 'search', 'archive', 'outputs', 'model/rules'],
    types: ['model', 'view'],
    packages: any,
  },
  pages: { may: ['view', 'outputs', ...look], packages: /^astro/ },
  interchange: { may: ['model', 'mdx'], packages: new RegExp(`${trees.source}|^(mammoth|docx|node:zlib)$`) },
  cli: { may: [...facts, 'mdx', 'view', 'outputs', 'library', 'interchange', 'search', 'archive'], packages: any },
};

interface Import {
  readonly specifier: string;
  readonly isType: boolean;
}

const afterOperator = String.raw`(?<=(?:^|[(,=:[!&|?{};\n]|\breturn|=>)\s*)`;
const regexLiteral = String.raw`${afterOperator}\/(?![*/])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n[])+\/[a-z]*`;
const lexical = new RegExp(String.raw`\/\*[\s\S]*?\*\/|\/\/.*|${regexLiteral}|(['"\x60])((?:\\[\s\S]|(?!\1)[^\\])*)\1`, 'g');

/** Source with comments and regular expressions blanked and every string replaced by its number, so that no text is taken for code. */
function skeleton(source: string): { code: string; strings: string[] } {
  const strings: string[] = [];
  const code = source.replaceAll(lexical, (_, quote?: string, text?: string) => (quote ? `"${strings.push(text ?? '') - 1}"` : ' '));
  return { code, strings };
}

/** The parts of a file that are script: all of it, but of a component only its head and its script elements. */
function scriptOf(file: string, text: string): string {
  if (!file.endsWith('.astro')) return text;
  const head = /^\s*---\r?\n([\s\S]*?)\r?\n---/.exec(text)?.[1] ?? '';
  const scripts = [...text.matchAll(/<script\b[^>]*>([\s\S]*?)<\/script>/g)].map((match) => match[1]);
  return [head, ...scripts].join('\n;\n');
}

/** Everything a script imports, in any of the ways there are; `*` stands for an address that is only known when it runs. */
function importsOf(script: string): Import[] {
  const { code, strings } = skeleton(script);
  const found: Import[] = [];
  const add = (number: string | undefined, isType: boolean) =>
    found.push({ specifier: number === undefined ? '*' : (strings[Number(number)] ?? '*'), isType });
  for (const [, clause = '', number] of code.matchAll(/(?:^|[;}\n])\s*(?:import|export)\b\s*(?!\()([^"';]*?\bfrom\s*)?"(\d+)"/g)) {
    const names = /^\{([^}]*)\}\s*from/
      .exec(clause)?.[1]
      ?.split(',')
      .filter((name) => name.trim() !== '');
    add(number, /^type\s+(?!from\b)[{*\w]/.test(clause) || (names?.every((name) => /^\s*type\s/.test(name)) ?? false));
  }
  for (const [, type, number] of code.matchAll(/(typeof\s+)?\b(?:import|require)\s*\(\s*(?:"(\d+)"\s*[,)])?/g)) add(number, Boolean(type));
  for (const [, list = ''] of code.matchAll(/\bimport\.meta\.glob\s*(?:<[^(]*>)?\(\s*(\[[^\]]*\]|"\d+")/g))
    for (const [, number] of list.matchAll(/"(\d+)"/g)) add(number, false);
  return found;
}

function roomOf(file: string): string {
  if (/\.(client|worker)\.ts$/.test(file)) return 'client';
  const place = file.includes('/') ? file.slice(0, file.indexOf('/')) : basename(file, extname(file));
  return place === 'content.config' || place === 'env.d' ? 'integration' : place;
}

const within = (place: string, target: string) => target.startsWith(`${place}/`) || target.replace(/\.(ts|js|css|astro)$/, '') === place;

/** What is wrong with an import in a file of src, or '' when the table allows it. */
function breach(file: string, { specifier, isType }: Import): string {
  const name = roomOf(file);
  const room = rooms[name];
  if (!room) return `${file}: there is no room called ${name}`;
  const says = `${file} imports ${specifier}`;
  if (specifier === '*' || specifier.includes('${'))
    return name === 'client' || name === 'cli' || engines.has(file) ? '' : `${file} imports what only shows when it runs`;
  if (!/^\.{0,2}\//.test(specifier)) return room.packages?.test(specifier) ? '' : says;
  if (/\.mdx?$/.test(specifier) && name === 'pages') return '';
  const target = normalize(specifier.startsWith('/') ? specifier.replace(/^\/(src\/)?/, '') : join(dirname(file), specifier));
  if (target.startsWith('..')) return name === 'cli' ? '' : `${says}, outside src`;
  if (name === 'client' && dirname(target) === dirname(file)) return '';
  const allowed = [
    ...(name === 'client' ? [] : [name]),
    ...room.may,
    ...(isType ? (room.types ?? []) : []),
    ...(live.test(file) ? ['view'] : []),
  ];
  return allowed.some((place) => within(place, target)) ? '' : says;
}

const breaches = (file: string, text: string) =>
  importsOf(scriptOf(file, text))
    .map(({ specifier, isType }) => breach(file, { specifier, isType: isType || file.endsWith('.d.ts') }))
    .filter(Boolean);

/** What a pure file may not touch, found in its code and not in its words. */
function impurities(source: string): string[] {
  return (
    skeleton(source).code.match(
      /\bDate\.now\b|\bperformance\b|\bprocess\b|\bMath\.random\b|\bfetch\(|\bnew Date\b\s*(?!\s*\()|\bnew Date\(\s*\)/g,
    ) ?? []
  );
}

const passedOver = (source: string) =>
  skeleton(source).code.match(/\b(test|it|describe|suite)(\.\w+)*\.(skip|only|todo|fixme|skipIf|runIf)\b/g) ?? [];

const tracked = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: root, encoding: 'utf8' })
  .split('\0')
  .filter((file) => file !== '' && existsSync(join(root, file)));
const lines = (text: string) => text.trimEnd().split('\n').length;
const read = (file: string) => readFileSync(join(root, file), 'utf8');
const sources = tracked.filter((file) => file.startsWith('src/'));
const code = sources.filter((file) => /\.(ts|astro)$/.test(file)).map((file) => ({ file: file.slice(4), text: read(file) }));

describe('the rooms of src', () => {
  test('no source file is longer than 250 lines', () => {
    expect(sources.filter((file) => /\.(ts|js|astro|css)$/.test(file) && lines(read(file)) > 250)).toEqual([]);
  });

  test('no page is longer than 40 lines', () => {
    expect(code.filter(({ file, text }) => file.startsWith('pages/') && lines(text) > 40).map(({ file }) => file)).toEqual([]);
  });

  test('nothing is called utils, helpers or common', () => {
    expect(sources.filter((file) => file.split('/').some((part) => /^(utils?|helpers?|common)(\.|$)/i.test(part)))).toEqual([]);
  });

  test('every import is one that its room may make', () => {
    expect(code.flatMap(({ file, text }) => breaches(file, text))).toEqual([]);
  });

  test('the model knows no clock, no chance and no machine', () => {
    const model = code.filter(({ file }) => file.startsWith('model/'));
    expect(model.flatMap(({ file, text }) => impurities(text).map((found) => `${file}: ${found}`))).toEqual([]);
  });
});

describe('the checks of the rooms find what is planted', () => {
  test.each([
    ['model/a.ts', `import { readFile } from 'node:fs/promises';`],
    ['model/a.ts', `import type { Plugin } from "unified";`],
    ['model/record/a.ts', `import {\n  one, // with a remark\n  two,\n} from '../../library/two.ts';`],
    ['view/a.ts', `export { one } from '../library/one.ts';`],
    ['view/a.ts', `export * from '../cli/io.ts';`],
    ['view/a.ts', `const one = await import('../library/one.ts');`],
    ['view/a.ts', `const one = await import(address);`],
    ['strings/en.ts', `const quoted = /['"]/; import '../library/one.ts';`],
    ['components/a/A.astro', `---\nimport { one } from '../../view/one.ts';\n---\n<p>don't</p>`],
    ['components/a/A.astro', `---\nconst a = 1;\n---\n<script>\n  import '../../cli/io.ts';\n</script>`],
    ['components/a/a.client.ts', `import { one } from '../../model/ledger/chain.ts';`],
    ['pages/index.astro', `---\nimport { parse } from '../mdx/parse-policy.ts';\n---`],
    ['pages/index.astro', `---\nconst all = import.meta.glob(['./*.astro', '../library/*.ts']);\n---`],
    ['misc/a.ts', `import '../model/finding.ts';`],
  ])('in %s: %s', (file, text) => {
    expect(breaches(file, text)).toHaveLength(1);
  });

  test.each([
    ['model/redline/a.ts', `import { diffArrays } from 'diff';\nimport { one } from '../record/one.ts';`],
    ['view/a.ts', `// import { one } from '../library/one.ts';\nconst words = "import x from 'y'";\nconst more = 'write import("z")';`],
    ['components/a/A.astro', `---\nimport type { One } from '../../view/one.ts';\nimport { type Two } from '../../view/two.ts';\n---`],
    ['components/a/a.client.ts', `import { one } from '../../model/record/one.ts';\nimport { two } from './two.ts';`],
    ['pages/index.astro', `---\nimport { getCollection } from 'astro:content';\nimport Page from '../layouts/Page.astro';\n---`],
  ])('and nothing in %s: %s', (file, text) => {
    expect(breaches(file, text)).toEqual([]);
  });

  test.each(['Date.now()', 'new Date()', 'new Date', 'process.env', 'Math.random()'])('%s is not pure', (text) => {
    expect(impurities(`const now = ${text};`)).toHaveLength(1);
  });

  test('a word about a process, or a day that is given, is pure', () => {
    expect(impurities(`// process\nconst words = 'we process data'; const day = new Date(Date.UTC(2027, 2, 1));`)).toEqual([]);
  });

  test('a test that is passed over is found', () => {
    expect(passedOver(`test.only('a', () => {}); describe.skip('b', () => {}); test.describe.only('c', () => {});`)).toHaveLength(3);
  });
});

describe('the repository', () => {
  const texts = tracked
    .filter((file) => !file.startsWith('content/') && file !== 'package-lock.json')
    .map((file) => ({ file, text: read(file) }));

  test('the formatter never touches content', () => {
    expect(read('.prettierignore').split('\n')).toEqual(expect.arrayContaining(['content/', '*.mdx']));
  });

  test('no test is passed over, and none runs alone', () => {
    const tests = texts.filter(({ file }) => /^tests\/.*\.ts$/.test(file));
    expect(tests.flatMap(({ file, text }) => passedOver(text).map((found) => `${file}: ${found}`))).toEqual([]);
  });

  test('no file names a host that packages come from', () => {
    const own = new URL(process.env['npm_config_registry'] ?? 'http://localhost').hostname;
    const isPublic = !/^(localhost|[\d.]+|\[.*\])$/.test(own);
    expect(
      texts.filter(({ text }) => /\bregistry\.[a-z][\w-]*\.[a-z]/.test(text) || (isPublic && text.includes(own))).map(({ file }) => file),
    ).toEqual([]);
  });

  // The words are kept as digests: a list of them would be the one file that names them. Policies may name whom they like.
  const unwanted = new Set('c857d09db2 c70eca6b0f 3ea125d0bf 60965168ce 7d3194f79e 053ea4804e 487b91042c 0ac0192d44 5d0c0ab127'.split(' '));
  test('no file names a program that writes text', () => {
    const digest = (word: string) => createHash('sha256').update(word).digest('hex').slice(0, 10);
    const words = texts
      .filter(({ text }) => !text.includes('\0'))
      .map(({ file, text }) => ({ file, words: new Set(text.toLowerCase().match(/[a-z]{3,}/g)) }));
    expect(
      words.flatMap(({ file, words: all }) => [...all].filter((word) => unwanted.has(digest(word))).map((word) => `${file}: ${word}`)),
    ).toEqual([]);
  });
});
