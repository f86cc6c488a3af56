import type { CalendarDate } from '../../calendar-date.ts';
import type { Place } from '../../finding.ts';
import type { PolicyHistory } from '../../ledger/history.ts';
import type { RuleFacts } from '../rule.ts';

type Path = readonly (string | number)[];

/** Ways to reach somebody. */
export interface Contact {
  readonly email?: string | undefined;
  readonly phone?: string | undefined;
  readonly url?: string | undefined;
}

/** A file of settings as the rules about settings see it. */
export interface SettingsFacts {
  readonly placeOf: (path: Path) => Place;
  readonly contact?: Contact | undefined;
  readonly profiles: readonly string[];
}

export interface PolicySettings extends SettingsFacts {
  readonly policy: string;
  readonly kind: string;
  /** How often it is to be looked through, in months. */
  readonly reviewMonths?: number | undefined;
  /** Absent while nothing of it was published. */
  readonly history?: PolicyHistory | undefined;
}

/** How much a rule weighs on a site. */
export interface RuleSetting {
  readonly severity: 'off' | 'warning' | 'error';
  readonly reason: string;
  /** The last day on which it counts. */
  readonly until?: CalendarDate | undefined;
}

export interface SiteSettings extends SettingsFacts {
  /** Without a slash at its end. */
  readonly url: string;
  readonly rules: Readonly<Record<string, RuleSetting>>;
}

/** A finding about a setting, with the rule that made it. */
export interface SettingFound {
  readonly rule: RuleFacts;
  readonly place: Place;
  readonly message: string;
}
