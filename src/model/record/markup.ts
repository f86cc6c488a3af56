/** An attribute that is only there or not has the value `true`. */
export type AttributeList = readonly (readonly [name: string, value: string | true])[];

/** Words as HTML text. No-break spaces are spelt out, or nobody could see them in the file; carriage returns, or HTML would read a line end. */
export function escapeText(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\u00A0', '&nbsp;')
    .replaceAll('\r', '&#13;');
}

function escapeAttribute(text: string): string {
  return escapeText(text).replaceAll('"', '&quot;');
}

/** One element with a closing tag; `content` is HTML already. */
export function element(name: string, content: string, attributes: AttributeList = []): string {
  return `${openTag(name, attributes)}${content}${closeTag(name)}`;
}

export function openTag(name: string, attributes: AttributeList): string {
  const pairs = attributes.map(([key, value]) => (value === true ? ` ${key}` : ` ${key}="${escapeAttribute(value)}"`));
  return `<${name}${pairs.join('')}>`;
}

export function closeTag(name: string): string {
  return `</${name}>`;
}
