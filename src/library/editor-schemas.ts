import { z } from 'zod';
import { frontmatterSchema, policySchema, siteSchema } from '../config.ts';
import { RULES } from '../model/rules/index.ts';
import { PROFILES, TOPICS } from '../model/rules/profiles/index.ts';
import { FRONTMATTER_HELP, POLICY_HELP, SITE_HELP } from './setting-help.ts';

type Json = Record<string, unknown>;

/**
 * JSON Schemas of the settings that people write, by name: editors show their keys, complete them and mark what is wrong. Same
 * program, same schemas; what one setting says of another, only `check` knows.
 */
export function editorSchemas(): Readonly<Record<string, Json>> {
  const profiles = { type: 'array', items: { enum: PROFILES.map(({ id }) => id) } };
  const rules = RULES.filter(({ isFixed }) => isFixed !== true).map(({ id }) => id);
  return {
    site: withNames(schemaOf(siteSchema, 'site.yaml: whose policies these are', SITE_HELP), { profiles, rules: named(rules) }),
    'policy-settings': withNames(schemaOf(policySchema, 'policy.yaml: what stays the same in every version', POLICY_HELP), { profiles }),
    frontmatter: withNames(schemaOf(frontmatterSchema, 'The lines between dashes at the head of a policy.mdx', FRONTMATTER_HELP), {
      topics: named(TOPICS),
    }),
  };
}

/** What the schema asks of what is written, and what each of its keys is for. */
function schemaOf(schema: z.ZodType, title: string, help: Readonly<Record<string, string>>): Json {
  const { $schema, properties, ...rest } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  const explained = Object.entries(properties ?? {}).map(([key, value]) => [
    key,
    { description: help[key], ...(isJson(value) ? value : {}) },
  ]);
  return { $schema, title, ...rest, properties: Object.fromEntries(explained) };
}

/** Keys that the program knows, in place of any key. */
function named(names: readonly string[]): Json {
  return { propertyNames: { enum: names } };
}

function withNames(schema: Json, more: Readonly<Record<string, Json>>): Json {
  const properties = isJson(schema['properties']) ? schema['properties'] : {};
  const changed = Object.entries(more).map(([key, value]) => [key, { ...(isJson(properties[key]) ? properties[key] : {}), ...value }]);
  return { ...schema, properties: { ...properties, ...Object.fromEntries(changed) } };
}

function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A schema as its file holds it. */
export function schemaFile(schema: Json): string {
  return `${JSON.stringify(schema, undefined, 2)}\n`;
}
