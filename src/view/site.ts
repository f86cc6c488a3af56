import type { CalendarDate } from '../model/calendar-date.ts';
import type { EffectiveBasis } from '../model/version.ts';

/** What the views need to know of the site, whatever reads it. */
export interface SiteFacts {
  readonly organisation: string;
  readonly address: readonly string[];
  readonly contact: ContactFacts;
  /** Without a slash at its end. */
  readonly url: string;
  readonly languages: readonly string[];
  /** Direction of the pages that are no policy. */
  readonly dir: 'ltr' | 'rtl';
  readonly sample: boolean;
}

export interface ContactFacts {
  readonly email?: string | undefined;
  readonly phone?: string | undefined;
  readonly url?: string | undefined;
}

/** A policy with those of its versions that the build shows, earliest first. */
export interface PolicyFacts {
  readonly name: string;
  readonly title: string;
  readonly kind: string;
  readonly summary?: string | undefined;
  readonly contact?: ContactFacts | undefined;
  readonly sections: 'open' | 'closed';
  readonly versions: readonly VersionFacts[];
}

export interface VersionFacts {
  readonly name: string;
  readonly effectiveFrom: CalendarDate;
  readonly basis: EffectiveBasis;
}

export interface PageFacts {
  readonly name: string;
  readonly title: string;
  readonly summary?: string | undefined;
}

export interface SiteContent {
  readonly site: SiteFacts;
  readonly policies: readonly PolicyFacts[];
  readonly pages: readonly PageFacts[];
}

/** The draft that a policy's own address shows while nothing is published: the one planned last. */
export function shownDraft(policy: PolicyFacts): VersionFacts | undefined {
  return policy.versions.at(-1);
}
