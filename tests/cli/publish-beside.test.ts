import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { reschedule } from '../../src/cli/commands/later-events.ts';
import { calendarDate } from '../../src/model/calendar-date.ts';
import { folderOf, SITE, write, type Files } from '../content-folder.ts';
import { approvedText, firstVersion, laterVersion, ledgerLines, NOW, published, run } from '../desk.ts';

const privacy = (texts: Readonly<Record<string, string>>): Files => ({
  'site.yaml': SITE,
  'policies/privacy/policy.yaml': 'title: Privacy policy\n',
  ...Object.fromEntries(Object.entries(texts).map(([version, text]) => [`policies/privacy/${version}/policy.mdx`, text])),
});
const FIRST = firstVersion({ effective: '2027-01-10' });

describe('a draft, with what stands beside it,', () => {
  test('is refused while another file stands beside it, which nobody could tell from what was published', async () => {
    const content = folderOf({ ...privacy({ '2027-01-10': FIRST }), 'policies/privacy/2027-01-10/policy.de.mdx': 'Wir.' });
    const { code, stderr } = await published(content);
    expect(code).toBe(1);
    expect(stderr).toContain('policies/privacy/2027-01-10/policy.de.mdx  error\n  Nothing may stand beside a published text');
    expect(ledgerLines(content)).toEqual([]);
    rmSync(join(content, 'policies/privacy/2027-01-10/policy.de.mdx'));
    expect((await published(content)).code).toBe(0);
  });

  test('answers for the sections of a version by the day to which it was moved, not by the day first announced', async () => {
    const added = laterVersion({ effective: '2027-06-01', promise: 'We keep it well.\n\n## Cookies [#cookies]\n\nWe set none.' });
    const june = added.replace('sections: [our-promise]', 'sections: [our-promise, cookies]').replace(/approved:.*\n/u, '');
    const content = folderOf(privacy({ '2027-01-10': FIRST, june: approvedText(june) }));
    expect((await published(content)).stderr).toBe('');
    const moved = calendarDate('2027-12-01');
    if (!moved) throw new Error('no day');
    await run(() => reschedule({ content, name: 'privacy/june', effective: moved, reason: 'Later.' }, { now: NOW }));
    // It takes effect before the version with the section on cookies, so it owes no link an answer.
    const september = laterVersion({ effective: '2027-09-01', promise: 'We keep it until then.' });
    write(content, privacy({ september }));
    const { stderr } = await published(content, 'privacy/september', { now: NOW + 2 * 86_400_000 });
    expect(stderr).not.toContain('anchor-lost');
  });
});
