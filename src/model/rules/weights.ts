import type { CalendarDate } from '../calendar-date.ts';
import type { Finding, Severity } from '../finding.ts';
import { nearest } from '../nearest.ts';
import type { RuleFacts } from './rule.ts';
import type { SettingFound, SiteSettings } from './site/input.ts';

export const ruleUnknown: RuleFacts = {
  id: 'rule-unknown',
  about: '"rules" in site.yaml names a rule that does not exist, or one that cannot be set.',
  decided: 'exact',
  severity: 'error',
};

export const waiverIncomplete: RuleFacts = {
  id: 'waiver-incomplete',
  about: '"rules" in site.yaml makes a rule weigh less without saying until when.',
  decided: 'exact',
  severity: 'error',
};

export const waiverExpired: RuleFacts = {
  id: 'waiver-expired',
  about: 'A setting under "rules" in site.yaml has passed its last day, so the rule weighs as much as before.',
  decided: 'exact',
  severity: 'warning',
};

/** A rule that site.yaml makes weigh less than it does by itself, and what it hid or lowered. */
export interface Waiver {
  readonly rule: string;
  readonly severity: 'off' | 'warning' | 'error';
  readonly reason: string;
  readonly until: CalendarDate;
  readonly count: number;
}

export interface Weighed {
  readonly findings: readonly Finding[];
  /** In the order of site.yaml. */
  readonly waivers: readonly Waiver[];
}

const ORDER: readonly (Severity | 'off')[] = ['off', 'info', 'warning', 'error'];

/**
 * Findings with the weight that site.yaml gives their rules. A rule may weigh more for good; it weighs less only for a reason and
 * until a day. Input is not changed.
 */
export function weighed(findings: readonly Finding[], site: SiteSettings | undefined, today: CalendarDate): Weighed {
  const settings = Object.entries(site?.rules ?? {}).filter(([, { until }]) => until === undefined || today <= until);
  const byRule = new Map(settings);
  const kept = findings.flatMap((finding): readonly Finding[] => {
    const setting = byRule.get(finding.rule);
    // A rule weighs less only until a day; a setting without one has a finding of its own and lowers nothing.
    if (!setting || (setting.until === undefined && isLess(setting.severity, finding.severity))) return [finding];
    if (setting.severity !== 'off') return [{ ...finding, severity: setting.severity }];
    return [];
  });
  const waivers = settings.flatMap(([rule, { severity, reason, until }]): readonly Waiver[] => {
    const lowered = findings.filter((finding) => finding.rule === rule && isLess(severity, finding.severity));
    return until === undefined ? [] : [{ rule, severity, reason, until, count: lowered.length }];
  });
  return { findings: kept, waivers };
}

/** What is wrong with the settings under "rules" themselves. */
export function weightFindings(site: SiteSettings, rules: readonly RuleFacts[], today: CalendarDate): readonly SettingFound[] {
  return Object.entries(site.rules).flatMap(([id, { severity, reason, until }]): readonly SettingFound[] => {
    const rule = rules.find((known) => known.id === id);
    const place = site.placeOf(['rules', id]);
    if (!rule || rule.isFixed === true) return [{ rule: ruleUnknown, place, message: notSettable(id, rule, rules) }];
    if (until !== undefined && today > until) {
      const message = `${id} was set to ${severity} until ${until} ("${reason}"), and that day has passed. Put right what it finds and remove the setting, or decide anew with a later day.`;
      return [{ rule: waiverExpired, place, message }];
    }
    if (until !== undefined || !isLess(severity, rule.severity)) return [];
    const message = `${id} is set to ${severity}, which is less than it weighs by itself (${rule.severity}), and nothing says until when. Add until: and a day.`;
    return [{ rule: waiverIncomplete, place, message }];
  });
}

function notSettable(id: string, rule: RuleFacts | undefined, rules: readonly RuleFacts[]): string {
  if (rule) return `The rule ${id} cannot be set: nothing could be built or published against it. Remove the setting.`;
  const near = nearest(
    id,
    rules.filter(({ isFixed }) => isFixed !== true).map((known) => known.id),
  );
  return `There is no rule "${id}". ${near === undefined ? 'The rules are listed in src/model/rules/README.md.' : `Did you mean "${near}"?`}`;
}

function isLess(a: Severity | 'off', b: Severity): boolean {
  return ORDER.indexOf(a) < ORDER.indexOf(b);
}
