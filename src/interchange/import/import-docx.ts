import type { Finding } from '../../model/finding.ts';
import { itemLabel } from '../../model/record/item-label.ts';
import { DocxFault } from './docx/docx-fault.ts';
import { docxHtml } from './docx/docx-html.ts';
import { docxPage } from './docx/docx-page.ts';
import { docxWords } from './docx/docx-words.ts';
import type { Numbered } from './docx/numbering.ts';
import { openDocx } from './docx/open-docx.ts';
import { prepare, type Prepared } from './docx/prepare.ts';
import { primary } from './docx/prepare-runs.ts';
import { paragraphNumbers, storiesOf } from './docx/story.ts';
import { openMatter, settleChanges, type ChangesChoice, type OpenMatter } from './docx/tracked-changes.ts';
import { guess, startLog, type ImportLog } from './import-log.ts';
import { importPolicy, type ImportInput, type ImportResult } from './import-policy.ts';
import { dropNotPolicy } from './not-policy.ts';
import { depthFault, unreadable } from './unreadable.ts';

export type { ChangesChoice };

export interface DocxInput extends Omit<ImportInput, 'text'> {
  readonly bytes: Uint8Array;
  /** What to do with tracked changes; without it a file that holds any is a question. Comments are left out then. */
  readonly changes?: ChangesChoice | undefined;
}

/** A Word file (.docx) to a draft and its receipt. Never throws for a fault of the file; same input, same result. */
export async function importDocx(input: DocxInput): Promise<ImportResult> {
  const policy: ImportInput = { ...input, text: '' };
  const refuse = (rule: string, message: string): ImportResult =>
    unreadable(policy, { rule, severity: 'error', place: { file: input.fileName }, message });
  try {
    const docx = openDocx(input.bytes);
    const stories = storiesOf(docx);
    const numbers = paragraphNumbers(stories);
    const open = openMatter(stories, numbers);
    if (open.changeCount + open.commentCount > 0 && input.changes === undefined) return refuse('docx-undecided', question(open));
    const log = startLog();
    if (input.changes !== undefined) {
      for (const { root } of stories) settleChanges(root, input.changes);
      nameChoice(open, input.changes, log);
    }
    const prepared = prepare(docx, stories, numbers);
    const source = docxPage(await docxHtml(prepared, docx), prepared.facts, log);
    const tooDeep = depthFault(source.tree, input.fileName);
    if (tooDeep) return unreadable(policy, tooDeep);
    dropNotPolicy(source.tree, source.tree, new Set(), log);
    nameGuesses(prepared, input.lang, log);
    const result = importPolicy(policy, {
      source,
      words: docxWords(
        prepared.stories.map(({ story }) => story),
        numbers,
        labelsInWords(prepared),
      ),
      root: source.tree,
      log,
      accordions: { headings: new Map(), buttons: new Set(), kept: new Set() },
      lists: { ids: new Map(), days: [] },
      titles: {},
      baseUrl: input.baseUrl,
      hasSlugs: false,
    });
    // Names of places in a Word file were never addresses of the web.
    return { ...result, retired: {}, findings: result.findings.map(withParagraph) };
  } catch (error) {
    if (error instanceof DocxFault) return refuse(error.rule, error.message);
    throw error;
  }
}

/** A Word file has no lines; the paragraph is part of what is said. */
function withParagraph(finding: Finding): Finding {
  const { file, line } = finding.place;
  return line === undefined ? finding : { ...finding, place: { file }, message: `Paragraph ${line}: ${finding.message}` };
}

const MOST_PLACES = 6;

function question({ changeCount, commentCount, places }: OpenMatter): string {
  const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;
  const what = [
    ...(changeCount > 0 ? [counted(changeCount, 'tracked change')] : []),
    ...(commentCount > 0 ? [counted(commentCount, 'comment')] : []),
  ];
  const more = places.length > MOST_PLACES ? `\n  and ${counted(places.length - MOST_PLACES, 'other place')}` : '';
  return [
    `The file holds ${what.join(' and ')}, so it does not say which text is meant. Which is it?`,
    places
      .slice(0, MOST_PLACES)
      .map((place) => `  ${place}`)
      .join('\n') + more,
    'In Word: Review, Accept or Reject, All Changes; then Review, Delete, All Comments. In LibreOffice: Edit, Track Changes, Accept All or Reject All. Save and import again.',
    'Or decide here for all of them: --changes accept, or --changes reject. Comments are left out then, and the receipt names what went.',
  ].join('\n');
}

function nameChoice({ changeCount, commentCount }: OpenMatter, choice: ChangesChoice, log: ImportLog): void {
  if (changeCount > 0)
    guess(
      log,
      'tracked-changes',
      1,
      `All ${changeCount} tracked changes were ${choice}ed, as was asked for. The words that went stand under "Words lost".`,
    );
  if (commentCount > 0)
    guess(log, 'review-comments', 1, `All ${commentCount} comments were left out. Their words stand under "Words lost".`);
}

function nameGuesses({ facts, lang, languages, fieldCount, unknownSigns }: Prepared, siteLang: string, log: ImportLog): void {
  if (lang !== undefined && primary(lang) !== primary(siteLang)) {
    guess(
      log,
      'language',
      1,
      `Most words of the file are marked as ${lang}, while texts of the site are in ${siteLang}. If the mark is right, this text belongs elsewhere.`,
    );
  }
  if (languages.size > 0) {
    guess(
      log,
      'language-of-parts',
      1,
      `Some words are marked as another language in Word (${[...languages].join(', ')}), and say so in the draft. Word often guesses this; check them.`,
    );
  }
  if (fieldCount > 0) {
    guess(
      log,
      'field',
      1,
      `${fieldCount} fields, such as links, numbers of other clauses or dates, stand as the words that Word showed when the file was saved. Check those that refer to a clause.`,
    );
  }
  for (const sign of unknownSigns)
    guess(log, 'sign', 1, `A sign of a font (${sign}) is no letter that is known here, and was left out. Write what it stands for.`);
  nameLabels(facts, log);
}

/** Records write labels in one way; where Word printed them in another, the same letter or number stands in it. */
function nameLabels(facts: Prepared['facts'], log: ImportLog): void {
  const forms = new Map<string, { readonly first: number; readonly label: string; readonly written: string; count: number }>();
  for (const [number, { numbered, hasLabelInWords }] of facts) {
    if (numbered?.kind !== 'counted' || !numbered.item || hasLabelInWords) continue;
    const written = itemLabel({ start: numbered.item.number, marker: numbered.item.marker }, 0);
    if (written === numbered.label) continue;
    const form = numbered.label.replace(/[\p{L}\p{N}]+/u, numbered.item.marker);
    const known = forms.get(form) ?? { first: number, label: numbered.label, written, count: 0 };
    forms.set(form, known);
    known.count++;
  }
  for (const { first, label, written, count } of forms.values()) {
    guess(
      log,
      'list-label',
      first,
      `Word counts ${count} items of lists as "${label}"; in the draft they are items "${written}". References such as "${label}" still find them.`,
    );
  }
}

function labelsInWords({ facts }: Prepared): ReadonlyMap<number, Numbered> {
  return new Map(
    [...facts].flatMap(([number, { numbered, hasLabelInWords }]) => (hasLabelInWords && numbered ? [[number, numbered] as const] : [])),
  );
}
