import { policyComponent } from './components.ts';
import { noteLabel } from './inline.ts';
import { element, escapeText, type AttributeList } from './markup.ts';
import { noteId, noteReferenceId } from './paragraphs.ts';
import type { Inline, InlineWrap, LinkTarget } from './record.ts';

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

/** The element of a component, the same in running text and around blocks, with what it always carries. */
export function componentTag(name: string): { readonly tag: string; readonly attributes: AttributeList } {
  const component = policyComponent(name);
  if (!component) throw new Error(`The record holds a component that this release does not know: ${name}`);
  return { tag: component.element, attributes: [['data-component', name], ...Object.entries(component.fixed)] };
}

export function componentHtml(name: string, content: string): string {
  const { tag, attributes } = componentTag(name);
  return element(tag, content, attributes);
}

function oneInline(inline: Inline, markup: InlineMarkup): string {
  if (typeof inline === 'string') return escapeText(inline);
  if (inline.kind === 'break') return '<br>';
  if (inline.kind === 'note') return noteReference(inline.label, markup);
  return wrapHtml(inline, inlineHtml(inline.children, markup), markup.href);
}

/** The element of a mark, link or component in running text, around HTML. */
export function wrapHtml(inline: InlineWrap, content: string, href: HrefOf): string {
  switch (inline.kind) {
    case 'mark':
      return element(inline.mark, content);
    case 'abbreviation':
      return element('abbr', content, [['title', inline.title]]);
    case 'language':
      return element('span', content, [['lang', inline.lang], ...(inline.dir ? ([['dir', inline.dir]] as const) : [])]);
    case 'link':
      return element('a', content, linkAttributes(inline.target, inline.title, href));
    case 'component':
      return componentHtml(inline.name, content);
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
