import { describe, expect, test } from 'vitest';
import { recordHref } from '../../src/model/record/document.ts';
import type { LinkTarget } from '../../src/model/record/record.ts';
import { findingsOf, inlineOf, parse, recordOf, rulesOf } from './parse.ts';

function targetOf(link: string): LinkTarget | undefined {
  const [inline] = parse(link).record?.sections[0]?.blocks.flatMap((block) => (block.kind === 'paragraph' ? block.children : [])) ?? [];
  return typeof inline === 'object' && inline.kind === 'link' ? inline.target : undefined;
}

describe('links', () => {
  test.each([
    ['[x](https://example.org/a?b=c#d)', { kind: 'address', href: 'https://example.org/a?b=c#d' }],
    ['[x](mailto:me@example.org?subject=Hi)', { kind: 'address', href: 'mailto:me@example.org?subject=Hi' }],
    ['[x](tel:+12025550123)', { kind: 'address', href: 'tel:+12025550123' }],
    ['[x](policy:terms)', { kind: 'policy', policy: 'terms' }],
    ['[x](policy:terms#refunds)', { kind: 'policy', policy: 'terms', id: 'refunds' }],
    ['[x](policy:terms#refunds.2)', { kind: 'policy', policy: 'terms', id: 'refunds.2' }],
    ['[x](#text.1)', { kind: 'within', id: 'text.1' }],
    ['www.example.org', { kind: 'address', href: 'http://www.example.org' }],
    ['me@example.org', { kind: 'address', href: 'mailto:me@example.org' }],
  ])('%s leads there', (link, target) => {
    expect(targetOf(link)).toEqual(target);
  });

  test('between policies are held relative to the place of the record on the site', () => {
    expect(recordHref({ kind: 'policy', policy: 'terms', id: 'refunds' })).toBe('../../terms/#refunds');
  });

  test('to other policies are listed with their place', () => {
    expect(parse('One\n\ntwo [x](policy:terms#refunds)').links).toEqual([{ policy: 'terms', id: 'refunds', line: 3, column: 5 }]);
  });

  test('may lead to a section, an old anchor of one, a paragraph or a footnote', () => {
    const text = '## A [#a]\n\n[x](#b) [x](#link1) [x](#b.1) [x](#a.n1)\n\n### B [#b]\n\nOne[^y]\n\n[^y]: Why';
    expect(recordOf(text, { retired: { link1: 'a' } }).sections.length).toBe(1);
  });

  test('keep their title', () => {
    expect(inlineOf('[x](https://example.org "The title")')[0]).toMatchObject({ title: 'The title' });
  });

  test.each([
    ['[x](#nowhere)', 'link-broken'],
    ['[x](#a.9)', 'link-broken'],
    ['[x](javascript:alert(1))', 'link-scheme'],
    ['[x](JavaScript:alert(1))', 'link-scheme'],
    ['[x](<java&Tab;script:alert(1)>)', 'link-form'],
    ['[x](<java&#10;script:alert(1)>)', 'link-form'],
    ['[x](data:text/html,hi)', 'link-scheme'],
    ['[x](file:///C:/policy.docx)', 'link-scheme'],
    ['[x](<https://example.org/my file>)', 'link-form'],
    ['[x](https://)', 'link-form'],
    ['[x](https:example.org)', 'link-form'],
    ['[x](mailto:me)', 'link-form'],
    ['[x]()', 'link-empty'],
    ['[x](#)', 'link-empty'],
    ['[](https://example.org)', 'link-empty'],
    ['[x](policy:)', 'link-policy-form'],
    ['[x](policy:Terms#Refunds)', 'link-policy-form'],
    ['[x]: https://example.org', 'definition-unused'],
    ['[//]: # (a hidden comment)', 'definition-unused'],
  ])('%s is refused (%s)', (link, rule) => {
    expect(rulesOf(`## A [#a]\n\n${link}`)).toEqual([rule]);
  });

  test.each(['[x](/refunds)', '[x](refunds.html)', '[x](//example.org)'])('%s depends on where the site stands: a warning', (link) => {
    expect(parse(link)).toMatchObject({ record: {}, findings: [{ rule: 'link-relative', severity: 'warning' }] });
  });

  test('a broken link is told which ids there are', () => {
    expect(findingsOf('## A [#a]\n\n## B [#b]\n\n[x](#c)')[0]).toContain('The ids are a, b.');
  });
});
