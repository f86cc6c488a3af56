import { expect, test } from 'vitest';
import { isBoundByPromise } from '../../../src/model/notice/promise.ts';

test.each([
  ['initial', false],
  ['editorial', false],
  ['clarifying', false],
  ['substantive', true],
  ['material', true],
] as const)('whether a promise of notice binds a change that is %s: %s', (materiality, isBound) => {
  expect(isBoundByPromise({ materiality })).toBe(isBound);
  expect(isBoundByPromise({ materiality, noticeWaiver: { reason: 'legal-duty', authority: 'A law', text: 'At once.' } })).toBe(false);
});
