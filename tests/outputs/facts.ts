import { readLibrary } from '../../src/library/library.ts';
import { storedContent } from '../../src/library/site-content.ts';
import { siteFiles, versionFiles } from '../../src/outputs/site-files.ts';
import type { OutputFacts } from '../../src/outputs/telling.ts';
import { calendarDate } from '../../src/model/calendar-date.ts';

/** A content folder as the outputs see it on a day. */
export async function factsOf(folder: string, today: string): Promise<OutputFacts> {
  const library = await readLibrary(folder);
  const stored = await storedContent(library, { hasDrafts: true, today: calendarDate(today), now: 0 });
  if (!stored) throw new Error('no site');
  const { site, policies } = stored;
  return { content: { site, asOf: site.asOf, policies, pages: library.pages }, entries: library.archive.ledger.entries };
}

/** Every file that is written beside the pages, by its path. */
export async function outputsOf(folder: string, today: string): Promise<Readonly<Record<string, string>>> {
  const { archive } = await readLibrary(folder);
  const { content, entries } = await factsOf(folder, today);
  const files = [...siteFiles({ content, entries }, archive.ledger.lines)];
  for (const policy of content.policies) {
    for (const version of policy.versions) {
      if (version.status !== 'published' || version.removed) continue;
      const record = await archive.frozenRecord(policy.name, version.name);
      const html = await archive.frozenHtml(policy.name, version.name);
      files.push(...versionFiles({ content, policy, version }, { record, html }));
    }
  }
  return Object.fromEntries(files);
}
