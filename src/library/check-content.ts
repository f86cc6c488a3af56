import type { CalendarDate } from '../model/calendar-date.ts';
import { dayOfInstant } from '../model/civil-time.ts';
import { sortFindings, type Finding } from '../model/finding.ts';
import { stateOn } from '../model/lifecycle.ts';
import { RULES } from '../model/rules/index.ts';
import type { PublishInput } from '../model/rules/publish/input.ts';
import { contactFindings } from '../model/rules/site/contact-setting.ts';
import type { PolicySettings, SettingFound, SiteSettings } from '../model/rules/site/input.ts';
import { profileNameFindings, profilesOf } from '../model/rules/site/profile-names.ts';
import { reviewFindings } from '../model/rules/site/review-due.ts';
import { weighed, weightFindings, type Weighed } from '../model/rules/weights.ts';
import { draftTextFindings } from './check-draft.ts';
import type { WordsOfRedline } from './frozen-redline.ts';
import type { Library } from './library.ts';
import type { PolicyFiles } from './policy-files.ts';
import { planPublishing, type PublishPlan } from './publish-plan.ts';

/** When a check is made. */
export interface CheckTime {
  /** Milliseconds since 1970 UTC. */
  readonly now: number;
  /** The day asked for; the day of `now` in the site's zone when absent. */
  readonly today?: CalendarDate | undefined;
}

export interface CheckRequest extends CheckTime {
  /** For the redlines that publishing would write. */
  readonly words: WordsOfRedline;
}

/** What a check found. */
export interface Checked extends Weighed {
  /** What the rules of publishing saw of each draft. */
  readonly inputs: readonly PublishInput[];
}

/**
 * Everything that is to be said of a content folder on a day: what keeps files from being read, what the rules find in drafts and
 * settings, and what would stand against publishing; sorted, with the weights that site.yaml gives. Writes nothing.
 *
 * What stands against a draft that nobody has approved yet is a warning: publishing it is not asked for.
 */
export async function checkContent(library: Library, time: CheckRequest): Promise<Checked> {
  const asked = { ...time, ...dayOf(library, time) };
  const publishing = await publishingPlan(library, asked);
  const found = [...ruleFindings(library, asked), ...publishing.findings];
  const { findings, waivers } = weighed([...library.findings, ...found], siteSettings(library), asked.today);
  return { findings: sortFindings(findings), waivers, inputs: publishing.inputs };
}

/**
 * What the rules say against publishing approved drafts, because they or site.yaml make it an error: about their words, and about
 * the settings of the site and of any policy. What cannot be read, and what `publish` itself asks, is told elsewhere.
 */
export function ruleErrors(library: Library, time: CheckTime): readonly Finding[] {
  const asked = dayOf(library, time);
  const unapproved = new Set(
    library.policies.flatMap(({ texts }) => texts.filter(({ frontmatter }) => !frontmatter?.approved).map(({ file }) => file)),
  );
  const { findings } = weighed(ruleFindings(library, asked), siteSettings(library), asked.today);
  return sortFindings(findings.filter(({ severity, place }) => severity === 'error' && !unapproved.has(place.file)));
}

interface Asked {
  readonly zone: string;
  readonly today: CalendarDate;
}

function dayOf({ site }: Library, { now, today }: CheckTime): Asked {
  const zone = site?.timeZone ?? 'UTC';
  return { zone, today: today ?? dayOfInstant(now, zone) };
}

function ruleFindings(library: Library, { zone, today }: Asked): readonly Finding[] {
  const site = siteSettings(library);
  const policies = library.policies.map((policy) => ({ policy, settings: policySettings(policy, library) }));
  const superseded = supersededVersions(library, today);
  const drafts = policies.flatMap(({ policy, settings }) => {
    const around = { kind: settings.kind, siteUrl: site?.url, superseded, history: settings.history, today, zone };
    return policy.texts.flatMap((text) => draftTextFindings(text, profilesOf(settings, site, today), around));
  });
  return [
    ...settingFindings(
      site,
      policies.map(({ settings }) => settings),
      today,
    ),
    ...drafts,
  ];
}

function siteSettings({ site, sitePlaceOf }: Library): SiteSettings | undefined {
  return site && { placeOf: sitePlaceOf, contact: site.contact, profiles: site.profiles, url: site.url, rules: site.rules };
}

function policySettings({ name, config, placeOf }: PolicyFiles, { archive }: Library): PolicySettings {
  return {
    policy: name,
    placeOf,
    kind: config?.kind ?? 'other',
    contact: config?.contact,
    profiles: config?.profiles ?? [],
    reviewMonths: config?.reviewMonths,
    history: archive.histories.find(({ policy }) => policy === name),
  };
}

function settingFindings(site: SiteSettings | undefined, policies: readonly PolicySettings[], today: CalendarDate): readonly Finding[] {
  const found = [
    ...(site ? [...contactFindings(site, site), ...profileNameFindings(site, today), ...weightFindings(site, RULES, today)] : []),
    ...policies.flatMap((policy) => [
      ...(site ? contactFindings(policy, site) : []),
      ...profileNameFindings(policy, today),
      ...reviewFindings(policy, profilesOf(policy, site, today), today),
    ]),
  ];
  return found.map(({ rule, place, message }: SettingFound): Finding => ({ rule: rule.id, severity: rule.severity, place, message }));
}

/** Names of versions that another one has taken the place of: `privacy/2016-05-26`. */
function supersededVersions({ archive }: Library, today: CalendarDate): ReadonlySet<string> {
  return new Set(
    archive.histories.flatMap(({ policy, timeline }) =>
      timeline.filter((entry) => stateOn(entry, today) === 'superseded').map(({ posting }) => `${policy}/${posting.version}`),
    ),
  );
}

/** What publishing each draft on that day would refuse; approved ones exactly as `publish` would take them. */
async function publishingPlan(library: Library, time: CheckRequest & Asked): Promise<Omit<PublishPlan, 'frozen'>> {
  const { site, archive } = library;
  if (!site) return { findings: [], inputs: [] };
  const drafts = library.policies.flatMap(({ versions }) => versions);
  const policies = new Map(library.policies.flatMap(({ name, config }) => (config ? [[name, config] as const] : [])));
  const frame = { recordedAt: new Date(time.now).toISOString().replace(/\.\d{3}Z$/u, 'Z'), asIf: time.today, zone: time.zone };
  const posting = { site, policies, postedOn: time.today, frame, words: time.words };
  const approved = drafts.filter(({ frontmatter }) => frontmatter.approved);
  const ready = await planPublishing(approved, archive, posting);
  if (approved.length === drafts.length) return ready;
  const asked = ready.findings;
  const files = new Set(approved.map(({ file }) => file));
  const all = await planPublishing(drafts, archive, posting);
  const others = all.findings.filter(
    ({ place, rule }) => !files.has(place.file) && rule !== 'approval-digest' && !asked.some((known) => known.place.file === place.file),
  );
  const findings = others.map((finding): Finding => (finding.rule === 'frozen-file' ? finding : { ...finding, severity: 'warning' }));
  return { findings: [...asked, ...findings], inputs: all.inputs };
}
