import type { RootContent } from 'mdast';
import { calendarDate, type CalendarDate } from '../../model/calendar-date.ts';
import { readDay, type DayReading } from '../../model/printed-day.ts';
import { guess } from './import-log.ts';
import type { Reading } from './reading.ts';
import { seenLines } from './words-of.ts';

export interface EffectiveDate {
  readonly day: CalendarDate;
  /** Line of the source; 0 when the day was given by whoever imports and the text prints none. */
  readonly line: number;
  /** The words that state the day, as printed. */
  readonly source: string;
}

interface Statement {
  readonly words: string;
  readonly line: number;
  readonly isEffective: boolean;
  readonly day: DayReading;
}

const EFFECTIVE =
  /^(?:version\s+)?(?:this .{3,60}?\bis\s+)?(?:in\s+)?(?:effective|effect|in force|gültig ab|in kraft seit|発効日)\b\s*(?:date|as of|from|on|since)?/iu;
const UPDATED =
  /^(?:date of )?(?:this .{3,60}?\bwas\s+)?(?:last\s+)?(?:updated?|revised|revision|modified|changed|stand|zuletzt (?:aktualisiert|geändert)|最終更新日?)\b/iu;
const MOST_WORDS = 14;

/**
 * The day the text says it takes effect, how it was read, and the line. A day of the form 05/06/2016 can be read two ways: it is
 * named and not taken. `given` overrules the text. The line itself stays in the text.
 */
export function findEffectiveDate(
  blocks: readonly RootContent[],
  machineDays: readonly { readonly text: string; readonly line: number }[],
  given: CalendarDate | undefined,
  reading: Reading,
): EffectiveDate | undefined {
  const statements = blocks.flatMap((block) => statementsIn(block));
  const best = statements.find((statement) => statement.isEffective) ?? statements[0];
  const stated = best && 'day' in best.day ? best.day.day : undefined;
  if (given !== undefined) {
    if (best && stated !== given) {
      guess(reading.log, 'effective-date', best.line, `The day ${given} was taken, as was asked for; the text says "${best.words}".`);
    }
    return { day: given, line: best?.line ?? 0, source: best?.words ?? '' };
  }
  const machine = machineDays.map((entry) => ({ ...entry, day: calendarDate(entry.text) })).find((entry) => entry.day !== undefined);
  if (best) return taken(best, machine?.day, reading);
  if (!machine?.day) return undefined;
  guess(
    reading.log,
    'effective-date',
    machine.line,
    `The day ${machine.day} was taken from the mark ${machine.text}, which the source carries for programs.`,
  );
  return { day: machine.day, line: machine.line, source: machine.text };
}

function taken(statement: Statement, machine: CalendarDate | undefined, reading: Reading): EffectiveDate | undefined {
  const { line, words } = statement;
  if ('unclear' in statement.day) {
    if (machine !== undefined) {
      guess(
        reading.log,
        'effective-date',
        line,
        `"${words}" can be read two ways; the source carries ${machine} for programs, which was taken.`,
      );
      return { day: machine, line, source: words };
    }
    const message = `"${words}": ${statement.day.unclear} No day was taken. Say which one with --effective.`;
    guess(reading.log, 'effective-date-unclear', line, message);
    return undefined;
  }
  const { day, how } = statement.day;
  const means = statement.isEffective ? 'The effective day is' : 'The text states no effective day; the day of its last change was taken:';
  guess(reading.log, 'effective-date', line, `${means} ${day}, read from "${words}"${how === '' ? '' : ` (${how})`}.`);
  return { day, line, source: words };
}

function statementsIn(block: RootContent): readonly Statement[] {
  if (block.type !== 'paragraph' && block.type !== 'heading' && block.type !== 'blockquote') return [];
  return seenLines(block).flatMap(({ words, line }) => {
    const isEffective = EFFECTIVE.test(words);
    if ((!isEffective && !UPDATED.test(words)) || words.split(' ').length > MOST_WORDS) return [];
    const day = readDay(words);
    return day ? [{ words, line, isEffective, day }] : [];
  });
}
