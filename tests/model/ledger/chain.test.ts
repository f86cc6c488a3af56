import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { calendarDate } from '../../../src/model/calendar-date.ts';
import { canonicalJson } from '../../../src/model/ledger/canonical-json.ts';
import { chainFaults, ledgerHead, ledgerLines, linesFor } from '../../../src/model/ledger/chain.ts';
import type { EntryBase, LedgerEvent } from '../../../src/model/ledger/entry.ts';

function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

const on = calendarDate('2026-11-22');
if (on === undefined) throw new Error('no day');
const frame = { recordedAt: '2026-11-22T12:00:00Z', zone: 'UTC' };
const anyEvent = fc.string().map((reason): LedgerEvent => ({ type: 'reviewed', policy: 'privacy', on, reason }));
const anyEvents = fc.array(anyEvent, { minLength: 1, maxLength: 6 });

function faultsOf(lines: readonly string[]): readonly number[] {
  const entries = lines.map((line): EntryBase => JSON.parse(line));
  return chainFaults(lines, entries, sha256).map((fault) => fault.line);
}

describe('canonical JSON', () => {
  test('orders keys by their UTF-16 code units, as RFC 8785 §3.2.3 does', () => {
    const value = { '\u20AC': 1, '\r': 2, '\uFB33': 3, '1': 4, '\uD83D\uDE00': 5, '\u0080': 6, ö: 7 };
    expect(canonicalJson(value)).toBe('{"\\r":2,"1":4,"\u0080":6,"ö":7,"\u20AC":1,"\uD83D\uDE00":5,"\uFB33":3}');
  });

  test('refuses what JSON could not carry unchanged', () => {
    expect(() => canonicalJson(0.5)).toThrow(RangeError);
    expect(() => canonicalJson('\uD83D')).toThrow(RangeError);
  });
});

describe('the ledger', () => {
  test('holds together, however many events are added at once', () => {
    fc.assert(
      fc.property(fc.array(anyEvents, { maxLength: 4 }), (runs) => {
        const lines = runs.reduce<readonly string[]>((before, events) => [...before, ...linesFor(events, before, frame, sha256)], []);
        expect(faultsOf(lines)).toEqual([]);
      }),
    );
  });

  test('shows that a line was changed, at the line after it', () => {
    const lines = linesFor(
      [
        { type: 'reviewed', policy: 'a', on, reason: 'x' },
        { type: 'reviewed', policy: 'b', on, reason: 'y' },
      ],
      [],
      frame,
      sha256,
    );
    expect(faultsOf([(lines[0] ?? '').replace('"x"', '"z"'), lines[1] ?? ''])).toEqual([2]);
  });

  test('shows that lines were removed, doubled or reordered', () => {
    fc.assert(
      fc.property(fc.array(anyEvent, { minLength: 3, maxLength: 6 }), fc.nat(), (events, pick) => {
        const lines = linesFor(events, [], frame, sha256);
        const at = pick % (lines.length - 1);
        expect(faultsOf(lines.toSpliced(at, 1))).not.toEqual([]);
        expect(faultsOf(lines.toSpliced(at, 0, lines[at] ?? ''))).not.toEqual([]);
        expect(faultsOf(lines.toSpliced(at, 2, lines[at + 1] ?? '', lines[at] ?? ''))).not.toEqual([]);
      }),
    );
  });

  test('a last line without its end was never written', () => {
    expect(ledgerLines('{"seq":1}\n{"se')).toEqual({ lines: ['{"seq":1}'], torn: '{"se' });
    expect(ledgerLines('')).toEqual({ lines: [], torn: '' });
  });

  test('its head is the digest of its last line', () => {
    expect(ledgerHead(['a', 'b'], sha256)).toBe(sha256('b'));
    expect(ledgerHead([], sha256)).toBe('0'.repeat(64));
  });
});
