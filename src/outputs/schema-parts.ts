type Json = Readonly<Record<string, unknown>>;

const text = { type: 'string' };
const instant = { type: 'string', pattern: String.raw`^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$` };
const blocks = { type: 'array', items: { $ref: '#/$defs/block' } };
const inlines = { type: 'array', items: { $ref: '#/$defs/inline' } };
const attributes = { type: 'object', additionalProperties: text };

function shape(required: Json, optional: Json = {}): Json {
  return { type: 'object', properties: { ...required, ...optional }, required: Object.keys(required), additionalProperties: false };
}

function kind(name: string, required: Json = {}, optional: Json = {}): Json {
  return shape({ kind: { const: name }, ...required }, optional);
}

/** The parts of a text, as `src/model/record/record.ts` describes them (record 1). */
export const recordDefinitions: Json = {
  record: shape({
    format: { const: 1 },
    lang: text,
    dir: { enum: ['ltr', 'rtl'] },
    sections: { type: 'array', items: { $ref: '#/$defs/section' } },
  }),
  section: shape(
    {
      aliases: { type: 'array', items: text },
      blocks,
      sections: { type: 'array', items: { $ref: '#/$defs/section' } },
      notes: { type: 'array', items: shape({ label: text, blocks }) },
    },
    { id: text, heading: inlines },
  ),
  block: {
    anyOf: [
      kind('paragraph', { children: inlines }),
      kind(
        'list',
        { items: { type: 'array', items: blocks } },
        { order: shape({ start: { type: 'integer' }, marker: { enum: ['1', 'a', 'A', 'i', 'I'] } }) },
      ),
      kind('definitions', {
        entries: { type: 'array', items: shape({ terms: { type: 'array', items: inlines }, details: { type: 'array', items: blocks } }) },
      }),
      kind('table', { head: { $ref: '#/$defs/rows' }, body: { $ref: '#/$defs/rows' } }, { caption: inlines }),
      kind('quote', { blocks }),
      kind('preformatted', { text }),
      kind('component', { name: text, attributes, blocks }),
    ],
  },
  rows: {
    type: 'array',
    items: {
      type: 'array',
      items: shape(
        { blocks },
        {
          header: { enum: ['column', 'row'] },
          align: { enum: ['center', 'end'] },
          columns: { type: 'integer' },
          rows: { type: 'integer' },
        },
      ),
    },
  },
  inline: {
    anyOf: [
      text,
      kind('mark', { mark: { enum: ['em', 'strong', 'code', 'sub', 'sup', 's'] }, children: inlines }),
      kind('abbreviation', { title: text, children: inlines }),
      kind('language', { lang: text, children: inlines }, { dir: { enum: ['ltr', 'rtl'] } }),
      kind('link', { target: { $ref: '#/$defs/target' }, children: inlines }, { title: text }),
      kind('break'),
      kind('note', { label: text }),
      kind('component', { name: text, attributes, children: inlines }),
    ],
  },
  target: { anyOf: [kind('within', { id: text }), kind('policy', { policy: text }, { id: text }), kind('address', { href: text })] },
};

/** JSON Feed 1.1, as far as the site writes it. */
export const feedSchema: Json = shape({
  version: { const: 'https://jsonfeed.org/version/1.1' },
  title: text,
  home_page_url: text,
  feed_url: text,
  language: text,
  authors: { type: 'array', items: shape({ name: text }) },
  items: {
    type: 'array',
    items: shape(
      {
        id: { type: 'string', pattern: '^tag:' },
        url: text,
        title: text,
        content_html: text,
        content_text: text,
        date_published: instant,
        date_modified: instant,
        language: text,
        tags: { type: 'array', items: text },
        _policy: shape({ event: text, policy: text }, { version: text, effective: text, notice: text }),
      },
      { summary: text },
    ),
  },
});
