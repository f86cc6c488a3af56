export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** Its own words, without those of elements in it. */
  readonly text: string;
}

interface Open {
  readonly name: string;
  readonly attributes: Record<string, string>;
  readonly children: XmlElement[];
  text: string;
}

const TOKEN = /<\/([\w:-]+)\s*>|<([\w:-]+)((?:\s+[\w:-]+="[^"<]*")*)\s*(\/?)>|([^<]+)/uy;

/** A reader for XML without comments, CDATA and document types. @throws at anything that is not well formed. */
export function parseXml(source: string): XmlElement {
  const text = source.replace(/^<\?xml version="1\.0" encoding="utf-8"\?>\n/iu, '');
  if (text === source) throw new Error('no XML declaration');
  // oxlint-disable-next-line no-control-regex
  if (/[\u0000-\u0008\u000B\u000C\u000E-\u001F]/u.test(text)) throw new Error('a sign that XML does not have');
  const top: Open = { name: '', attributes: {}, children: [], text: '' };
  const open = [top];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.length) {
    const at = TOKEN.lastIndex;
    const token = TOKEN.exec(text);
    const parent = open.at(-1);
    if (!token || !parent) throw new Error(`not well formed at ${text.slice(at, at + 40)}`);
    const [, closes, opens, attributes = '', empty, words] = token;
    if (words !== undefined) parent.text += unescape(words);
    else if (closes !== undefined) {
      if (open.length < 2 || parent.name !== closes) throw new Error(`</${closes}> closes ${parent.name}`);
      open.pop();
      open.at(-1)?.children.push(parent);
    } else if (opens !== undefined) {
      const element: Open = { name: opens, attributes: attributesIn(attributes), children: [], text: '' };
      if (empty === '/') parent.children.push(element);
      else open.push(element);
    }
  }
  const [root, ...more] = top.children;
  if (!root || more.length > 0 || open.length !== 1 || top.text.trim() !== '') throw new Error('not one element');
  return root;
}

function attributesIn(source: string): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [, name = '', value = ''] of source.matchAll(/([\w:-]+)="([^"]*)"/gu)) {
    if (name in found) throw new Error(`${name} stands twice`);
    found[name] = unescape(value);
  }
  return found;
}

function unescape(text: string): string {
  return text.replaceAll(/&([^;\s]*;?)/gu, (whole, name: string) => {
    const sign = { 'amp;': '&', 'lt;': '<', 'gt;': '>', 'quot;': '"', 'apos;': "'" }[name];
    if (sign === undefined) throw new Error(`${whole} is no sign of XML`);
    return sign;
  });
}
