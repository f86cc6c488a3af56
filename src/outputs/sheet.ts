import { element, escapeText } from '../model/record/markup.ts';

export interface Sheet {
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
  readonly title: string;
  /** Everything that the page needs to look like one of the site. */
  readonly css: string;
  /** Lines of HTML. */
  readonly body: readonly string[];
}

/**
 * One file that can be sent to somebody outside: it asks for nothing from anywhere, needs no script, and no search engine keeps it. Same
 * input, same bytes.
 */
export function sheetHtml({ lang, dir, title, css, body }: Sheet): string {
  return [
    '<!doctype html>',
    `<html lang="${escapeText(lang)}" dir="${dir}">`,
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">`,
    '<meta name="viewport" content="width=device-width">',
    '<meta name="robots" content="noindex">',
    element('title', escapeText(title)),
    `<style>\n${css}</style>`,
    '</head>',
    '<body>',
    '<main class="redline-sheet">',
    element('h1', escapeText(title)),
    ...body,
    '</main>',
    '</body>',
    '</html>',
    '',
  ].join('\n');
}
