import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx-jsx';
import { CAPTION, COMPONENTS, policyComponent } from '../model/record/components.ts';
import { report, type Reading } from './context.ts';

export type Tag = MdxJsxFlowElement | MdxJsxTextElement;

/** Where a tag may stand and which attributes it takes; `?` marks one that may be left out. */
interface TagRule {
  readonly holds: 'block' | 'inline';
  readonly attributes: readonly string[];
}

// HTML that says something Markdown cannot: abbreviations, language of parts, terms, lettered lists, tables with spans.
const ELEMENTS: Readonly<Record<string, TagRule>> = {
  abbr: { holds: 'inline', attributes: ['title'] },
  br: { holds: 'inline', attributes: [] },
  span: { holds: 'inline', attributes: ['lang', 'dir?'] },
  sub: { holds: 'inline', attributes: [] },
  sup: { holds: 'inline', attributes: [] },
  caption: { holds: 'block', attributes: [] },
  dd: { holds: 'block', attributes: [] },
  dl: { holds: 'block', attributes: [] },
  dt: { holds: 'block', attributes: [] },
  li: { holds: 'block', attributes: [] },
  ol: { holds: 'block', attributes: ['start?', 'type?'] },
  table: { holds: 'block', attributes: [] },
  tbody: { holds: 'block', attributes: [] },
  td: { holds: 'block', attributes: ['colspan?', 'rowspan?'] },
  th: { holds: 'block', attributes: ['colspan?', 'rowspan?', 'scope?'] },
  thead: { holds: 'block', attributes: [] },
  tr: { holds: 'block', attributes: [] },
  ul: { holds: 'block', attributes: [] },
};

const COMMON: Readonly<Record<string, string>> = {
  a: 'Write a link as [words](address).',
  b: 'Write **bold** words between two asterisks.',
  details: 'Every section opens and closes by itself: write a heading with an id.',
  div: 'Leave the tag out; its text can stand by itself.',
  em: 'Write *emphasised* words between asterisks.',
  i: 'Write *emphasised* words between asterisks.',
  img: 'A policy is words: say in words what the picture shows.',
  p: 'Leave the tag out; an empty line begins a new paragraph.',
  script: 'A policy is words and never runs. Remove it.',
  strong: 'Write **bold** words between two asterisks.',
  style: 'The site dresses the text. Remove it.',
  u: 'Underlined words look like links; write *emphasised* words between asterisks.',
};

/** Where this tag may stand; `undefined`, with a finding, when policy text may not use it at all. */
export function tagHolds(tag: Tag, reading: Reading): 'block' | 'inline' | undefined {
  const name = tag.name ?? '';
  const rule = ruleOf(name);
  if (rule) return rule.holds;
  const written = name === '' ? '<>' : `<${name}>`;
  const known = [...COMPONENTS.map((component) => component.name), CAPTION];
  const near = known.find((other) => other.toLowerCase() === name.toLowerCase());
  const advice =
    near === undefined
      ? (COMMON[name.toLowerCase()] ?? `The components are ${list(known)}.`)
      : `The component is written <${near}>, with capitals.`;
  report(reading, tag, 'tag-not-allowed', `Policy text may not use the tag ${written}. ${advice}`);
  return undefined;
}

/** The tag's attributes as text; each that is not allowed, not plain text or missing is a finding. */
export function tagAttributes(tag: Tag, reading: Reading): Readonly<Record<string, string>> {
  const name = tag.name ?? '';
  const allowed = ruleOf(name)?.attributes ?? [];
  const result: Record<string, string> = {};
  for (const attribute of tag.attributes) {
    if (attribute.type === 'mdxJsxExpressionAttribute') {
      report(reading, tag, 'no-code', `The tag <${name}> holds program code {${attribute.value}}. Attributes are written name="value".`);
    } else if (typeof attribute.value === 'object' && attribute.value !== null) {
      report(reading, tag, 'no-code', `The attribute "${attribute.name}" of <${name}> holds program code. Write ${attribute.name}="…".`);
    } else if (!allowed.some((key) => key.replace('?', '') === attribute.name)) {
      const can = allowed.length === 0 ? 'It takes none: remove it' : `It takes ${list(allowed.map((key) => key.replace('?', '')))}`;
      report(reading, tag, 'attribute-not-allowed', `The tag <${name}> has an attribute "${attribute.name}" that it cannot carry. ${can}.`);
    } else {
      result[attribute.name] = (attribute.value ?? '').replaceAll(/[ \t\n\r\f]+/gu, ' ').trim();
      checkValue(name, attribute.name, result[attribute.name] ?? '', tag, reading);
    }
  }
  for (const key of allowed) {
    const isCode = tag.attributes.some(
      (attribute) => 'name' in attribute && attribute.name === key && typeof attribute.value === 'object' && attribute.value !== null,
    );
    if (!key.endsWith('?') && !isCode && (result[key] ?? '') === '') {
      report(reading, tag, 'attribute-missing', `The tag <${name}> needs ${key}="…".`);
    }
  }
  return result;
}

function checkValue(name: string, attribute: string, value: string, tag: Tag, reading: Reading): void {
  if (attribute === 'lang' && value !== '' && !/^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/iu.test(value)) {
    report(
      reading,
      tag,
      'attribute-value',
      `lang="${value}" on <${name}> is no language. Write its code, such as lang="fr" or lang="pt-BR".`,
    );
  }
  if (attribute === 'dir' && value !== 'ltr' && value !== 'rtl') {
    report(reading, tag, 'attribute-value', `dir="${value}" on <${name}> is no direction of writing. Write dir="ltr" or dir="rtl".`);
  }
}

function ruleOf(name: string): TagRule | undefined {
  const component = policyComponent(name);
  if (component) return { holds: component.holds, attributes: [] };
  if (name === CAPTION) return { holds: 'block', attributes: [] };
  return Object.hasOwn(ELEMENTS, name) ? ELEMENTS[name] : undefined;
}

function list(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
