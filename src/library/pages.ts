import { join } from 'node:path';
import { z } from 'zod';
import { componentUses } from '../mdx/component-uses.ts';
import { nameFault } from '../config.ts';
import type { Finding } from '../model/finding.ts';
import { filesIn } from './folders.ts';
import { splitFrontmatter } from './frontmatter.ts';
import type { PolicyFiles } from './policy-files.ts';
import { policyLinkFault } from './policy-links.ts';
import { readText } from './read-text.ts';
import { readSettings } from './settings.ts';

/** The lines between `---` at the head of a page of `content/pages`. */
export const pageSchema = z.strictObject({ title: z.string().trim().min(1), summary: z.string().trim().min(1).optional() });

/** A page that is no policy: about, accessibility statement, how to read these policies. */
export interface PageFile {
  readonly name: string;
  readonly title: string;
  readonly summary?: string | undefined;
}

/** Reads the heads of `content/pages/*.mdx` and checks their references to policies; Astro renders the pages themselves. */
export async function readPages(
  content: string,
  policies: readonly PolicyFiles[],
): Promise<{ readonly files: readonly PageFile[]; readonly findings: readonly Finding[] }> {
  const files: PageFile[] = [];
  const findings: Finding[] = [];
  for (const entry of await filesIn(join(content, 'pages'))) {
    if (!entry.endsWith('.mdx')) continue;
    const name = entry.slice(0, -'.mdx'.length);
    const file = `pages/${entry}`;
    const fault = nameFault(name, 'policy') ?? (policies.some((policy) => policy.name === name) ? 'is the name of a policy' : undefined);
    if (fault !== undefined) {
      findings.push({ rule: 'name-form', severity: 'error', place: { file }, message: `The page name "${name}" ${fault}. Rename the file.` });
    }
    const read = await readText(join(content, file), file);
    const split = 'finding' in read ? read : splitFrontmatter(read.text, file);
    if ('finding' in split) {
      findings.push(split.finding);
      continue;
    }
    const settings = readSettings({ yaml: split.yaml, file, linesBefore: 1 }, pageSchema);
    findings.push(...settings.findings, ...checkReferences(split.body, file, policies));
    if (settings.value) files.push({ name, ...settings.value });
  }
  return { files, findings };
}

function checkReferences(body: string, file: string, policies: readonly PolicyFiles[]): readonly Finding[] {
  const uses = componentUses(body, file, ['PolicyLink', 'InForce']);
  if ('finding' in uses) return [uses.finding];
  return uses.flatMap((use): readonly Finding[] => {
    const key = use.name === 'PolicyLink' ? 'to' : 'policy';
    const value = use.attributes[key];
    const place = { file, line: use.line, column: use.column };
    if (value === undefined) {
      return [{ rule: 'attribute-missing', severity: 'error', place, message: `<${use.name}> needs ${key}="…", the name of a policy.` }];
    }
    const [policy = '', id] = value.split('#');
    const message = policyLinkFault(policies, policy, id);
    return message === undefined ? [] : [{ rule: 'link-broken', severity: 'error', place, message }];
  });
}
