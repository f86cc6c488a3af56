import { join } from 'node:path';
import { z } from 'zod';
import { componentUses, type ComponentUse } from '../mdx/component-uses.ts';
import { nameFault } from '../config.ts';
import type { Finding } from '../model/finding.ts';
import { filesIn } from './folders.ts';
import { splitFrontmatter } from './frontmatter.ts';
import { nearest } from '../model/nearest.ts';
import { policyLinkFault, type LinkTargets } from './policy-links.ts';
import { readText } from './read-text.ts';
import { readSettings } from './settings.ts';

const words = z
  .string({ error: 'must be words; put a number or yes/no between quotation marks' })
  .trim()
  .min(1, { error: 'must not be empty' });

/** The lines between `---` at the head of a page of `content/pages`. */
export const pageSchema = z.strictObject({ title: words, summary: words.optional() });

/** A page that is no policy: about, accessibility statement, how to read these policies. */
export interface PageFile {
  readonly name: string;
  readonly title: string;
  readonly summary?: string | undefined;
}

/** Reads the heads of `content/pages/*.mdx` and checks their references to policies; Astro renders the pages themselves. */
export async function readPages(
  content: string,
  targets: LinkTargets,
): Promise<{ readonly files: readonly PageFile[]; readonly findings: readonly Finding[] }> {
  const files: PageFile[] = [];
  const findings: Finding[] = [];
  for (const entry of await filesIn(join(content, 'pages'))) {
    const file = `pages/${entry}`;
    if (/\.(?:md|markdown|mdx)$/iu.test(entry) && !entry.endsWith('.mdx')) {
      findings.push({
        rule: 'file-misplaced',
        severity: 'error',
        place: { file },
        message: 'The name of a page ends in ".mdx". Rename the file.',
      });
    }
    if (!entry.endsWith('.mdx')) continue;
    const name = entry.slice(0, -'.mdx'.length);
    const fault =
      nameFault(name, 'policy') ?? (targets.policies.some((policy) => policy.name === name) ? 'is the name of a policy' : undefined);
    if (fault !== undefined) {
      findings.push({
        rule: 'name-form',
        severity: 'error',
        place: { file },
        message: `The page name "${name}" ${fault}. Rename the file.`,
      });
    }
    const read = await readText(join(content, file), file);
    const split = 'finding' in read ? read : splitFrontmatter(read.text, file, 'title: About this site');
    if ('finding' in split) {
      findings.push(split.finding);
      continue;
    }
    const settings = readSettings({ yaml: split.yaml, file, linesBefore: 1 }, pageSchema);
    findings.push(...settings.findings, ...(await checkReferences(split.body, file, targets)));
    if (settings.value) files.push({ name, ...settings.value });
  }
  return { files, findings };
}

/** Components that every page may use without importing them, each with the attribute that names a policy. */
const LIVE: Readonly<Record<string, string>> = { PolicyLink: 'to', InForce: 'policy' };

async function checkReferences(body: string, file: string, targets: LinkTargets): Promise<readonly Finding[]> {
  const uses = componentUses(body, file);
  if ('finding' in uses) return [uses.finding];
  const findings: Finding[] = [];
  for (const use of uses) {
    const place = { file, line: use.line, column: use.column };
    const fault = await referenceFault(use, targets);
    if (fault) findings.push({ ...fault, severity: 'error', place });
  }
  return findings;
}

async function referenceFault(use: ComponentUse, targets: LinkTargets): Promise<Pick<Finding, 'rule' | 'message'> | undefined> {
  const key = Object.hasOwn(LIVE, use.name) ? LIVE[use.name] : undefined;
  if (key === undefined) {
    if (use.isDeclared) return undefined;
    const known = Object.keys(LIVE);
    const near = nearest(use.name, known);
    const advice =
      near === undefined ? `The components of a page are ${known.join(' and ')}; any other must be imported.` : `Did you mean <${near}>?`;
    return { rule: 'component-unknown', message: `There is no component <${use.name}>. ${advice}` };
  }
  const value = use.attributes[key];
  if (value === undefined) return { rule: 'attribute-missing', message: `<${use.name}> needs ${key}="…", the name of a policy.` };
  const [policy = '', id] = value.split('#');
  const message = await policyLinkFault(targets, policy, id);
  return message === undefined ? undefined : { rule: 'link-broken', message };
}
