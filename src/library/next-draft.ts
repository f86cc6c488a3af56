import { isMap, parseDocument } from 'yaml';
import type { CalendarDate } from '../model/calendar-date.ts';

/** What was said about the version before, and nothing about the next. */
const OF_ONE_VERSION = new Set([
  'effective',
  'approved',
  'supersedes',
  'corrects',
  'materiality',
  'summary',
  'changes',
  'retired',
  'noticeWaiver',
  'attested',
  'provenance',
]);

export interface NextDraft {
  readonly effective: CalendarDate;
  /** Lines that explain what is to be filled in, without their sign. */
  readonly notes: readonly string[];
}

/**
 * The text of the next version: the words of the one that it follows, byte for byte, under a head that is prepared for it. Settings that hold
 * on, such as what is promised about the next change, stay with the comments of those who wrote them.
 *
 * @throws Error when the text has no head between dashes; a published one has.
 */
export function nextDraftText(source: string, { effective, notes }: NextDraft): string {
  const [, start = '', yaml, end = ''] = /^(\uFEFF?---[^\n]*\n)([\s\S]*?)^(---[^\n]*(?:\n|$))/mu.exec(source) ?? [];
  if (yaml === undefined) throw new Error('A published text has settings between dashes at its head.');
  const newline = start.endsWith('\r\n') ? '\r\n' : '\n';
  const head = [`effective: ${effective}`, ...notes.map((note) => `# ${note}`), ...keptSettings(yaml)];
  return `${start}${head.join(newline)}${newline}${end}${source.slice(start.length + yaml.length + end.length)}`;
}

function keptSettings(yaml: string): readonly string[] {
  const document = parseDocument(yaml);
  if (!isMap(document.contents)) return [];
  const kept = document.contents.items.filter(({ key }) => !OF_ONE_VERSION.has(String(key)));
  if (kept.length === 0) return [];
  document.contents.items = kept;
  return document.toString({ lineWidth: 0, flowCollectionPadding: false }).trimEnd().split('\n');
}
