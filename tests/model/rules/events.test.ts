import { describe, expect, test } from 'vitest';
import type { LedgerEvent } from '../../../src/model/ledger/entry.ts';
import { eventFindings, type EventContext, type LaterEvent } from '../../../src/model/rules/events.ts';
import { before, day, history, inForce, published, section } from './publish/facts.ts';

// v1 is in force and promises thirty days; v2, posted on 1 December 2026, is material and announced for 1 March 2027.
const v1 = published('v1', '2024-01-01');
const v2 = published('v2', '2027-03-01', 'v1');
const v3 = published('v3', '2027-06-01', 'v2');
const withdrawnV2: LedgerEvent = { type: 'withdraw', policy: 'privacy', version: 'v2', reason: 'A mistake.' };
const withdrawnV3: LedgerEvent = { ...withdrawnV2, version: 'v3' };
const sentByEmail: LedgerEvent = { type: 'notice-sent', policy: 'privacy', version: 'v2', channel: 'email', on: day('2026-12-20') };

function context(more: Partial<EventContext> = {}, events: readonly LedgerEvent[] = [v1, v2]): EventContext {
  return {
    file: 'policies/privacy/v2/policy.mdx',
    history: history(events, '2026-11-30'),
    today: day('2026-12-15'),
    zone: 'UTC',
    frozen: inForce(before, { version: 'v2', materiality: 'material' }),
    promisedBy: inForce(before),
    ...more,
  };
}

const broken = (event: LaterEvent, where = context()) => eventFindings(event, where).map(({ rule }) => rule);
const said = (event: LaterEvent, where = context()) =>
  eventFindings(event, where)
    .map(({ message }) => message)
    .join('\n');
const of = { policy: 'privacy', version: 'v2', reason: 'The law starts later.' } as const;
const reschedule = (to: string, version = 'v2'): LaterEvent => ({
  ...of,
  type: 'reschedule',
  version,
  effective: { day: day(to), basis: 'stated' },
});
const withdraw = (version = 'v2'): LaterEvent => ({ ...of, type: 'withdraw', version });
const retire = (from: string): LaterEvent => ({ type: 'retire', policy: 'privacy', from: day(from), reason: 'The service ends.' });
const remove = (id?: string): LaterEvent => ({ ...of, type: 'remove', section: id, files: {} });
const sent = (on: string, channel = 'email'): LaterEvent => ({
  type: 'notice-sent',
  policy: 'privacy',
  version: 'v2',
  channel,
  on: day(on),
});

describe('every event', () => {
  test('is about a policy and a version that were published', () => {
    expect(broken(withdraw(), context({ history: undefined }))).toEqual(['event-policy-unknown']);
    expect(broken(withdraw('v7'))).toEqual(['event-version-unknown']);
  });

  test.each([
    [
      'a new day',
      (reason: string): LaterEvent => ({ ...of, type: 'reschedule', effective: { day: day('2027-04-01'), basis: 'stated' }, reason }),
    ],
    ['a withdrawal', (reason: string): LaterEvent => ({ ...of, type: 'withdraw', reason })],
    ['a removal', (reason: string): LaterEvent => ({ ...of, type: 'remove', files: {}, reason })],
    ['a retirement', (reason: string): LaterEvent => ({ type: 'retire', policy: 'privacy', from: day('2027-04-01'), reason })],
    ['a review', (reason: string): LaterEvent => ({ type: 'reviewed', policy: 'privacy', on: day('2026-12-01'), reason })],
    ['an amended notice', (reason: string): LaterEvent => ({ ...of, type: 'notice-amended', files: {}, reason })],
  ])('says why it happens: %s', (_, event) => {
    expect(broken(event('The law starts later.'))).toEqual([]);
    expect(broken(event(' '))).toEqual(['event-reason-missing']);
  });
});

describe('an event that makes two versions neighbours', () => {
  const facts = (name: string, text: string, ...ids: string[]) => ({
    ...inForce(before, { version: name, changes: [{ sections: ids, what: 'What.' }] }),
    sections: [section('data', text)],
  });

  test('is refused while the notice of the later one does not tell how they differ', () => {
    const pair = (...ids: string[]) =>
      context({ pairs: [{ earlier: facts('v1', 'We keep it.'), later: facts('v3', 'We sell it.', ...ids) }] });
    expect(broken(withdraw(), pair())).toEqual(['event-pair-uncovered']);
    expect(broken(withdraw(), pair('data'))).toEqual([]);
  });
});

