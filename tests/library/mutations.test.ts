import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkContent } from '../../src/library/check-content.ts';
import { readLibrary } from '../../src/library/library.ts';
import { redlineWords } from '../../src/strings/redline.ts';
import { hasErrors } from '../../src/model/finding.ts';
import { sharedFolderOf } from '../content-folder.ts';
import { mutated, mutation } from '../mutation.ts';
import { digestsOfTree } from '../tree.ts';
import { NOW } from '../desk.ts';

const SITE_FILE = 'site.yaml';
const POLICY_FILE = 'policies/privacy/policy.yaml';
const TEXT_FILE = 'policies/privacy/2027-03-01/policy.mdx';

const WHOLE = {
  [SITE_FILE]: `organisation: Acme Ltd
address:
  - 1 Main Street
contact:
  email: help@acme.com
  phone: '0123 456789'
url: https://policies.acme.com
timeZone: Europe/Paris
languages: [en, de]
profiles: [gdpr, ccpa]
rules:
  check-back: {severity: off, reason: It is negotiated, until: 2027-06-30}
  gdpr/dpo:
    severity: warning
    reason: We have none
`,
  [POLICY_FILE]: `title: Privacy policy
kind: privacy
summary: What we collect
contact:
  url: https://www.acme.com/contact
jurisdictions: [EU, us-ca]
profiles: [caloppa]
aliases: [/privacy.html]
sections: open
reviewMonths: 12
`,
  [TEXT_FILE]: `---
effective: {day: 2027-03-01, basis: stated}
approved: {by: general counsel, on: 2027-01-09, text: '0123456789ab'}
materiality: initial
summary: "The first version: in plain words"
changes:
  - sections: [your-data]
    what: We say how long.
    impact: You can count on it.
    choices: None is needed.
retired: {old-data: your-data, gone: null}
changeTerms: {days: 30, channels: [site, email]}
noticeWaiver:
  reason: legal-duty
  authority: A court
  text: It cannot wait.
attested:
  - {rule: gdpr/dpo, by: general counsel, on: 2027-01-09, why: We have none.}
topics: {retention: [your-data], controller: [who-we-are]}
provenance: {imported: 2027-01-01, source: 'https://www.acme.com/privacy', captured: 2026-12-31}
---

*Effective Date: March 1, 2027*. By visiting this site (the “Site”) you agree to changes.

- [Who we are](#who-we-are)
- [Your data](#your-data)

## Who we are [#who-we-are]

We are Acme Ltd. Please check back often for changes to this policy, last seen on 05/06/2026.[^1]

## 1. Your data [#your-data]

We keep it for 30 days, and tell you 14 days before we change this policy and/or by [e-mail](mailto:help@acme.com).

### Deeper

<Note>TODO</Note>

| What | How long |
| ---- | -------- |
| Name | 30 days  |

[^1]: In words.
`,
};

// Ten thousand take two minutes; CODICIL_DAMAGES=10000 asks for them.
const DAMAGES = Number(process.env['CODICIL_DAMAGES'] ?? 1000);

// Keys and words of YAML that mean something else than their letters, put in by accident.
const STRAY = [
  ':',
  '- ',
  '#',
  '"',
  "'",
  '{',
  '}',
  '[',
  ']',
  '&a ',
  '*a',
  '!x ',
  '---\n',
  '...\n',
  '\t',
  '| ',
  '> ',
  '? ',
  '%',
  '@',
  '`',
  'null',
  '~',
  '<<: *a',
  '\u0000',
  '\uFEFF',
];

/** What every reading keeps: it ends in findings that lie within their file, or in none. */
async function fault(folder: string, file: string, text: string, seen: Set<string>): Promise<string | undefined> {
  writeFileSync(join(folder, file), text);
  const library = await readLibrary(folder);
  const { findings } = await checkContent(library, { now: NOW, words: redlineWords });
  const lines = text.split(/\r\n?|\n/u);
  const misplaced = findings.find(({ place, message, rule }) => {
    if (message.trim() === '' || rule === '') return true;
    if (place.file !== file || place.line === undefined) return false;
    const line = lines[place.line - 1];
    return line === undefined || (place.column ?? 1) < 1 || (place.column ?? 1) > line.length + 2;
  });
  if (misplaced) return JSON.stringify(misplaced);
  const isRead =
    file === SITE_FILE
      ? library.site !== undefined
      : library.policies.some(({ config, versions }) => (file === POLICY_FILE ? config !== undefined : versions.length === 1));
  seen.add(isRead ? 'read' : 'refused');
  return isRead || hasErrors(findings) ? undefined : 'It was not read, and nothing says why.';
}

describe('a content folder that was damaged by accident', () => {
  const folder = sharedFolderOf(WHOLE);

  test('could be read before', async () => {
    const { site, policies } = await readLibrary(folder);
    expect([site?.organisation, policies[0]?.config?.title, policies[0]?.versions.length]).toEqual(['Acme Ltd', 'Privacy policy', 1]);
  });

  test.each([
    [SITE_FILE, 0.3],
    [POLICY_FILE, 0.3],
    [TEXT_FILE, 0.4],
  ] as const)(
    'in %s says where and what is wrong, or is right all the same; check writes nothing',
    async (file, share) => {
      const whole = WHOLE[file];
      const before = digestsOfTree(folder);
      const seen = new Set<string>();
      // The head of a text is short beside its body; half of the damage is done there.
      const parts = file === TEXT_FILE ? [whole.slice(0, whole.indexOf('\n---') + 5), whole] : [whole];
      const stray = fc.record({ words: fc.constantFrom(...STRAY), at: fc.nat() });
      await fc.assert(
        fc.asyncProperty(
          fc.constantFrom(...parts),
          fc.array(mutation, { minLength: 1, maxLength: 4 }),
          fc.option(stray),
          async (part, mutations, put) => {
            const damaged = mutations.reduce(mutated, part);
            const at = put ? put.at % (damaged.length + 1) : 0;
            const text = `${damaged.slice(0, at)}${put?.words ?? ''}${damaged.slice(at)}${whole.slice(part.length)}`;
            expect(await fault(folder, file, text, seen)).toBeUndefined();
          },
        ),
        { numRuns: Math.ceil(DAMAGES * share), seed: 20_261_125, endOnFailure: true },
      );
      writeFileSync(join(folder, file), whole);
      expect(readFileSync(join(folder, file), 'utf8')).toBe(whole);
      expect(digestsOfTree(folder)).toEqual(before);
      expect([...seen].toSorted()).toEqual(['read', 'refused']);
    },
    240_000,
  );
});
