import { policyComponent } from './components.ts';
import { noteLabel } from './inline.ts';
import { element, escapeText, type AttributeList } from './markup.ts';
import { noteId, noteReferenceId } from './paragraphs.ts';
import type { Inline, LinkTarget } from './record.ts';

/** Turns what a link means into an address that is right for the page it stands on. */
export type HrefOf = (target: LinkTarget) => string;

export interface InlineMarkup {
  readonly href: HrefOf;
  /** Id of the top-level section, whose footnotes are numbered for themselves. */
  readonly section: string;
  /** Footnotes of this top-level section whose first reference, to which they lead back, is still to come. */
  readonly notesAhead: Set<string>;
}

/** Running text as phrasing HTML. */
export function inlineHtml(children: readonly Inline[], markup: InlineMarkup): string {
  return children.map((child) => oneInline(child, markup)).join('');
}

/** Name and fixed attributes of a component's element, the same in running text and around blocks. */
export function componentHtml(name: string, content: string): string {
  const component = policyComponent(name);
  if (!component) throw new Error(`The record holds a component that this release does not know: ${name}`);
  return element(component.element, content, [['data-component', name], ...Object.entries(component.fixed)]);
}

function oneInline(inline: Inline, markup: InlineMarkup): string {
  if (typeof inline === 'string') return escapeText(inline);
  switch (inline.kind) {
    case 'break':
      return '<br>';
    case 'note':
      return noteReference(inline.label, markup);
    case 'mark':
      return element(inline.mark, inlineHtml(inline.children, markup));
    case 'abbreviation':
      return element('abbr', inlineHtml(inline.children, markup), [['title', inline.title]]);
    case 'language':
      return element('span', inlineHtml(inline.children, markup), [
        ['lang', inline.lang],
        ...(inline.dir ? ([['dir', inline.dir]] as const) : []),
      ]);
    case 'link':
      return element('a', inlineHtml(inline.children, markup), linkAttributes(inline.target, inline.title, markup.href));
    case 'component':
      return componentHtml(inline.name, inlineHtml(inline.children, markup));
  }
}

function linkAttributes(target: LinkTarget, title: string | undefined, href: HrefOf): AttributeList {
  return [
    ['href', href(target)],
    ...(target.kind === 'policy' ? ([['data-policy', target.policy]] as const) : []),
    ...(title === undefined ? [] : ([['title', title]] as const)),
  ];
}

function noteReference(label: string, markup: InlineMarkup): string {
  const isFirst = markup.notesAhead.delete(label);
  const link = element('a', noteLabel(label), [
    ['href', `#${noteId(markup.section, label)}`],
    ...(isFirst ? ([['id', noteReferenceId(markup.section, label)]] as const) : []),
    ['role', 'doc-noteref'],
  ]);
  return element('sup', link);
}
