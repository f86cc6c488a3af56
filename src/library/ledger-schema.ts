import { z } from 'zod';
import { day } from '../config.ts';
import type { LedgerEntry } from '../model/ledger/entry.ts';

const slug = z.string().regex(/^[a-z0-9][a-z0-9-]*$/u, { error: 'must be a name of small letters, digits and hyphens' });
const words = z.string().min(1, { error: 'must not be empty' });
const digest = z.string().regex(/^[0-9a-f]{64}$/u, { error: 'must be 64 hexadecimal digits' });
// A name without slashes: no line can point at a file outside the version's folder.
const fileName = z.string().regex(/^[a-z0-9][a-z0-9._-]*$/iu, { error: 'is no name of a frozen file' });
const files = z.record(fileName, digest);
const effective = z.strictObject({ day, basis: z.enum(['stated', 'committed', 'captured', 'unknown']) });
const instant = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/u, { error: 'must be an instant, such as 2026-11-22T12:00:00Z' });

const base = { seq: z.int().min(1), prev: digest, recordedAt: instant, asIf: day.optional(), zone: words, policy: slug };
const ofVersion = { ...base, version: slug };
const pairs = z
  .array(z.strictObject({ version: slug, from: slug, changes: digest }))
  .min(1)
  .optional();
const quoting = z
  .array(z.strictObject({ version: slug, file: fileName, left: digest.optional() }))
  .min(1)
  .optional();
const posted = {
  ...ofVersion,
  effective,
  supersedes: slug.optional(),
  corrects: slug.optional(),
  words: digest,
  record: digest,
  files,
  pairs,
};

/** One line of the ledger, strict: what this release does not know it does not pass over. */
export const entrySchema: z.ZodType<LedgerEntry> = z.discriminatedUnion(
  'type',
  [
    z.strictObject({ ...posted, type: z.literal('publish') }),
    z.strictObject({ ...posted, type: z.literal('import') }),
    z.strictObject({ ...ofVersion, type: z.literal('reschedule'), effective, reason: words, pairs }),
    z.strictObject({ ...ofVersion, type: z.literal('withdraw'), reason: words, pairs }),
    z.strictObject({ ...base, type: z.literal('reviewed'), on: day, reason: words }),
    z.strictObject({ ...base, type: z.literal('retire'), from: day, replacedBy: slug.optional(), reason: words }),
    z.strictObject({
      ...ofVersion,
      type: z.literal('remove'),
      section: words.optional(),
      reason: words,
      files,
      left: files.optional(),
      quoting,
    }),
    z.strictObject({ ...ofVersion, type: z.literal('notice-sent'), channel: words, on: day, count: z.int().min(0).optional() }),
    z.strictObject({ ...ofVersion, type: z.literal('notice-amended'), reason: words, files }),
  ],
  { error: 'must be an event that this release knows' },
);
