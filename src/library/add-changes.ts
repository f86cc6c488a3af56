import { isMap, isNode, isSeq, parseDocument, stringify, type Pair } from 'yaml';

export interface NewItem {
  readonly sections: readonly string[];
  readonly what: string;
  readonly impact?: string | undefined;
  readonly choices?: string | undefined;
}

/**
 * A text with more items under `changes` at its head. Every byte that is there stays as it is: what is new is put in after the last item, or
 * at the end of the head. Never throws for a head that was read without a finding.
 */
export function addChanges(source: string, items: readonly NewItem[]): string {
  const [, start = '', yaml = ''] = /^(\uFEFF?---[^\n]*\n)([\s\S]*?)^---/mu.exec(source) ?? [];
  const newline = start.endsWith('\r\n') ? '\r\n' : '\n';
  const { at, until, text } = insertion(yaml, items);
  const before = source.slice(0, start.length + at);
  return `${before}${text.replaceAll('\n', newline)}${source.slice(start.length + until)}`;
}

interface Insertion {
  readonly at: number;
  readonly until: number;
  readonly text: string;
}

function insertion(yaml: string, items: readonly NewItem[]): Insertion {
  const document = parseDocument(yaml);
  const pair = isMap(document.contents) ? document.contents.items.find(({ key }) => String(key) === 'changes') : undefined;
  if (!pair) return { at: yaml.length, until: yaml.length, text: `changes:\n${listed(items, 2)}` };
  const list = pair.value;
  if (isSeq(list) && list.flow !== true && list.items.length > 0 && list.range) {
    const indent = list.range[0] - (yaml.lastIndexOf('\n', list.range[0] - 1) + 1);
    const at = endOfLine(yaml, lastContent(yaml, list.range[1]));
    return { at, until: at, text: listed(items, indent) };
  }
  // A list on one line, or nothing yet: it is written anew, its items first.
  const own: unknown = isSeq(list) ? list.toJS(document) : [];
  const at = keyStart(pair);
  const end = isSeq(list) && list.range ? list.range[1] : keyEnd(pair);
  const kept = Array.isArray(own) && own.length > 0 ? indented(stringify(own, { lineWidth: 0 }), 2) : '';
  return { at, until: endOfLine(yaml, lastContent(yaml, end)), text: `changes:\n${kept}${listed(items, 2)}` };
}

function keyStart({ key }: Pair): number {
  return isNode(key) ? (key.range?.[0] ?? 0) : 0;
}

function keyEnd({ key, value }: Pair): number {
  const end = (node: unknown): number => (isNode(node) ? (node.range?.[1] ?? 0) : 0);
  return Math.max(end(key), end(value));
}

/** Where the words before a place end: a block of YAML reaches over the empty lines after it. */
function lastContent(yaml: string, place: number): number {
  let end = place;
  while (end > 0 && /\s/u.test(yaml[end - 1] ?? '')) end -= 1;
  return end;
}

function endOfLine(yaml: string, place: number): number {
  const end = yaml.indexOf('\n', place);
  return end < 0 ? yaml.length : end + 1;
}

function listed(items: readonly NewItem[], indent: number): string {
  return items
    .map((item) => {
      const lines = [
        `- sections: [${item.sections.join(', ')}]`,
        ...(['what', 'impact', 'choices'] as const).flatMap((key) =>
          item[key] === undefined ? [] : [`  ${key}: ${JSON.stringify(item[key])}`],
        ),
      ];
      return indented(`${lines.join('\n')}\n`, indent);
    })
    .join('');
}

function indented(text: string, width: number): string {
  return text.replaceAll(/^(?=.)/gmu, ' '.repeat(width));
}
