type Json = Readonly<Record<string, unknown>>;

const text = { type: 'string' };
const count = { type: 'integer', minimum: 0 };
const digest = { type: 'string', pattern: '^[0-9a-f]{64}$' };
const list = (items: Json): Json => ({ type: 'array', items });
const maybe = (schema: Json): Json => ({ anyOf: [schema, { type: 'null' }] });

function shape(required: Json, optional: Json = {}): Json {
  return { type: 'object', properties: { ...required, ...optional }, required: Object.keys(required), additionalProperties: false };
}

/** What a change can be; `src/model/redline/kinds.ts` says the same to the program. */
const KINDS = [
  'wording',
  'number',
  'date',
  'term',
  'negation',
  'modal',
  'link',
  'typography',
  'emphasis',
  'heading',
  'level',
  'renumbered',
  'order',
  'moved',
  'added',
  'removed',
  'split',
  'merged',
  'structure',
  'anchor',
  'language',
];
const kinds = list({ enum: KINDS });

const version = shape({
  version: { type: 'string', pattern: '^[a-z0-9][a-z0-9-]*$' },
  status: { enum: ['draft', 'published'] },
  effective: { type: 'string', pattern: String.raw`^\d{4}-\d{2}-\d{2}$` },
  lang: text,
  digests: shape({ words: digest, record: digest }),
});

const section = shape({}, { id: text, label: text, heading: text });
const words = maybe(shape({ words: text }, { links: list(text) }));

/** A redline as data. */
export const redlineSchema: Json = shape({
  $schema: { type: 'string', pattern: '^https?://' },
  policy: text,
  from: version,
  to: version,
  summary: shape({
    sections: count,
    changed: count,
    added: count,
    removed: count,
    split: count,
    merged: count,
    moved: count,
    renamed: count,
    changes: count,
    kinds: { type: 'object', propertyNames: { enum: KINDS }, additionalProperties: count },
    typographyOnly: count,
  }),
  sections: {
    ...list(
      shape(
        {
          place: count,
          state: { enum: ['kept', 'added', 'removed', 'left'] },
          part: { enum: ['section', 'footnotes'] },
          depth: { type: 'integer', minimum: 1 },
          kinds,
        },
        { from: section, to: section, other: count },
      ),
    ),
    description: 'Every section in which something differs; changes name it by its place in the redline.',
  },
  changes: list(
    shape({
      number: { type: 'integer', minimum: 1 },
      section: count,
      kinds: { ...kinds, minItems: 1 },
      words: {
        ...list(shape({ in: { enum: ['heading', 'text'] }, kinds, from: words, to: words }, { label: text })),
        description: 'The words before and after; none for a change without words of its own, such as a move.',
      },
    }),
  ),
});
