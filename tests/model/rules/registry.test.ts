import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { root } from '../../../.ci/node.js';
import { guideAnchor } from '../../../src/cli/report/report.ts';
import { editorSchemas, schemaFile } from '../../../src/library/editor-schemas.ts';
import { RULES } from '../../../src/model/rules/index.ts';
import { ruleGuide } from '../../../src/outputs/rule-guide.ts';

const guide = readFileSync(join(root, 'src/model/rules/README.md'), 'utf8');

/** Every name that the program gives a finding, wherever its source writes one. */
function namesInSource(): readonly string[] {
  const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', 'src/*.ts'], {
    cwd: root,
    encoding: 'utf8',
  });
  const given =
    /(?:\b(?:rule|RULE|id)(?::|\s*=)\s*|\b(?:report|refuse|fault|eventFinding|refusal|nameFinding|exact|fixed)\(\s*(?:[\w.]+,\s*){0,2})'([a-z]+(?:-[a-z]+)+)'/g;
  return files
    .split('\n')
    .filter((file) => file !== '' && !file.startsWith('src/interchange/'))
    .flatMap((file) => [...readFileSync(join(root, file), 'utf8').matchAll(given)].map((match) => match[1] ?? ''));
}

describe('the list of rules', () => {
  test('has each rule once', () => {
    const ids = RULES.map(({ id }) => id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });

  test('has every rule that the program can name', () => {
    const known = new Set(RULES.map(({ id }) => id));
    const named = new Set(namesInSource());
    expect([...named].filter((id) => !known.has(id)).toSorted()).toEqual([]);
    expect(named.size).toBeGreaterThan(100);
  });

  test.each(RULES)('says of $id in a sentence what it looks for', ({ about }) => {
    expect(about).toMatch(/^["\p{Lu}].*\.$/u);
    expect(about).not.toMatch(/complian|illegal|unlawful/i);
  });
});

describe('the guide', () => {
  test('is current: npm run reference writes it anew', () => {
    expect(guide).toBe(ruleGuide());
  });

  test.each(RULES)('has a place for $id, to which reports lead', ({ id }) => {
    const anchors = [...guide.matchAll(/^### (.*)$/gm)].map((match) =>
      (match[1] ?? '')
        .toLowerCase()
        .replaceAll(/[^a-z0-9 -]/g, '')
        .replaceAll(' ', '-'),
    );
    expect(anchors).toContain(guideAnchor(id).split('#')[1]);
  });
});

describe('the schemas for editors', () => {
  const schemas = Object.entries(editorSchemas());

  test.each(schemas)('%s is current: npm run reference writes it anew', (name, schema) => {
    expect(readFileSync(join(root, `src/schemas/${name}.json`), 'utf8')).toBe(schemaFile(schema));
  });

  test.each(schemas)('%s explains each of its settings', (_, schema) => {
    const properties = Object.entries(z.record(z.string(), z.object({ description: z.string().optional() })).parse(schema['properties']));
    expect(properties.filter(([, { description }]) => description === undefined).map(([key]) => key)).toEqual([]);
    expect(properties.length).toBeGreaterThan(5);
  });
});
