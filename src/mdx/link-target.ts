import type { Node } from 'mdast';
import type { LinkTarget } from '../model/record/record.ts';
import { report, type Reading } from './context.ts';

const SCHEMES = ['https', 'http', 'mailto', 'tel'];

/** Reads a link's address; `undefined`, with a finding, when policy text may not link there. */
export function linkTarget(url: string, node: Node, reading: Reading): LinkTarget | undefined {
  const href = url.trim();
  if (href === '' || href === '#') {
    report(reading, node, 'link-empty', 'This link leads nowhere. Write the address between the round brackets, or leave the link out.');
    return undefined;
  }
  // Browsers drop line ends and tabs inside an address, so that "java\nscript:" would be a scheme to them and none to us.
  if (/[\s\p{Cc}\\]/u.test(href)) {
    const message = `The address "${href.replaceAll(/[\s\p{Cc}]+/gu, ' ')}" holds a space, a line end or a backslash. Write %20 for a space, or remove it.`;
    report(reading, node, 'link-form', message);
    return undefined;
  }
  if (href.startsWith('#')) return within(href.slice(1), node, reading);
  const scheme = /^([a-z][a-z0-9+.-]*):/iu.exec(href)?.[1]?.toLowerCase();
  if (scheme === 'policy') return toPolicy(href, node, reading);
  if (scheme !== undefined && !SCHEMES.includes(scheme)) {
    report(
      reading,
      node,
      'link-scheme',
      `A link may not begin with "${scheme}:". Links lead to https:, http:, mailto: or tel: addresses, to a section (#contact), or to another policy (policy:terms).`,
    );
    return undefined;
  }
  if (scheme !== undefined && !isWhole(href, scheme)) {
    report(
      reading,
      node,
      'link-form',
      `The address "${href}" is not whole. Write, for instance, https://www.example.org/page, mailto:name@example.org or tel:+12025550123.`,
    );
    return undefined;
  }
  if (scheme === undefined) {
    report(
      reading,
      node,
      'link-relative',
      `The address "${href}" is not written out, so it depends on where this site stands. Write the whole address (https://…), or policy:name for another policy of this site.`,
      'warning',
    );
  }
  return { kind: 'address', href };
}

function isWhole(href: string, scheme: string): boolean {
  if (scheme === 'mailto') return /^mailto:[^@?]+@[^@?]+(?:\?.*)?$/iu.test(href);
  if (scheme === 'tel') return /^tel:\+?[\d().;=a-z-]+$/iu.test(href);
  return /^https?:\/\/[^/]/iu.test(href) && URL.canParse(href);
}

function within(id: string, node: Node, reading: Reading): LinkTarget {
  reading.linksWithin.push({ id, node });
  return { kind: 'within', id };
}

function toPolicy(href: string, node: Node, reading: Reading): LinkTarget | undefined {
  const match = /^policy:([a-z0-9-]+)(?:#([a-z0-9.-]+))?$/u.exec(href);
  const policy = match?.[1];
  if (policy === undefined) {
    report(
      reading,
      node,
      'link-policy-form',
      `"${href}" is not how another policy is linked to. Write policy:name, or policy:name#section, with the name of its folder in content/policies.`,
    );
    return undefined;
  }
  const id = match?.[2];
  const start = node.position?.start;
  reading.linksToPolicies.push({ policy, id, line: start?.line ?? 1, column: start?.column ?? 1 });
  return { kind: 'policy', policy, id };
}
