import { describe, expect, test } from 'vitest';
import { broken, day, draft, input, said } from './facts.ts';

const approved = (text: string) => ({ by: 'counsel', on: day('2026-11-30'), text });

describe('exactly the approved text is published', () => {
  test('a text with the digest that was approved may be published', () => {
    expect(broken(input())).toEqual([]);
  });

  test('a text that was changed after its approval is refused, with both digests', () => {
    const changed = input({ draft: draft({ approved: approved('000000000000') }) });
    expect(broken(changed)).toEqual(['approval-digest']);
    expect(said(changed, 'approval-digest')).toMatch(/000000000000.*abcdef012345/u);
  });

  test('a text that nobody approved is refused', () => {
    expect(broken(input({ draft: draft({ approved: undefined }) }))).toEqual(['approval-digest']);
  });

  test('a text that was public elsewhere before needs no approval', () => {
    expect(broken(input({ isImport: true, draft: draft({ approved: undefined }) }))).toEqual([]);
  });
});
