import type { Telling } from './telling.ts';

/** Words for people without markup: one paragraph after the other. */
export function plainTellings(paragraphs: readonly Telling[]): string {
  return paragraphs
    .map(({ label, text, href }) => `${label === undefined ? '' : `${label}: `}${text}${href === undefined ? '' : `:\n${href}`}`)
    .join('\n\n');
}

/** The same as HTML without styles, scripts and anything from elsewhere. */
export function htmlTellings(paragraphs: readonly Telling[]): string {
  return paragraphs
    .map(({ label, text, href }) => {
      const words = href === undefined ? escapeMarkup(text) : `<a href="${escapeMarkup(href)}">${escapeMarkup(text)}</a>`;
      return `<p>${label === undefined ? '' : `<strong>${escapeMarkup(label)}:</strong> `}${words}</p>`;
    })
    .join('\n');
}

// What XML 1.0 has no sign for, not even escaped.
// oxlint-disable-next-line no-control-regex
const NOT_XML = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/gu;

/** For words and attributes of HTML and XML alike. */
export function escapeMarkup(text: string): string {
  return text.replace(NOT_XML, '').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