describe('moving the day of an announced version', () => {
  test('to a later day is allowed', () => {
    expect(broken(reschedule('2027-04-01'))).toEqual([]);
  });

  test('to an earlier day begins the notice anew: thirty whole days after 15 December end on 14 January', () => {
    expect(broken(reschedule('2027-01-15'))).toEqual([]);
    expect(broken(reschedule('2027-01-14'))).toEqual(['reschedule-breaks-promise']);
    expect(said(reschedule('2027-01-14'))).toMatch(/promises 30 days.*Choose 2027-01-15/u);
  });

  test('to a later day still keeps the promise, counted from the day when notice was complete', () => {
    const promised = inForce(before, { changeTerms: { days: 90, channels: ['email'] } });
    const mailed = context({ promisedBy: promised, today: day('2027-01-20') }, [v1, v2, sentByEmail]);
    expect(broken(reschedule('2027-03-20'), mailed)).toEqual(['reschedule-breaks-promise']);
    expect(broken(reschedule('2027-03-21'), mailed)).toEqual([]);
  });

  test('is not bound by the promise when the change is small, or its notice waived', () => {
    const small = inForce(before, { version: 'v2', materiality: 'editorial' });
    expect(broken(reschedule('2026-12-16'), context({ frozen: small }))).toEqual([]);
    const waiver = { reason: 'court-order', authority: 'High Court', text: 'At once.' } as const;
    const waived = inForce(before, { version: 'v2', materiality: 'material', noticeWaiver: waiver });
    expect(broken(reschedule('2026-12-16'), context({ frozen: waived }))).toEqual([]);
  });

  test('comes too late on the day it takes effect, and is in time the day before', () => {
    expect(broken(reschedule('2027-06-01'), context({ today: day('2027-03-01') }))).toEqual(['reschedule-after-effect']);
    expect(broken(reschedule('2027-06-01'), context({ today: day('2027-02-28') }))).toEqual([]);
  });

  test('cannot bring a withdrawn version back', () => {
    expect(broken(reschedule('2027-06-01'), context({}, [v1, v2, withdrawnV2]))).toEqual(['reschedule-withdrawn']);
  });

  test('cannot go to a day that is over, or stay where it is', () => {
    expect(broken(reschedule('2026-12-14'))).toEqual(['reschedule-past']);
    expect(broken(reschedule('2027-03-01'))).toEqual(['reschedule-unmoved']);
  });

  test('cannot pass the version that supersedes it', () => {
    expect(broken(reschedule('2027-06-01'), context({}, [v1, v2, v3]))).toEqual(['reschedule-overtaken']);
    expect(broken(reschedule('2027-05-31'), context({}, [v1, v2, v3]))).toEqual([]);
  });

  test('cannot pass the end of the policy', () => {
    const ending: LedgerEvent = { type: 'retire', policy: 'privacy', from: day('2027-07-01'), reason: 'The service ends.' };
    expect(broken(reschedule('2027-07-01'), context({}, [v1, v2, ending]))).toEqual(['reschedule-after-retirement']);
    expect(broken(reschedule('2027-06-30'), context({}, [v1, v2, ending]))).toEqual([]);
  });
});

