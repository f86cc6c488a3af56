import { describe, expect, test } from 'vitest';
import { readDay } from '../../src/model/printed-day.ts';

describe('a printed day', () => {
  test.each([
    ['Effective Date: 05/26/2016', '2016-05-26'],
    ['26/05/2016', '2016-05-26'],
    ['5/5/2016', '2016-05-05'],
    ['2016-05-26', '2016-05-26'],
    ['2016/5/6', '2016-05-06'],
    ['May 26, 2016', '2016-05-26'],
    ['Sept. 3rd, 2016', '2016-09-03'],
    ['26 May 2016', '2016-05-26'],
    ['26th of May 2016', '2016-05-26'],
    ['26. März 2016', '2016-03-26'],
    ['6.5.2016', '2016-05-06'],
    ['発効日 2026 年 5 月 4 日', '2026-05-04'],
  ])('%s is %s', (printed, day) => {
    expect(readDay(printed)).toMatchObject({ day });
  });

  test.each(['30 February 2021', '13/13/2021', 'next Monday', '99/99'])('%s is none', (printed) => {
    expect(readDay(printed)).toBeUndefined();
  });

  test('05/06 can be read two ways', () => {
    expect(readDay('05/06/2021')).toEqual({ unclear: '05/06 can be month/day or day/month.' });
  });
});
