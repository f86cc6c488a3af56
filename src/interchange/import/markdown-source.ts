import type { Definition, FootnoteDefinition, List, ListItem, Nodes, Parents, Root, Table } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { isKnownElement } from './html-names.ts';
import { fragmentSource, type Source } from './source.ts';

const parser = unified().use(remarkParse).use(remarkGfm).freeze();

export function parseMarkdown(text: string): Root {
  return parser.parse(text);
}

/**
 * Markdown as the page that it stands for, so that tags inside it mean what they mean to a browser: an unclosed `<br>`, a list
 * item in a table cell, a link written as `<a>`. Footnotes become `<note-reference>` and `<note-text>`.
 */
export function markdownSource(tree: Root): Source {
  const writer = new PageWriter(tree);
  writer.node(tree);
  return fragmentSource(writer.html(), (offset) => writer.lineAt(offset));
}

/** A tag whose name HTML does not know, such as `<your name>`, is a word that stands in angle brackets. */
export function isPseudoTag(html: string): boolean {
  const names = [...html.matchAll(/<\/?([A-Za-z][^\s/>]*)/gu)].map((match) => match[1] ?? '');
  return names.length > 0 && !html.startsWith('<!') && names.every((name) => !isKnownElement(name));
}

class PageWriter {
  private readonly parts: string[] = [];
  private readonly starts: { offset: number; line: number }[] = [];
  private length = 0;
  private readonly definitions = new Map<string, Definition>();
  private readonly footnotes: FootnoteDefinition[] = [];

  constructor(root: Root) {
    this.collect(root);
  }

  html(): string {
    return this.parts.join('');
  }

  lineAt(offset: number): number {
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((this.starts[middle]?.offset ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    const start = this.starts[low];
    if (!start) return 1;
    const between = (this.parts[low] ?? '').slice(0, offset - start.offset);
    return start.line + between.split('\n').length - 1;
  }

  node(node: Nodes): void {
    const line = node.position?.start.line ?? 1;
    switch (node.type) {
      case 'root':
        this.inside(node);
        for (const note of this.footnotes) this.wrap('note-text', note, [['name', note.identifier]]);
        return;
      case 'text':
        return this.write(escapeHtml(node.value), line);
      case 'html':
        return this.write(isPseudoTag(node.value) ? escapeHtml(node.value) : node.value, line);
      case 'heading':
        return this.wrap(`h${node.depth}`, node);
      case 'paragraph':
        return this.wrap('p', node);
      case 'emphasis':
        return this.wrap('em', node);
      case 'strong':
        return this.wrap('strong', node);
      case 'delete':
        return this.wrap('del', node);
      case 'blockquote':
        return this.wrap('blockquote', node);
      case 'thematicBreak':
        return this.write('<hr>', line);
      case 'break':
        return this.write('<br>', line);
      case 'inlineCode':
        return this.write(`<code>${escapeHtml(node.value)}</code>`, line);
      case 'code':
        return this.write(`<pre>\n${escapeHtml(node.value)}</pre>`, line);
      case 'list':
        return this.list(node);
      case 'listItem':
        return this.item(node);
      case 'table':
        return this.table(node);
      case 'link':
        return this.wrap('a', node, [['href', node.url], ...titled(node.title)]);
      case 'linkReference': {
        const definition = this.definitions.get(node.identifier);
        return this.wrap('a', node, [['href', definition?.url ?? ''], ...titled(definition?.title)]);
      }
      case 'image':
      case 'imageReference':
        return this.open('img', [['alt', node.alt ?? '']], line);
      case 'footnoteReference':
        this.open('note-reference', [['name', node.identifier]], line);
        return this.write('</note-reference>', line);
      default:
    }
  }

  private list(list: List): void {
    const start: Attributes = list.ordered && (list.start ?? 1) !== 1 ? [['start', String(list.start)]] : [];
    this.wrap(list.ordered ? 'ol' : 'ul', list, start);
  }

  private item(item: ListItem): void {
    const line = item.position?.start.line ?? 1;
    this.open('li', [], line);
    const [first, ...rest] = item.children;
    if (typeof item.checked === 'boolean' && first?.type === 'paragraph') {
      this.write(item.checked ? '<p>[x] ' : '<p>[ ] ', line);
      this.inside(first);
      this.write('</p>', line);
      for (const child of rest) this.node(child);
    } else {
      this.inside(item);
    }
    this.write('</li>', line);
  }

  private table(table: Table): void {
    const line = table.position?.start.line ?? 1;
    this.open('table', [], line);
    for (const [index, row] of table.children.entries()) {
      const rowLine = row.position?.start.line ?? line;
      this.write(index === 0 ? '<thead><tr>' : index === 1 ? '<tbody><tr>' : '<tr>', rowLine);
      for (const [column, cell] of row.children.entries()) {
        const align = table.align?.[column];
        this.wrap(index === 0 ? 'th' : 'td', cell, align ? [['align', align]] : []);
      }
      this.write(index === 0 ? '</tr></thead>' : '</tr>', rowLine);
    }
    this.write('</table>', table.position?.end.line ?? line);
  }

  private wrap(name: string, node: Parents, attributes: Attributes = []): void {
    this.open(name, attributes, node.position?.start.line ?? 1);
    this.inside(node);
    this.write(`</${name}>`, node.position?.end.line ?? 1);
  }

  private inside(node: Parents): void {
    for (const child of node.children) this.node(child);
  }

  private open(name: string, attributes: Attributes, line: number): void {
    this.write(`<${name}${attributes.map(([key, value]) => ` ${key}="${escapeHtml(value)}"`).join('')}>`, line);
  }

  private write(html: string, line: number): void {
    this.starts.push({ offset: this.length, line });
    this.parts.push(html);
    this.length += html.length;
  }

  private collect(node: Nodes): void {
    // The first definition of a name counts, as in Markdown.
    if (node.type === 'definition' && !this.definitions.has(node.identifier)) this.definitions.set(node.identifier, node);
    if (node.type === 'footnoteDefinition') this.footnotes.push(node);
    if ('children' in node) for (const child of node.children) this.collect(child);
  }
}

type Attributes = readonly (readonly [name: string, value: string])[];

function titled(title: string | null | undefined): Attributes {
  return title ? [['title', title]] : [];
}

/** Words as they are written in the page. */
export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
