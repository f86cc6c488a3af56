import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { importFolder } from '../../src/cli/commands/import-folder.ts';
import { verify } from '../../src/cli/commands/verify.ts';
import { openArchive } from '../../src/library/archive.ts';
import { verifyContent } from '../../src/library/verify.ts';
import { allSections } from '../../src/model/record/record.ts';
import { folderOf, SITE } from '../content-folder.ts';
import { run } from '../desk.ts';

const corpus = process.env['CODICIL_CORPUS'] ?? '../shared/corpus';
const PATIENCE_MS = 300_000;

// Taken on 2026-11-22 from the texts as they were committed.
const HISTORIES = [
  ['github-site-policy/privacy-statement', 'en', 37, 8],
  ['basecamp/cancellation', 'en', 12, 0],
  ['mozilla/websites-privacy-ar', 'ar', 12, 0],
] as const;

describe.each(HISTORIES)('the history of %s', (name, lang, versions, skipped) => {
  test(`comes in as ${versions} versions, ${skipped} texts being the same as the one before`, { timeout: PATIENCE_MS }, async () => {
    const content = folderOf({ 'site.yaml': SITE.replace('[en]', `[${lang}]`) });
    const folder = join(corpus, name);
    const { code, stdout, stderr } = await run(() =>
      importFolder({ content, folder, policy: 'policy', basis: 'committed' }, { now: Date.parse('2027-01-10T11:00:00Z') }),
    );
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toContain(`${versions} versions from ${readdirSync(folder).length} files; ${skipped} skipped as the same text.`);
    expect(stdout).toContain('No word was lost or added without an explanation.');
    const verified = await verifyContent(content);
    expect([verified.findings, verified.versions]).toEqual([[], versions]);
    expect(await run(() => verify({ place: content, deep: true }))).toMatchObject({ code: 0, stderr: '' });

    // An id once given is there in the next version, or that version says where its words went.
    const archive = await openArchive(content);
    const days = archive.histories[0]?.versions.map(({ version }) => version) ?? [];
    for (const [index, day] of days.entries()) {
      const next = days[index + 1];
      if (next === undefined) continue;
      const ids = allSections(await archive.frozenRecord('policy', day)).flatMap(({ id }) => id ?? []);
      const { retired } = await archive.frozenVersion('policy', next);
      const later = new Set([
        ...Object.keys(retired),
        ...allSections(await archive.frozenRecord('policy', next)).flatMap(({ id }) => id ?? []),
      ]);
      expect(ids.filter((id) => !later.has(id))).toEqual([]);
    }
  });
});
