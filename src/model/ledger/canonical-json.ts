/**
 * JSON in the one form that a digest is taken of (RFC 8785): keys in the order of their UTF-16 code units, no white space.
 * Keys whose value is `undefined` are left out.
 *
 * Numbers must be whole and exact: the ledger counts, it does not measure. @throws RangeError for any other number, and for
 * text that is not Unicode (a lone surrogate), which JSON could not carry unchanged; TypeError for what JSON has no word for.
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'number') {
    if (!Number.isSafeInteger(value)) throw new RangeError(`Not a whole number: ${value}`);
    return String(value);
  }
  if (typeof value === 'string') {
    if (!value.isWellFormed()) throw new RangeError(`Not Unicode: ${JSON.stringify(value)}`);
    return JSON.stringify(value);
  }
  if (typeof value !== 'object') throw new TypeError(`JSON has no word for a ${typeof value}.`);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  const members: [string, unknown][] = Object.entries(value);
  const written = members
    .filter(([, member]) => member !== undefined)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, member]) => `${canonicalJson(key)}:${canonicalJson(member)}`);
  return `{${written.join(',')}}`;
}
