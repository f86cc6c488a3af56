import { describe, expect, test } from 'vitest';
import { calendarDate, type CalendarDate } from '../../../src/model/calendar-date.ts';
import { groupEarlier, placesIn } from '../../../src/model/search/earlier.ts';
import type { EarlierVersion } from '../../../src/model/search/facts.ts';

function day(text: string): CalendarDate {
  const date = calendarDate(text);
  if (!date) throw new Error(`${text} is no day.`);
  return date;
}

const versions = [2016, 2017, 2018, 2019, 2020, 2021].map((year): EarlierVersion => ({
  name: `${year}-01-01`,
  from: day(`${year}-01-01`),
  until: day(`${year + 1}-01-01`),
  isStated: true,
}));
const hit = (section: string, places: string) => ({
  policy: 'privacy',
  section,
  versions: placesIn(places).flatMap((place) => versions[place] ?? []),
});

describe('answers of earlier versions', () => {
  test('the same section in several texts is one answer, from the first to the last version that has it', () => {
    const [group, ...more] = groupEarlier([hit('cookies', '3-4'), hit('cookies', '0-2')]);
    expect(more).toEqual([]);
    expect([group?.first.name, group?.last.name, group?.count]).toEqual(['2016-01-01', '2020-01-01', 5]);
    expect(group?.hit.versions.map(({ name }) => name)).toEqual(['2019-01-01', '2020-01-01']);
  });

  test('other sections, and the same id in another policy, stand for themselves', () => {
    expect(groupEarlier([hit('cookies', '0'), hit('rights', '0'), { ...hit('cookies', '0'), policy: 'terms' }])).toHaveLength(3);
  });

  test('a version that was never in force is not told as part of a span', () => {
    const never = { policy: 'privacy', section: 'cookies', versions: [{ name: 'withdrawn', from: day('2022-01-01'), isStated: true }] };
    expect(groupEarlier([hit('cookies', '0-1'), never]).map(({ last }) => last.name)).toEqual(['2017-01-01', 'withdrawn']);
  });

  test('none are none', () => {
    expect(groupEarlier([])).toEqual([]);
    expect(groupEarlier([hit('cookies', 'x')])).toEqual([]);
  });
});

test.each([
  ['0-2,5', [0, 1, 2, 5]],
  ['7', [7]],
  ['', []],
  ['announced', []],
])('the places “%s” stand for %j', (runs, places) => {
  expect(placesIn(runs)).toEqual(places);
});
