import { readFile } from 'node:fs/promises';

/** Of the site's own styles those that a text and its redline need, in the order of their layers. */
const FILES = ['layers', 'tokens', 'base', 'prose', 'policy', 'redline-marks', 'redline', 'print'];

const SHEET = `@layer components {
  .redline-sheet {
    max-inline-size: 44rem;
    margin-inline: auto;
    padding: var(--gutter);
  }
}
`;

/** The styles of a redline that is one file by itself, and others of the site's if asked for; nothing in them asks for another file. */
export async function sheetStyles(more: readonly string[] = []): Promise<string> {
  const styles = await Promise.all(
    [...FILES, ...more].map((name) => readFile(new URL(`../../../styles/${name}.css`, import.meta.url), 'utf8')),
  );
  return [...styles.map((css) => css.replaceAll(/^@import [^\n]*\n/gmu, '')), SHEET].join('');
}
