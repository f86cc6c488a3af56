import fc from 'fast-check';

/** Something that happens to a text by accident: a character or a line is dropped, doubled, swapped or moved. */
export interface Mutation {
  readonly unit: '' | '\n';
  readonly change: 'drop' | 'double' | 'swap' | 'move';
  readonly at: number;
  readonly to: number;
}

export const mutation: fc.Arbitrary<Mutation> = fc.record({
  unit: fc.constantFrom('', '\n'),
  change: fc.constantFrom('drop', 'double', 'swap', 'move'),
  at: fc.nat(),
  to: fc.nat(),
});

export function mutated(text: string, { unit, change, at, to }: Mutation): string {
  const parts = text.split(unit);
  if (parts.length === 0) return text;
  const index = at % parts.length;
  const other = change === 'swap' ? (index + 1) % parts.length : to % parts.length;
  const part = parts[index] ?? '';
  if (change === 'swap') {
    parts[index] = parts[other] ?? '';
    parts[other] = part;
  } else {
    parts.splice(index, change === 'double' ? 0 : 1, ...(change === 'double' ? [part] : []));
    if (change === 'move') parts.splice(other, 0, part);
  }
  return parts.join(unit);
}
