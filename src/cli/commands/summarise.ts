import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { addChanges, type NewItem } from '../../library/add-changes.ts';
import { checkContent } from '../../library/check-content.ts';
import { readLibrary } from '../../library/library.ts';
import { calendarDate } from '../../model/calendar-date.ts';
import type { Materiality } from '../../model/frozen-version.ts';
import { whatChanged } from '../../model/rules/publish/change-words.ts';
import { changedSections, type ChangedSection } from '../../model/rules/publish/changed-sections.ts';
import { redlineWords } from '../../strings/redline.ts';
import { complain, complainOf, say, UsageError, type ExitCode } from '../io.ts';
import { requireFolder } from './check.ts';
import type { Occasion } from './occasion.ts';
import { replaceFile } from './replace-file.ts';

/** `privacy`, where it has one draft, or `privacy/2027-03-01`. */
export interface SummariseOptions {
  readonly content: string;
  readonly name: string;
}

/**
 * Puts an item under `changes` for every section that differs and is not told of yet, with a note of what to say in it. What is written
 * there already stays as it is; a second run finds nothing to do.
 */
export async function summarise({ content, name }: SummariseOptions, occasion: Occasion): Promise<ExitCode> {
  const scope = name.replace(/\/+$/u, '');
  await requireFolder(content, scope);
  const library = await readLibrary(content);
  const drafts = library.policies
    .flatMap(({ versions }) => versions)
    .filter(({ policy, version }) => policy === scope || `${policy}/${version}` === scope);
  const [draft] = drafts;
  if (!draft) return unread(library.findings, { content, scope });
  if (drafts.length > 1) {
    throw new UsageError(
      `${scope} has ${drafts.length} drafts. Name one: ${drafts.map(({ version }) => `${scope}/${version}`).join(', ')}.`,
    );
  }
  const { inputs } = await checkContent(library, {
    now: occasion.now,
    today: calendarDate(occasion.today ?? ''),
    words: redlineWords,
  });
  const input = inputs.find((one) => one.draft.policy === draft.policy && one.draft.version === draft.version);
  if (!input) return unread(library.findings, { content, scope });
  const place = `${content}/${draft.file}`;
  if (!input.previous) {
    say(`${place} is the first version of ${draft.policy}: there is nothing that it could differ from. Nothing was written.`);
    return 0;
  }
  const changed = changedSections(input.previous, input.draft);
  const untold = changed.filter(({ told }) => told === 'no');
  if (untold.length === 0) {
    const why = changed.length === 0 ? `Nothing differs from ${input.previous.version}` : 'Every section that has to be told of is told of';
    say(`${place}: ${why}. Nothing was written.`);
    return 0;
  }
  const path = join(content, draft.file);
  const items = untold.map((section) => itemFor(section, draft.frontmatter.materiality));
  await replaceFile(path, addChanges(await readFile(path, 'utf8'), items));
  for (const section of untold) say(`${place}: item written for ${section.heading ?? section.id}: ${whatChanged(section)}`);
  say('Put your own words in place of what stands between brackets; with brackets in it, nothing is published.');
  return 0;
}

function unread(
  findings: Parameters<typeof complainOf>[0],
  { content, scope }: { readonly content: string; readonly scope: string },
): ExitCode {
  const own = findings.filter(({ place: { file } }) => file.startsWith(`policies/${scope}/`) || !file.includes('/'));
  if (own.length === 0) throw new UsageError(`${scope} has no draft. A published notice stays as it is; "notice --amend" adds to it.`);
  complainOf(own, content);
  complain('What differs cannot be told before this is put right. Nothing was written.');
  return 1;
}

/** A change that matters says what it means, too. */
function itemFor(section: ChangedSection, materiality: Materiality | undefined): NewItem {
  // Brackets in a heading would end the note.
  const name = (section.heading ?? section.id).replaceAll(/[[\]]/gu, '');
  const what = `[Say what ${verbOf(section)} “${name}”: ${whatChanged(section)}.]`;
  if (materiality === 'editorial' || materiality === 'clarifying') return { sections: [section.id], what };
  return {
    sections: [section.id],
    what,
    impact: '[Say what it means for people.]',
    choices: '[Say what they can do, or take this line out.]',
  };
}

function verbOf({ kind }: ChangedSection): string {
  return kind === 'added' ? 'is new, the section' : kind === 'removed' ? 'is gone with the section' : 'changes in';
}