describe('withdrawing a version', () => {
  test('is possible until the day before it takes effect', () => {
    expect(broken(withdraw(), context({ today: day('2027-02-28') }))).toEqual([]);
    expect(broken(withdraw(), context({ today: day('2027-03-01') }))).toEqual(['withdraw-after-effect']);
  });

  test('is impossible while another posted version supersedes it, which is named', () => {
    expect(broken(withdraw(), context({}, [v1, v2, v3]))).toEqual(['withdraw-superseded']);
    expect(said(withdraw(), context({}, [v1, v2, v3]))).toContain('"v3" supersedes it');
    expect(broken(withdraw('v3'), context({}, [v1, v2, v3]))).toEqual([]);
    expect(broken(withdraw(), context({}, [v1, v2, v3, withdrawnV3]))).toEqual([]);
  });

  test('counts a version that names none as superseding the one before it', () => {
    expect(broken(withdraw(), context({}, [v1, v2, published('v3', '2027-06-01')]))).toEqual(['withdraw-superseded']);
  });

  test('is not disturbed by a version posted in between that supersedes the one in force', () => {
    expect(broken(withdraw(), context({}, [v1, v2, published('v3', '2027-02-01', 'v1')]))).toEqual([]);
  });

  test('happens once', () => {
    expect(broken(withdraw(), context({}, [v1, v2, withdrawnV2]))).toEqual(['withdraw-withdrawn']);
  });
});

describe('a review', () => {
  test('is recorded when it is done, not before', () => {
    expect(broken({ type: 'reviewed', policy: 'privacy', on: day('2026-12-15'), reason: 'Yearly.' })).toEqual([]);
    expect(broken({ type: 'reviewed', policy: 'privacy', on: day('2026-12-16'), reason: 'Yearly.' })).toEqual(['reviewed-in-future']);
  });
});

describe('retiring a policy', () => {
  test('leaves its last version at least one day', () => {
    expect(broken(retire('2027-03-01'))).toEqual(['retire-before-effect']);
    expect(said(retire('2027-03-01'))).toContain('version v2 takes effect on 2027-03-01');
    expect(broken(retire('2027-03-02'))).toEqual([]);
  });

  test('is not hindered by a withdrawn version', () => {
    expect(broken(retire('2027-01-01'), context({}, [v1, v2, withdrawnV2]))).toEqual([]);
  });

  test('does not reach into the past', () => {
    expect(broken(retire('2026-12-14'), context({}, [v1]))).toEqual(['retire-past']);
    expect(broken(retire('2026-12-15'), context({}, [v1]))).toEqual([]);
  });

  test('can be moved until it has begun', () => {
    const ending: LedgerEvent = { type: 'retire', policy: 'privacy', from: day('2027-01-01'), reason: 'The service ends.' };
    expect(broken(retire('2027-02-01'), context({}, [v1, ending]))).toEqual([]);
    expect(broken(retire('2027-02-01'), context({ today: day('2027-01-01') }, [v1, ending]))).toEqual(['retire-retired']);
  });
});

describe('removing words', () => {
  test('is about a section that the version has', () => {
    expect(broken(remove('data'), context({ anchors: ['data'] }))).toEqual([]);
    expect(broken(remove('cookies'), context({ anchors: ['data'] }))).toEqual(['remove-section-unknown']);
  });

  test('happens once', () => {
    const gone = { ...of, type: 'remove', section: 'data', files: {} } as const;
    expect(broken(remove('data'), context({}, [v1, v2, gone]))).toEqual(['remove-removed']);
    expect(broken(remove('rights'), context({}, [v1, v2, gone]))).toEqual([]);
    expect(broken(remove('rights'), context({}, [v1, v2, { ...gone, section: undefined }]))).toEqual(['remove-removed']);
  });
});

describe('recording a notice', () => {
  test('is about a day from posting to today', () => {
    expect(broken(sent('2026-11-30'))).toEqual(['notice-before-posting']);
    expect(broken(sent('2026-12-01'))).toEqual([]);
    expect(broken(sent('2026-12-15'))).toEqual([]);
    expect(broken(sent('2026-12-16'))).toEqual(['notice-in-future']);
  });

  test('that came too late is recorded with a warning that names the day to move to', () => {
    const mail = context({ promisedBy: inForce(before, { changeTerms: { days: 30, channels: ['email'] } }), today: day('2027-02-20') });
    expect(eventFindings(sent('2027-02-10'), mail)).toMatchObject([{ rule: 'notice-late', severity: 'warning' }]);
    expect(said(sent('2027-02-10'), mail)).toContain('--effective 2027-03-13');
    expect(broken(sent('2027-01-29'), mail)).toEqual([]);
    expect(broken(sent('2027-02-10', 'banner'), mail)).toEqual([]);
  });
});
