/** A section as its readers and its authors know it: `"Your rights" (your-rights)`; one without a heading by its id alone. */
export function sectionName(section: { readonly id: string; readonly heading?: string | undefined }): string {
  return section.heading === undefined ? `"${section.id}"` : `"${section.heading}" (${section.id})`;
}

/** `1 day`, `30 days`. */
export function countOf(count: number, one: string): string {
  return `${count} ${one}${count === 1 ? '' : 's'}`;
}

/** `"a", "b" and "c"`. */
export function listOf(names: readonly string[]): string {
  const quoted = names.map((name) => `"${name}"`);
  const last = quoted.at(-1) ?? '';
  return quoted.length < 2 ? last : `${quoted.slice(0, -1).join(', ')} and ${last}`;
}

/** What to do about a setting that names no published version: the last few that it could name. */
export function possibleNames(key: string, possible: readonly string[]): string {
  return possible.length === 0
    ? `This policy has no such version yet: remove "${key}".`
    : `Write one of ${listOf(possible.slice(-5))}, or remove "${key}".`;
}
