import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readRecord } from '../../src/mdx/read-record.ts';
import { recordDocument } from '../../src/model/record/document.ts';
import { structureText } from '../../src/model/record/structure.ts';
import { record, title } from '../model/record/arbitrary.ts';

describe('record.html', () => {
  test('every record is read back as it was written', () => {
    fc.assert(
      fc.property(record, title, (original, name) => {
        expect(readRecord(recordDocument(original, name))).toEqual({ title: name, record: original });
      }),
      { numRuns: 150 },
    );
  });
});
