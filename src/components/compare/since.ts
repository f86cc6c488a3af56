import { answerOnDay, type Line } from '../on-day/answer-on-day.ts';

/** A version as the page lists it; days are `YYYY-MM-DD`. */
export interface VersionLine extends Line {
  /** Zone in which its days begin. */
  readonly zone: string;
}

/** The day in a zone; the same in every zone where the day is given. */
export type DayIn = (zone: string) => string;

/** How the version that a reader has read stands to the one in force. */
export interface SinceAnswer {
  /**
   * Which words say it. `nothing` was ever in force; `unknown`: no version has that name, and it is no day; the last three are
   * those of a day on which nothing is known to have applied.
   */
  readonly words: 'read' | 'still' | 'next' | 'ahead' | 'last' | 'ended' | 'nothing' | 'unknown' | 'before' | 'none' | 'future';
  /** The two versions to compare, where there is something to compare. */
  readonly pair?: readonly [from: string, to: string] | undefined;
  /** In the words: the version that was read, or that applied on the day asked for. */
  readonly read?: string | undefined;
  readonly current?: string | undefined;
  readonly next?: VersionLine | undefined;
  /** First day that the archive knows of. */
  readonly first?: string | undefined;
  /** Whether the version was found by a day, and how sure its day is. */
  readonly byDay?: 'answer' | 'seen' | undefined;
}

/** The version in force on a day and whatever governs next; after the end of a policy the last that did. */
export function standingOn(
  lines: readonly VersionLine[],
  dayIn: DayIn,
): { readonly current?: VersionLine | undefined; readonly isEnded: boolean; readonly next?: VersionLine | undefined } {
  const governing = inOrder(lines);
  const place = governing.findLastIndex(({ from, zone }) => from <= dayIn(zone));
  const current = governing[place];
  const isEnded = current?.until !== undefined && governing[place + 1] === undefined && current.until <= dayIn(current.zone);
  return { current, isEnded, next: governing[place + 1] };
}

/** What to compare for somebody who last read a version, or who last looked on a day. A name goes before a day that is written alike. */
export function sinceAnswer(lines: readonly VersionLine[], point: string, dayIn: DayIn): SinceAnswer {
  const { current, isEnded, next } = standingOn(lines, dayIn);
  const today = dayIn(current?.zone ?? lines[0]?.zone ?? 'UTC');
  const named = lines.find(({ version }) => version === point);
  if (!named && !isDay(point)) return { words: 'unknown' };
  const asked = named ? undefined : answerOnDay(lines, point, today);
  if (asked && asked.words !== 'answer' && asked.words !== 'seen') return { words: asked.words, read: asked.version, first: asked.first };
  const read = named?.version ?? asked?.version;
  const facts = { read, current: current?.version, next, byDay: asked?.words === 'seen' ? 'seen' : asked && 'answer' } as const;
  if (read === undefined || !current) return { ...facts, words: 'nothing' };
  if (read === current.version) {
    if (isEnded) return { ...facts, words: 'last' };
    return next ? { ...facts, words: 'next', pair: [read, next.version] } : { ...facts, words: 'still' };
  }
  const ahead = inOrder(lines).find(({ version, from, zone }) => version === read && from > dayIn(zone));
  if (ahead) return { ...facts, words: 'ahead', next: ahead, pair: [current.version, read] };
  return { ...facts, words: isEnded ? 'ended' : 'read', pair: [read, current.version] };
}

/** Those that govern at some time, in the order in which they do. */
export function inOrder(lines: readonly VersionLine[]): readonly VersionLine[] {
  return lines.filter(({ kind }) => kind === 'stated' || kind === 'seen').toSorted((a, b) => (a.from < b.from ? -1 : 1));
}

/** What is compared until a reader chooses: the two newest that govern; without two of them, the newest two that there are. */
export function defaultPair(lines: readonly VersionLine[]): readonly [from: string, to: string] | undefined {
  const governing = inOrder(lines);
  const [from, to] = (governing.length > 1 ? governing : lines.toReversed()).slice(-2);
  return from && to && [from.version, to.version];
}

function isDay(text: string): boolean {
  const instant = /^\d{4}-\d{2}-\d{2}$/u.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  // 30 February is read as a day of March.
  return !Number.isNaN(instant) && new Date(instant).toISOString().startsWith(text);
}
