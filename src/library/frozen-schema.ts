import { z } from 'zod';
import { day } from '../config.ts';
import type { FrozenNotice, FrozenVersion } from '../model/frozen-version.ts';

const words = z.string();
const digest = z.string().regex(/^[0-9a-f]{64}$/u);
const digests = z.strictObject({ words: digest, record: digest });

const changes = z.array(z.strictObject({ sections: z.array(words), what: words, impact: words.optional(), choices: words.optional() }));

/** `notice.2.json` and its like, format 1. */
export const frozenNoticeSchema: z.ZodType<FrozenNotice> = z.strictObject({
  format: z.literal(1),
  policy: words,
  version: words,
  summary: words.optional(),
  changes,
});

/** `version.json`, format 1. */
export const frozenVersionSchema: z.ZodType<FrozenVersion> = z.strictObject({
  format: z.literal(1),
  policy: words,
  version: words,
  lang: words,
  kind: words,
  title: words,
  organisation: words,
  contact: z.strictObject({ email: words.optional(), phone: words.optional(), url: words.optional() }),
  effective: z.strictObject({ day, basis: z.enum(['stated', 'committed', 'captured', 'unknown']) }),
  materiality: z.enum(['initial', 'editorial', 'clarifying', 'substantive', 'material']).optional(),
  summary: words.optional(),
  changes,
  changeTerms: z.strictObject({ days: z.int(), channels: z.array(words) }).optional(),
  noticeWaiver: z
    .strictObject({ reason: z.enum(['legal-duty', 'imminent-danger', 'court-order', 'security']), authority: words, text: words })
    .optional(),
  attested: z.array(z.strictObject({ rule: words, by: words, on: day, why: words })),
  supersedes: words.optional(),
  corrects: words.optional(),
  retired: z.record(z.string(), words.nullable()),
  provenance: z.strictObject({ imported: words.optional(), source: words.optional(), captured: words.optional() }).optional(),
  sections: z.array(z.strictObject({ id: words, heading: words.optional(), words: digest, record: digest })),
  digests,
  record: z.literal(1),
  canon: z.literal(1),
});
