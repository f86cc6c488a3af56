import { describe, expect, test } from 'vitest';
import { broken, day, draft, input, said } from './facts.ts';
import type { DraftFacts } from '../../../../src/model/rules/publish/input.ts';

const editorial = (effective: string, more: Partial<DraftFacts> = {}) =>
  input({ draft: draft({ materiality: 'editorial', effective: { day: day(effective), basis: 'stated' }, ...more }) });
const waiver = { reason: 'security', authority: 'CISO', text: 'A hole was closed.' } as const;

describe('a text posted on 1 December 2026', () => {
  test('cannot take effect the day before', () => {
    expect(broken(editorial('2026-11-30'))).toEqual(['posted-after-effective']);
    expect(said(editorial('2026-11-30'), 'posted-after-effective')).toMatch(/posted on 2026-12-01.*on 2026-11-30/u);
  });

  test('can take effect the same day', () => {
    expect(broken(editorial('2026-12-01'))).toEqual([]);
  });

  test('can take effect earlier when it corrects a published version', () => {
    expect(broken(editorial('2026-11-30', { corrects: 'v1' }))).toEqual([]);
  });

  test('can take effect earlier under a waiver', () => {
    expect(broken(editorial('2026-11-30', { noticeWaiver: waiver }))).toEqual([]);
  });

  test('can have been in force earlier when it says that it was public elsewhere before', () => {
    expect(broken(editorial('2026-11-30', { provenance: { imported: '2026-12-01' } }))).toEqual([]);
  });
});
