/** The `_headers` file that Netlify, Cloudflare Pages and others read: path lines, below each its indented `Name: value` lines. */
interface HeaderRule {
  readonly matches: RegExp;
  readonly set: readonly (readonly [name: string, value: string])[];
  readonly remove: readonly string[];
}

export type HeaderRules = readonly HeaderRule[];

/** `*` stands for anything, also for nothing; `:name` for one part of the path. */
function pattern(path: string): RegExp {
  const source = path
    .replace(/^https?:\/\/[^/]+/, '')
    .replaceAll(/[.+?^${}()|[\]\\]/g, String.raw`\$&`)
    .replaceAll('*', '.*')
    .replaceAll(/:[A-Za-z]\w*/g, '[^/]+');
  return new RegExp(`^${source}$`);
}

/**
 * Reads a `_headers` file.
 *
 * @throws when a line is neither a path nor a header below a path: a host would pass over it in silence, and with it perhaps over the
 *   security policy of the site.
 */
export function parseHeaders(text: string): HeaderRules {
  const rules: { matches: RegExp; set: [string, string][]; remove: string[] }[] = [];
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    const words = line.trim();
    if (words === '' || words.startsWith('#')) continue;
    const rule = rules.at(-1);
    const header = /^([!#$%&'*+.^`|~\w-]+):\s*(.*)$/.exec(words);
    if (!/^\s/.test(line) && /^(\/|https?:)/.test(words)) rules.push({ matches: pattern(words), set: [], remove: [] });
    else if (/^\s/.test(line) && rule && words.startsWith('! ')) rule.remove.push(words.slice(2).trim().toLowerCase());
    else if (/^\s/.test(line) && rule && header?.[1] && header[2]) rule.set.push([header[1].toLowerCase(), header[2]]);
    else throw new Error(`_headers, line ${index + 1}: expected a path or an indented "Name: value", found "${words}".`);
  }
  return rules;
}

/** The headers for a path: every rule that matches counts; values for the same name are joined by a comma, as the hosts do. */
export function headersFor(rules: HeaderRules, path: string): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const rule of rules) {
    if (!rule.matches.test(path)) continue;
    for (const name of rule.remove) delete headers[name];
    for (const [name, value] of rule.set) headers[name] = name in headers ? `${headers[name]}, ${value}` : value;
  }
  return headers;
}
