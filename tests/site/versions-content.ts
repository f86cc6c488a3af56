import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { retire, withdraw } from '../../src/cli/commands/later-events.ts';
import { publish } from '../../src/cli/commands/publish.ts';
import { parseVersion } from '../../src/library/version-file.ts';
import { calendarDate, type CalendarDate } from '../../src/model/calendar-date.ts';

/** The machine's clock when everything was posted. */
export const NOW = Date.parse('2026-11-22T12:00:00Z');

const SITE = (timeZone: string) => `organisation: Example Ltd
address: [1 Example Street]
contact: {email: help@example.org}
url: https://policies.example.org
timeZone: ${timeZone}
languages: [en]
sample: true
`;

const FIRST = `---
effective: 2016-05-26
materiality: initial
summary: How we treat what you tell us.
---

Words before the first heading.

## 1. Who we are [#who-we-are]

We are Example Ltd.

## 2. Cookies [#cookies]

We keep one cookie.

## 3. Your rights [#your-rights]

[We](#who-we-are) answer when you ask for a copy.

### Children [#children]

Nobody under 16 may use the service.
`;

const SECOND = `---
effective: 2024-01-01
materiality: material
summary: We no longer keep cookies, and you may have your data erased.
changes:
  - sections: [cookies]
    what: The section about cookies is gone, for we keep none.
    impact: Nothing is stored on your device.
    choices: You may delete the cookie that is there.
  - sections: [your-rights]
    what: You may have your data erased.
    impact: What we hold about you can be deleted.
    choices: Write to us.
retired: {cookies: null}
---

Words before the first heading.

## 1. Who we are [#who-we-are]

We are Example Ltd.

## 2. Your rights [#your-rights]

[We](#who-we-are) answer when you ask for a copy, or have your data erased.

### Children [#children]

Nobody under 16 may use the service.
`;

const THIRD = `---
effective: 2027-03-01
materiality: material
summary: We answer within fourteen days, and say how long we keep records.
changes:
  - sections: [your-choices]
    what: We answer within fourteen days. The section has another name.
    impact: You get an answer sooner.
    choices: Write to us as before.
  - sections: [retention]
    what: A section says how long we keep records.
    impact: You know when your records go.
    choices: You need do nothing.
retired: {your-rights: your-choices, children: your-choices}
---

Words before the first heading.

## 1. Who we are [#who-we-are]

We are Example Ltd.

## 2. Your choices [#your-choices]

[We](#who-we-are) answer when you ask for a copy, or have your data erased. We answer within fourteen days.

## 3. Retention [#retention]

We keep records for a year.
`;

const SHORT = (effective: string, words: string) => `---
effective: ${effective}
materiality: initial
summary: The first version.
---

## What this is [#what-this-is]

${words}

## Where to ask [#where-to-ask]

Write to us.
`;

const AGAIN = `---
effective: 2026-12-15
materiality: substantive
summary: This version was taken back.
changes:
  - sections: [what-this-is]
    what: The section says it in other words.
    impact: Nothing changes for you.
    choices: You need do nothing.
---

## What this is [#what-this-is]

The terms in other words.

## Where to ask [#where-to-ask]

Write to us.
`;

/**
 * Content made by the real commands: `privacy` with a past, a present and an announced version; `terms` with one that was taken
 * back, and an end on 2027-06-01; `cookies` with an announced first version; `security` with an end on 2026-10-01.
 */
export async function publishVersions(folder: string, timeZone: string): Promise<void> {
  put(folder, 'site.yaml', SITE(timeZone));
  put(
    folder,
    'pages/about.mdx',
    '---\ntitle: About\nsummary: About this site.\n---\n\nThe privacy policy is <InForce policy="privacy" />.\n',
  );
  for (const [name, kind] of [
    ['privacy', 'privacy'],
    ['terms', 'terms'],
    ['cookies', 'cookies'],
    ['security', 'security'],
  ] as const) {
    put(
      folder,
      `policies/${name}/policy.yaml`,
      `title: ${name[0]?.toUpperCase()}${name.slice(1)} policy\nkind: ${kind}\nsummary: What we promise.\n`,
    );
  }
  const versions = [
    ['privacy/2016-05-26', FIRST, '2016-05-01'],
    ['security/2020-01-01', SHORT('2020-01-01', 'We patch our machines.'), '2019-12-01'],
    ['terms/2020-01-01', SHORT('2020-01-01', 'The terms.'), '2019-12-01'],
    ['privacy/2024-01-01', SECOND, '2023-11-01'],
    ['terms/2026-12-15', AGAIN, '2026-11-01'],
    ['cookies/2027-03-01', SHORT('2027-03-01', 'We keep one cookie again.'), '2026-11-20'],
    ['privacy/2027-03-01', THIRD, '2026-11-22'],
  ] as const;
  for (const [name, text, today] of versions) {
    put(folder, `policies/${name}/policy.mdx`, approved(text, name));
    await done(publish({ content: folder, only: name, dryRun: false }, { now: NOW, today }), name);
  }
  const reason = 'We thought better of it.';
  await done(
    withdraw({ content: folder, name: 'terms/2026-12-15', withLater: false, reason }, { now: NOW, today: '2026-11-10' }),
    'withdraw',
  );
  await done(
    retire({ content: folder, policy: 'terms', from: day('2027-06-01'), replacedBy: 'privacy', reason }, { now: NOW, today: '2026-11-11' }),
    'retire',
  );
  await done(retire({ content: folder, policy: 'security', from: day('2026-10-01'), reason }, { now: NOW, today: '2026-09-01' }), 'retire');
}

export function put(folder: string, path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

/** The text with an approval of exactly its words. */
export function approved(text: string, name: string, lang = 'en'): string {
  const [policy = '', version = ''] = name.split('/');
  const { file, findings } = parseVersion(text, 'policy.mdx', { policy, version, lang });
  if (!file) throw new Error(findings.map(({ message }) => message).join('\n'));
  return text.replace('---\n', `---\napproved: {by: general counsel, on: 2015-01-01, text: '${file.digests.record.slice(0, 12)}'}\n`);
}

export async function done(command: Promise<number>, name: string): Promise<void> {
  const code = await command;
  if (code !== 0) throw new Error(`${name} ended with ${code}.`);
}

function day(text: string): CalendarDate {
  const date = calendarDate(text);
  if (date === undefined) throw new Error(text);
  return date;
}
