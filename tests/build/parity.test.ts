import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { projectNode, root } from '../../.ci/node.js';
import { parseVersion } from '../../src/library/version-file.ts';
import { canonicalLines } from '../../src/model/record/canonical.ts';
import { CAPTION, COMPONENTS } from '../../src/model/record/components.ts';
import { policyText } from '../content-folder.ts';
import { pageWords, type PageWords } from './astro-words.ts';

const SAMPLES = readdirSync(join(root, 'src/sample/policies'), { recursive: true, encoding: 'utf8' }).filter((file) =>
  file.endsWith('policy.mdx'),
);
const TEXTS: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    SAMPLES.map((file) => [file.replaceAll(/[\\/]/g, '-').replace('.mdx', ''), join(root, 'src/sample/policies', file)]),
  ),
  'every-kind': join(root, 'tests/fixtures/every-kind/policy.mdx'),
  torture: join(root, 'tests/fixtures/parity/torture.mdx'),
};

const CONFIG = `import mdx from '@astrojs/mdx';
import codicil from '${root}astro.config.mjs';

export default { markdown: codicil.markdown, integrations: [mdx()], build: { format: 'file' } };
`;

const NAMES = [...COMPONENTS.map(({ name }) => name), CAPTION];
const PAGE = `---
${NAMES.map((name) => `import ${name} from '${root}src/components/policy-mdx/${name}.astro';`).join('\n')}
export function getStaticPaths() {
  return Object.entries(import.meta.glob('../texts/*.mdx', { eager: true })).map(([path, { Content }]) => ({
    params: { name: path.slice('../texts/'.length, -'.mdx'.length) },
    props: { Content },
  }));
}
const { Content } = Astro.props;
---

<!doctype html>
<html><body><main><Content components={{ ${NAMES.join(', ')} }} /></main></body></html>
`;

// Inside node_modules, so that the packages of the project are found from there.
const cache = join(root, 'node_modules/.cache/codicil');
mkdirSync(cache, { recursive: true });
const project = mkdtempSync(join(cache, 'parity-'));
afterAll(() => rmSync(project, { recursive: true, force: true }));

beforeAll(() => {
  for (const folder of ['src/pages', 'src/texts']) mkdirSync(join(project, folder), { recursive: true });
  writeFileSync(join(project, 'astro.config.mjs'), CONFIG);
  writeFileSync(join(project, 'src/pages/[name].astro'), PAGE);
  for (const [name, file] of Object.entries(TEXTS)) writeFileSync(join(project, 'src/texts', `${name}.mdx`), textOf(file));
  const { status, stdout, stderr } = spawnSync(
    projectNode(),
    [join(root, 'node_modules/astro/bin/astro.mjs'), 'build', '--root', project],
    {
      cwd: project,
      encoding: 'utf8',
      env: { ...process.env, NODE_ENV: 'production', ASTRO_TELEMETRY_DISABLED: '1' },
    },
  );
  if (status !== 0) throw new Error(`Astro could not compile the policies:\n${stdout}${stderr}`);
}, 240_000);

/** A policy with its head; a fixture of the parser has none. */
function textOf(file: string): string {
  const text = readFileSync(file, 'utf8');
  return text.startsWith('---') ? text : policyText(text);
}

/** What the record of a text says: its blocks in reading order, and its footnotes. References stand as what they lead to. */
function recordWords(file: string): PageWords {
  const read = parseVersion(textOf(file), file, { policy: 'p', version: 'v', lang: 'en' });
  expect(read.findings).toEqual([]);
  const { record } = read.file ?? {};
  const sections = record?.sections.map((section) => {
    const lines = canonicalLines({ ...record, sections: [section] });
    const notes = lines.slice(lines.length - section.notes.length).map((line) => line.text);
    return resolved({ text: lines.slice(0, lines.length - notes.length).map((line) => line.text), notes });
  });
  return { text: sections?.flatMap(({ text }) => text) ?? [], notes: sections?.flatMap(({ notes }) => notes).toSorted() ?? [] };
}

/** The record numbers footnotes in each section, Astro through the page: in place of a number stand the words that it leads to. */
function resolved({ text, notes }: PageWords): PageWords {
  const words = new Map(notes.map((note) => [/^\[\d+\]/u.exec(note)?.[0], note.replace(/^\[\d+\] /u, '').replaceAll(/\[\d+\]/gu, '[]')]));
  const lead = (line: string): string => line.replaceAll(/\[\d+\]/gu, (label) => `[${words.get(label) ?? label}]`);
  return { text: text.map(lead), notes: notes.map((note) => lead(note.replace(/^\[\d+\] /u, ''))).toSorted() };
}

describe.each(Object.entries(TEXTS))('%s, compiled by Astro as it stands', (name, file) => {
  const compiled = () => resolved(pageWords(readFileSync(join(project, 'dist', `${name}.html`), 'utf8')));

  test('says the same words as its record, block by block', () => {
    expect(compiled().text.length).toBeGreaterThan(5);
    expect(compiled().text).toEqual(recordWords(file).text);
  });

  test('has the same footnotes', () => {
    expect(compiled().notes).toEqual(recordWords(file).notes);
  });
});

describe('the components of policy texts', () => {
  const html = () => readFileSync(join(project, 'dist/torture.html'), 'utf8');

  test.each(COMPONENTS)('$name is the element of the record, with its attributes and nothing else', ({ name, element, fixed }) => {
    const attributes = Object.entries({ 'data-component': name, ...fixed }).map(([key, value]) => ` ${key}="${value}"`);
    const tags = html().match(new RegExp(`<[^<>]*data-component="${name}"[^<>]*>`, 'gu')) ?? [];
    expect(tags.length).toBeGreaterThan(0);
    expect(new Set(tags)).toEqual(new Set([`<${element}${attributes.join('')}>`]));
  });
});
