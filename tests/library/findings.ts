import { frontmatterSchema, policySchema, siteSchema } from '../../src/config.ts';
import { readLibrary } from '../../src/library/library.ts';
import { readSettings } from '../../src/library/settings.ts';
import type { Finding } from '../../src/model/finding.ts';

/** `12:3 rule message`, as a reader of a report takes it in. */
export function line({ place, rule, message }: Finding): string {
  return `${place.line}:${place.column} ${rule} ${message}`;
}

/** What is said of one kind of settings; the lines of a frontmatter count from the dashes. */
export function settingsFindings(kind: 'site' | 'policy' | 'frontmatter', yaml: string): readonly string[] {
  const source = { yaml, file: 'settings', linesBefore: kind === 'frontmatter' ? 1 : 0 };
  const schema = { site: siteSchema, policy: policySchema, frontmatter: frontmatterSchema }[kind];
  return readSettings<unknown>(source, schema).findings.map(line);
}

/** What is said of a whole content folder, each with its file. */
export async function libraryFindings(folder: string): Promise<readonly string[]> {
  const { findings } = await readLibrary(folder);
  return findings.map((finding) => `${finding.place.file}:${line(finding)}`);
}
