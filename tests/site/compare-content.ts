import { remove } from '../../src/cli/commands/later-events.ts';
import { publish } from '../../src/cli/commands/publish.ts';
import { approved, done, NOW, publishVersions, put } from './versions-content.ts';

/** The site of many states, with one version whose words a court ordered away. */
export async function publishCompared(folder: string): Promise<void> {
  await publishVersions(folder, 'Europe/Paris');
  await done(
    remove({ content: folder, name: 'terms/2026-12-15', reason: 'A court ordered it.' }, { now: NOW, today: '2026-11-20' }),
    'remove',
  );
}

const TEXT = (effective: string, more: string, words: string) => `---
effective: ${effective}
${more}
---

Worte vor der ersten Überschrift.

## 1. Ihre Rechte [#rechte]

${words}

## 2. Fristen [#fristen]

Wir bewahren Daten ein Jahr auf. Siehe [Rechte](#rechte).
`;

/** A policy in German with two versions, at an address with a path. */
export async function publishGerman(folder: string): Promise<void> {
  put(
    folder,
    'site.yaml',
    `organisation: Bücherei
address: [Kanal 1]
contact: {email: hilfe@example.org}
url: https://example.org/legal/policies
timeZone: Europe/Berlin
languages: [de]
sample: true
`,
  );
  put(folder, 'policies/daten/policy.yaml', 'title: Datenschutz\nkind: privacy\nsummary: Was wir zusagen.\n');
  const versions = [
    ['daten/2020-01-01', TEXT('2020-01-01', 'materiality: initial\nsummary: Die erste.', 'Wir antworten in 30 Tagen.'), '2019-12-01'],
    [
      'daten/2024-01-01',
      TEXT(
        '2024-01-01',
        'materiality: material\nsummary: Schneller.\nchanges:\n  - {sections: [rechte], what: Schneller., impact: Schneller., choices: Keine.}',
        'Wir antworten in 14 Tagen.',
      ),
      '2023-11-01',
    ],
  ] as const;
  for (const [name, text, today] of versions) {
    put(folder, `policies/${name}/policy.mdx`, approved(text, name, 'de'));
    await done(publish({ content: folder, only: name, dryRun: false }, { now: NOW, today }), name);
  }
}
