import { describe, expect, test } from 'vitest';
import type { Section } from '../../../src/model/record/record.ts';
import { comparedSections, kindsIn, rowsText, sectionsText } from './marked.ts';
import { FEES, MORE, plain, RIGHTS, SHARING } from './texts.ts';

const named = (heading: string, one: Section): Section => ({ ...one, heading: [heading] });
const fees = named('Fees', plain('fees', FEES));
const rights = named('Rights', plain('rights', RIGHTS, MORE));
const sharing = named('Sharing', plain('sharing', SHARING));
/** The same text, ids made anew for it as where a history is imported. */
const anew = (list: readonly Section[]): readonly Section[] => list.map((one, index) => ({ ...one, id: `new-${index}` }));

describe('sections', () => {
  test('one that moved is one change, none of its words is marked, and it is shown at both its places', () => {
    const found = comparedSections([fees, rights, sharing], [rights, sharing, fees]);
    expect(sectionsText(found)).toEqual(['Fees: left', 'Rights: kept', 'Sharing: kept', 'Fees: kept moved']);
    expect([kindsIn(found), found.sections[3]?.other, found.sections[0]?.other]).toEqual([['moved'], 0, 3]);
  });

  test('one with another heading is known by what it says, and by its id', () => {
    const renamed = named('What you may ask of us', rights);
    expect(sectionsText(comparedSections([fees, rights], [fees, renamed]))).toEqual([
      'Fees: kept',
      '[Rights]{What you may ask of us}: kept',
    ]);
    expect(sectionsText(comparedSections([fees, rights], anew([fees, renamed]), false))[1]).toBe(
      '[Rights]{What you may ask of us}: kept anchor',
    );
  });

  test('an id that stays keeps a section the same even if its heading and every word of it change', () => {
    expect(sectionsText(comparedSections([fees, rights], [{ ...sharing, id: 'fees' }, rights]))).toEqual([
      '[Fees]{Sharing}: kept',
      'Rights: kept',
    ]);
  });

  test('ids that are numbers and shifted by one do not mix up the sections', () => {
    const before = [fees, rights, sharing].map((one, index) => ({ ...one, id: `section-${index + 1}` }));
    const after = [fees, named('Cookies', plain('x', 'There are none.')), rights, sharing].map((one, index) => ({
      ...one,
      id: `section-${index + 1}`,
    }));
    expect(sectionsText(comparedSections(before, after))).toEqual([
      'Fees: kept',
      '{Cookies}: added added',
      'Rights: kept anchor',
      'Sharing: kept anchor',
    ]);
  });

  test('numbers before headings that shift after an insertion are renumbered, and the heading is not marked', () => {
    const before = [named('1. Fees', fees), named('2. Sharing', sharing)];
    const after = [named('1. Fees', fees), named('2. Rights', rights), named('3. Sharing', sharing)];
    expect(sectionsText(comparedSections(before, after))).toEqual(['Fees: kept', '{ Rights}: added added', 'Sharing: kept renumbered']);
  });

  test('one that was split says so, and none of the words that went along is marked', () => {
    const whole = named('Rights', plain('rights', RIGHTS, FEES, MORE, SHARING));
    const halves = [named('Rights', plain('rights', RIGHTS, FEES)), named('Parcels', plain('parcels', MORE, SHARING))];
    const found = comparedSections([whole], halves);
    expect(sectionsText(found)).toEqual(['Rights: kept', '{Parcels}: added split']);
    expect([rowsText(found), found.sections[1]?.other]).toEqual([[RIGHTS, FEES, MORE, SHARING], 0]);
  });

  test('two that became one say so', () => {
    const found = comparedSections([rights, sharing], [{ ...rights, blocks: [...rights.blocks, ...sharing.blocks] }]);
    expect(sectionsText(found)).toEqual(['Rights: kept', '[Sharing]: removed merged']);
    expect(rowsText(found)).toEqual([RIGHTS, MORE, SHARING]);
  });

  test('a heading put above words that stay where they are marks only itself', () => {
    const found = comparedSections([rights], [{ ...rights, blocks: rights.blocks.slice(0, 1) }, named('Parcels', plain('parcels', MORE))]);
    expect(rowsText(found)).toEqual([RIGHTS, MORE]);
  });

  test('one that came is a single change', () => {
    expect(kindsIn(comparedSections([fees, sharing], [fees, rights, sharing]))).toEqual(['added, modal']);
  });
});
