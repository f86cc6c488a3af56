import { feedSchema, recordDefinitions } from './schema-parts.ts';
import { redlineSchema } from './schema-redline.ts';

type Json = Readonly<Record<string, unknown>>;

const DRAFT = 'https://json-schema.org/draft/2020-12/schema';
const text = { type: 'string' };
const day = { type: 'string', pattern: String.raw`^\d{4}-\d{2}-\d{2}$` };
const instant = { type: 'string', pattern: String.raw`^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$` };
const digest = { type: 'string', pattern: '^[0-9a-f]{64}$' };
const address = { type: 'string', pattern: '^https?://' };
const slug = { type: 'string', pattern: '^[a-z0-9][a-z0-9-]*$' };
const maybe = (schema: Json): Json => ({ anyOf: [schema, { type: 'null' }] });
const list = (items: Json): Json => ({ type: 'array', items });

/** An object that may have these members and no others; those of `optional` may be absent. */
function object(required: Json, optional: Json = {}): Json {
  return { type: 'object', properties: { ...required, ...optional }, required: Object.keys(required), additionalProperties: false };
}

const contact = object({}, { email: text, phone: text, url: text });
const happening = object({ reason: text, on: day });

/** True of a version on every day. */
const required: Json = {
  version: slug,
  title: text,
  lang: text,
  effective: object({ day, basis: { enum: ['stated', 'committed', 'captured', 'unknown'] }, zone: text }),
  posted: object({ on: day, at: instant, imported: { type: 'boolean' } }),
  digests: object({ words: digest, record: digest }),
  page: address,
  notice: address,
};
const optional: Json = {
  materiality: { enum: ['initial', 'editorial', 'clarifying', 'substantive', 'material'] },
  summary: text,
  supersedes: slug,
  corrects: slug,
  record: address,
  data: address,
  canonical: address,
  markdown: address,
};

const standing: Json = object({ ...required, from: day, until: maybe(day), since: instant }, optional);
const current: Json = {
  policy: slug,
  title: text,
  kind: text,
  page: address,
  inForce: maybe(standing),
  announced: list(standing),
  nextChange: maybe(day),
  retiredFrom: maybe(day),
};

const version = object(
  {
    ...required,
    state: { enum: ['posted', 'in force', 'superseded', 'replaced', 'withdrawn', 'removed'] },
    from: maybe(day),
    until: maybe(day),
  },
  {
    ...optional,
    replacedBy: slug,
    correctedBy: slug,
    withdrawn: happening,
    removed: happening,
    rescheduled: list(object({ to: day, reason: text, on: day })),
    amended: list(happening),
    sent: list(object({ channel: text, on: day }, { count: { type: 'integer' } })),
  },
);

const asked: Json = { $schema: address, asOf: day, timeZone: text };

const policies = object({
  ...asked,
  organisation: text,
  contact,
  sample: { type: 'boolean' },
  nextChange: maybe(day),
  policies: list(object({ ...current, versions: address })),
  ledger: address,
  feed: address,
});

const versions = object(
  { ...asked, nextChange: maybe(day), policy: slug, title: text, kind: text, versions: list(version) },
  { retirement: object({ from: day, reason: text }, { replacedBy: slug }), reviewedOn: day },
);

const policy = {
  ...object(
    {
      $schema: address,
      ...required,
      policy: slug,
      kind: text,
      organisation: text,
      contact,
      changes: list(object({ sections: list(text), what: text }, { impact: text, choices: text })),
      retired: { type: 'object', additionalProperties: maybe(text) },
      text: { $ref: '#/$defs/record' },
    },
    {
      ...optional,
      changeTerms: object({ days: { type: 'integer' }, channels: list(text) }),
      noticeWaiver: object({ reason: { enum: ['legal-duty', 'imminent-danger', 'court-order', 'security'] }, authority: text, text }),
    },
  ),
  $defs: recordDefinitions,
};

const interval = object({ version: slug, from: day }, { until: day });

const notice = object({
  policy: slug,
  version: slug,
  effective: day,
  promisedBy: slug,
  promised: object({ days: { type: 'integer' }, channels: list(text) }),
  sent: list(object({ channel: text, on: day }, { count: { type: 'integer' } })),
  outstanding: list(text),
  runsFrom: day,
  earliest: day,
  keepsPromise: { type: 'boolean' },
});

const status = object({
  $schema: address,
  asOf: day,
  zone: text,
  policies: list(
    object({
      policy: slug,
      inForce: maybe(interval),
      posted: list(interval),
      drafts: list(object({ version: slug, effective: day, approved: { type: 'boolean' } })),
      retiredFrom: maybe(day),
      reviewedOn: maybe(day),
    }),
  ),
  notices: list(notice),
  next: maybe(object({ instant, changes: list(object({ policy: slug, day, zone: text }, { version: slug })) })),
});

const manifest = { type: 'object', additionalProperties: digest };

/** JSON Schemas (2020-12) of every JSON document of the site and of the commands, by name; `address` gives where each is published. */
export function documentSchemas(at: (name: string) => string): readonly (readonly [name: string, schema: Json])[] {
  const titles: Readonly<Record<string, readonly [title: string, schema: Json]>> = {
    policies: ['policies.json: every policy, what is in force and what comes next', policies],
    versions: ['versions.json: every published version of a policy', versions],
    current: ['current.json: what is in force of a policy, since when, and what comes next', object({ ...asked, ...current })],
    policy: ['policy.json: the text of one version as data', policy],
    redline: ['what “codicil diff --format json” prints: two versions compared', redlineSchema],
    feed: ['feed.json: JSON Feed 1.1 with what happened to policies', feedSchema],
    status: ['what "codicil status --format json" prints', status],
    manifest: ['manifest.json: SHA-256 of every other file of the site, by its path', manifest],
  };
  return Object.entries(titles).map(([name, [title, schema]]) => [name, { $schema: DRAFT, $id: at(name), title, ...schema }]);
}
