import { describe, expect, test } from 'vitest';
import { redline } from '../../src/model/redline/redline.ts';
import type { PolicyRecord } from '../../src/model/record/record.ts';
import { structureText } from '../../src/model/record/structure.ts';
import { historyFiles, pairsOf, readVersion } from '../bench/redline/histories.ts';
import { rebuilt, sideOf } from '../model/redline/rebuild.ts';

const files = historyFiles(process.env['CODICIL_CORPUS'] ?? '../shared/corpus');
const names = [...new Set(files.map((file) => file.history))];

/** One difference in words, where printing two texts would be no help. */
function difference(found: readonly string[], wanted: readonly string[]): string | undefined {
  const place = wanted.findIndex((line, index) => line !== found[index]);
  return place < 0 && found.length === wanted.length ? undefined : `${wanted[place] ?? '(end)'} is ${found[place] ?? '(end)'}`;
}

function faultOf(old: PolicyRecord, fresh: PolicyRecord, byId: boolean): string | undefined {
  const compared = redline(old, fresh, { byId });
  const isReported = compared.changes.length > 0 === (structureText(old) !== structureText(fresh));
  return (
    difference(rebuilt(compared, 'old'), sideOf(old)) ??
    difference(rebuilt(compared, 'fresh'), sideOf(fresh)) ??
    (isReported ? undefined : `${compared.changes.length} changes are reported`)
  );
}

describe('the redlines of real policies', () => {
  test('are those of more than 300 versions', () => {
    expect(files.length).toBeGreaterThan(300);
  });

  test.each(names)(
    '%s: say both texts exactly, have a change where the texts differ, and none where they do not',
    { timeout: 120_000 },
    (name) => {
      const versions = files.filter((file) => file.history === name).map((file) => ({ day: file.day, record: readVersion(file) }));
      const pairs = pairsOf({ name, isHeldOut: false, versions });
      const faults = pairs.flatMap(([old, fresh]) =>
        [true, false].flatMap((byId) => {
          const fault = faultOf(old.record, fresh.record, byId);
          return fault === undefined ? [] : [`${old.day} to ${fresh.day}: ${fault}`];
        }),
      );
      expect(faults).toEqual([]);
      expect(versions.filter(({ record }) => redline(record, record).changes.length > 0).map(({ day }) => day)).toEqual([]);
    },
  );
});
