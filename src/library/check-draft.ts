import type { CalendarDate } from '../model/calendar-date.ts';
import type { Finding, Place } from '../model/finding.ts';
import type { PolicyHistory } from '../model/ledger/history.ts';
import type { DraftSettings, DraftText } from '../model/rules/core/input.ts';
import { sentencesOf } from '../model/rules/core/sentences.ts';
import type { Announced } from '../model/rules/profiles/notice-days.ts';
import type { Profile } from '../model/rules/profiles/profile.ts';
import { textFindings, type TextFound } from '../model/rules/text-findings.ts';
import { effectiveOf } from './freeze.ts';
import type { DraftWords } from './policy-files.ts';

/** What a draft's words are seen against. */
export interface DraftSurroundings extends Pick<DraftText, 'kind' | 'siteUrl' | 'superseded'> {
  readonly history?: PolicyHistory | undefined;
  readonly today: CalendarDate;
  readonly zone: string;
}

/** What the rules find in a draft, each at the words or the setting that it is about. */
export function draftTextFindings(draft: DraftWords, profiles: readonly Profile[], around: DraftSurroundings): readonly Finding[] {
  const { kind, siteUrl, superseded } = around;
  const { policy, version, record } = draft;
  const settings = draftSettings(draft);
  const text: DraftText = { policy, version, kind, siteUrl, superseded, record, settings, sentences: sentencesOf(record) };
  return textFindings(text, profiles, announced(draft, around)).map((found) => ({
    rule: found.rule.id,
    severity: found.severity,
    place: placeOf(found, draft),
    message: found.message,
  }));
}

function draftSettings({ frontmatter }: DraftWords): DraftSettings | undefined {
  if (!frontmatter) return undefined;
  const { day, basis } = effectiveOf(frontmatter);
  const { materiality, changeTerms, topics, attested } = frontmatter;
  return { effectiveOn: day, isStated: basis === 'stated', materiality, changeTerms, topics, attested };
}

/** Absent for a first version: nobody is bound by anything yet. */
function announced({ frontmatter }: DraftWords, { history, today, zone }: DraftSurroundings): Announced | undefined {
  if (!frontmatter || !history || history.versions.length === 0) return undefined;
  const { materiality, noticeWaiver } = frontmatter;
  return { materiality, noticeWaiver, effectiveFrom: effectiveOf(frontmatter).day, postedOn: today, zone };
}

function placeOf({ section, quote, setting }: TextFound, { file, locate, placeOf: settingPlace }: DraftWords): Place {
  if (setting !== undefined) return { ...settingPlace(setting), section };
  const { line, column } = locate(section, quote ?? '') ?? { line: 1, column: 1 };
  return { file, line, column, section };
}
