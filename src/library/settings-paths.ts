import { isMap, isPair, isScalar, type Document, type Node } from 'yaml';
import { z } from 'zod';

/** Keys and places in lists that lead to a setting: `['changes', 0, 'what']`. */
export type Path = readonly (string | number)[];

/** Keys that a schema knows at a path, for the message about one that it does not. */
export function keysAt(schema: z.core.$ZodType, path: Path): readonly string[] {
  const inner = unwrap(schema);
  if (inner instanceof z.ZodUnion) return inner.options.flatMap((option) => keysAt(option, path));
  const [first, ...rest] = path;
  if (inner instanceof z.ZodArray) return keysAt(inner.element, rest);
  if (!(inner instanceof z.ZodObject)) return [];
  if (first === undefined) return Object.keys(inner.shape);
  const next = inner.shape[String(first)];
  return next ? keysAt(next, rest) : [];
}

function unwrap(schema: z.core.$ZodType): z.core.$ZodType {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodNullable)
    return unwrap(schema.def.innerType);
  return schema instanceof z.ZodPipe ? unwrap(schema.def.in) : schema;
}

/** Where a key stands in the YAML. */
export function keyOffset(document: Document.Parsed, path: Path): number | undefined {
  const parent = path.length > 1 ? document.getIn(path.slice(0, -1), true) : document.contents;
  if (!isMap(parent)) return undefined;
  const pair = parent.items.find((item) => isPair(item) && isScalar(item.key) && String(item.key.value) === String(path.at(-1)));
  return isScalar(pair?.key) ? pair.key.range?.[0] : undefined;
}

/** Where a value stands in the YAML; its key when the value has no place. */
export function nodeOffset(document: Document.Parsed, path: Path): number | undefined {
  return nodeAt(document, path)?.range?.[0] ?? keyOffset(document, path);
}

export function nodeAt(document: Document.Parsed, path: Path): Node | undefined {
  const node: unknown = path.length === 0 ? document.contents : document.getIn(path, true);
  return isNode(node) ? node : undefined;
}

function isNode(node: unknown): node is Node {
  return typeof node === 'object' && node !== null && 'range' in node;
}
