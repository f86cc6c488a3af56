import { z } from 'zod';
import { calendarDate, type CalendarDate } from './model/calendar-date.ts';
import { RESERVED_POLICY_NAMES, RESERVED_VERSION_NAMES } from './urls.ts';

/** Error texts are the second half of a sentence that begins with the key: `"effective" must be …`. */
const text = z
  .string({ error: 'must be words; put a number or yes/no between quotation marks' })
  .trim()
  .min(1, { error: 'must not be empty' });

/** A civil day, as every file of the content folder writes it. */
export const day = z
  .string({ error: 'must be a day in the form 2027-03-01' })
  .refine((value) => calendarDate(value) !== undefined, { error: 'must be a day that exists, in the form 2027-03-01' })
  .meta({ pattern: String.raw`^\d{4}-\d{2}-\d{2}$`, examples: ['2027-03-01'] })
  .transform((value): CalendarDate => {
    const date = calendarDate(value);
    if (date === undefined) throw new Error(`Unchecked day: ${value}`);
    return date;
  });

const lang = z
  .string({ error: 'must be a language tag, such as en or pt-BR' })
  .regex(/^[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-[A-Z]{2})?$/u, { error: 'must be a language tag, such as en or pt-BR' });

const contact = z
  .strictObject({
    email: z.email({ error: 'must be an e-mail address' }).optional(),
    phone: text.optional(),
    url: z.url({ protocol: /^https?$/u, error: 'must be a whole address, such as https://example.org/contact' }).optional(),
  })
  .refine((ways) => Object.keys(ways).length > 0, {
    error: 'must name at least one of email, phone and url, so that readers can reach you',
  });

/** How much a rule weighs on this site, and why. */
const ruleSetting = z.strictObject({
  severity: z.enum(['off', 'warning', 'error'], { error: 'must be off, warning or error' }),
  reason: text,
  until: day.optional(),
});

/** `content/site.yaml`: whose policies these are. */
export const siteSchema = z.strictObject({
  organisation: text,
  address: z.array(text, { error: 'must be a list: each line of the address after a dash' }).default([]),
  contact,
  url: z
    .url({ protocol: /^https?$/u, error: 'must be the address of the site, such as https://policies.example.org', abort: true })
    .refine((value) => !/[?#@]/u.test(value), {
      error: 'must be an address without "?", "#" and "@", such as https://policies.example.org',
    })
    .transform((value) => value.replace(/\/+$/u, '')),
  timeZone: text.refine(isTimeZone, { error: 'must be the name of a time zone, such as Europe/Paris' }),
  languages: z
    .array(lang)
    .min(1, { error: 'must name at least one language' })
    .refine((tags) => new Set(tags).size === tags.length, { error: 'must name each language once' }),
  indexVersions: z.boolean({ error: 'must be true or false' }).default(false),
  sample: z.boolean({ error: 'must be true or false' }).default(false),
  profiles: z.array(text).default([]),
  rules: z.record(text, ruleSetting).default({}),
});

export type SiteConfig = z.infer<typeof siteSchema>;

export const POLICY_KINDS = ['privacy', 'terms', 'security', 'cookies', 'accessibility', 'children', 'consumer-health', 'other'] as const;

/** `content/policies/<policy>/policy.yaml`: what stays the same in every version. */
export const policySchema = z.strictObject({
  title: text,
  kind: z.enum(POLICY_KINDS, { error: `must be one of ${POLICY_KINDS.join(', ')}` }).default('other'),
  summary: text.optional(),
  contact: contact.optional(),
  jurisdictions: z.array(text).default([]),
  profiles: z.array(text).default([]),
  aliases: z.array(text).default([]),
  sections: z.enum(['open', 'closed'], { error: 'must be open or closed' }).default('closed'),
  reviewMonths: z
    .int({ error: 'must be a whole number of months' })
    .min(1, { error: 'must be 1 month or more' })
    .max(120, { error: 'must be 120 months at most' })
    .optional(),
});

export type PolicyConfig = z.infer<typeof policySchema>;

const BASES = ['stated', 'committed', 'captured', 'unknown'] as const;
const MATERIALITY = ['initial', 'editorial', 'clarifying', 'substantive', 'material'] as const;
const WAIVERS = ['legal-duty', 'imminent-danger', 'court-order', 'security'] as const;

const effective = z.union([day, z.strictObject({ day, basis: z.enum(BASES, { error: `must be one of ${BASES.join(', ')}` }) })], {
  error: 'must be a day that exists, in the form 2027-03-01',
});

const change = z.strictObject({ sections: z.array(text).min(1), what: text, impact: text.optional(), choices: text.optional() });

/** The lines between `---` at the head of a `policy.mdx`. */
export const frontmatterSchema = z.strictObject({
  effective,
  approved: z
    .strictObject({
      by: text,
      on: day,
      text: z
        .string({ error: 'must be the 12 characters that "review" prints, between quotation marks' })
        .regex(/^[0-9a-f]{12}$/u, { error: 'must be the 12 characters that "review" prints' }),
    })
    .optional(),
  supersedes: text.optional(),
  corrects: text.optional(),
  materiality: z.enum(MATERIALITY, { error: `must be one of ${MATERIALITY.join(', ')}` }).optional(),
  summary: text.optional(),
  changes: z.array(change).default([]),
  retired: z
    .record(
      z.string().regex(/^[^\s"<>]+$/u, { error: 'holds a sign that no section id can have. Write the id as it stood in the earlier text' }),
      z.string({ error: 'must be the id of the section that continues it, or null' }).nullable(),
    )
    .default({}),
  changeTerms: z
    .strictObject({
      days: z.int({ error: 'must be a whole number of days' }).min(0, { error: 'must not be negative' }),
      channels: z.array(text).min(1),
    })
    .optional(),
  noticeWaiver: z
    .strictObject({ reason: z.enum(WAIVERS, { error: `must be one of ${WAIVERS.join(', ')}` }), authority: text, text })
    .optional(),
  attested: z.array(z.strictObject({ rule: text, by: text, on: day, why: text })).default([]),
  topics: z.record(text, z.array(text, { error: 'must be a list of section ids, such as [retention]' }).min(1)).default({}),
  provenance: z.strictObject({ imported: day.optional(), source: text.optional(), captured: day.optional() }).optional(),
});

/** A file for `notice --amend`: what a notice says, in the words of a version's own settings. */
export const noticeSchema = z.strictObject({
  summary: frontmatterSchema.shape.summary,
  changes: z.array(change, { error: 'must be a list: each change after a dash' }).min(1, { error: 'must name at least one change' }),
});

export type Frontmatter = z.infer<typeof frontmatterSchema>;

/** Why this cannot be the folder name of a policy or version; `undefined` when it can. */
export function nameFault(name: string, of: 'policy' | 'version'): string | undefined {
  if (!/^[a-z0-9][a-z0-9-]*$/u.test(name)) return 'may hold only small letters a-z, digits and hyphens, and begins with a letter or digit';
  const reserved = of === 'policy' ? RESERVED_POLICY_NAMES : RESERVED_VERSION_NAMES;
  return reserved.includes(name) ? 'is kept for an address of the site' : undefined;
}

function isTimeZone(name: string): boolean {
  // "+02:00" is an hour's distance and no zone: half of the year it would name another midnight.
  if (!/^[a-z]/iu.test(name)) return false;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
