import { parse } from 'yaml';

export interface FrontMatter {
  /** The text with the front matter's lines emptied, so that line numbers are those of the file. */
  readonly rest: string;
  readonly title?: string | undefined;
  /** Names of all its entries; empty when the file has no front matter. */
  readonly keys: readonly string[];
}

/** Takes off the YAML between two lines of hyphens at the top. Never throws: YAML that cannot be read has no entries. */
export function splitFrontMatter(text: string): FrontMatter {
  const match = /^---[ \t]*\n(?:([\s\S]*?)\n)?(?:---|\.\.\.)[ \t]*(?:\n|$)/u.exec(text);
  const yaml = match?.[1] ?? '';
  if (!match || !isYaml(yaml)) return { rest: text, keys: [] };
  const rest = match[0].replace(/[^\n]/gu, '') + text.slice(match[0].length);
  const data = readYaml(yaml);
  const title = data['title'];
  return { rest, title: typeof title === 'string' && title.trim() !== '' ? title.trim() : undefined, keys: Object.keys(data) };
}

// Two rules across the page can enclose sentences: only lines that look like entries are taken off.
function isYaml(text: string): boolean {
  return text.split('\n').every((line) => /^(?:\s|#|-\s|[\w-]+\s*:|$)/u.test(line));
}

function readYaml(yaml: string): Readonly<Record<string, unknown>> {
  try {
    const data: unknown = parse(yaml, { logLevel: 'silent' });
    return isObject(data) ? data : {};
  } catch {
    return {};
  }
}

function isObject(data: unknown): data is Readonly<Record<string, unknown>> {
  return typeof data === 'object' && data !== null && !Array.isArray(data);
}
