import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Nodes } from 'hast';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { foldWords } from '../../src/model/record/canonical.ts';

/** The words of a page as a reader takes them in, and of every other file as it stands. */
export function wordsOfFile(path: string): string {
  const text = readFileSync(path, 'utf8');
  return path.endsWith('.html') ? foldWords(wordsOf(unified().use(rehypeParse).parse(text))) : text;
}

export function filesOf(folder: string): readonly string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return entries.map((entry) => join(entry.parentPath, entry.name)).toSorted();
}

const RUNNING = new Set(['a', 'abbr', 'code', 'dfn', 'em', 's', 'span', 'strong', 'sub', 'sup']);

function wordsOf(node: Nodes): string {
  if (node.type === 'text') return node.value;
  if (node.type === 'element' && node.tagName === 'br') return ' ';
  if (!('children' in node)) return '';
  const words = node.children.map(wordsOf).join('');
  return node.type === 'element' && RUNNING.has(node.tagName) ? words : ` ${words} `;
}
