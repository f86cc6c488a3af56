import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, onTestFinished } from 'vitest';

export const SITE = `organisation: Example Ltd
address:
  - 1 Example Street
contact:
  email: help@example.org
url: https://policies.example.org
timeZone: Europe/Paris
languages: [en]
`;

export const POLICY = `---
effective: 2027-03-01
---

Words before the first heading.

## Who we are [#who-we-are]

We are Example Ltd. See [our promise](#our-promise).

## Our promise [#our-promise]

We keep it.
`;

/** The smallest whole content folder, by the paths of its files. */
export const FILES: Files = {
  'site.yaml': SITE,
  'policies/privacy/policy.yaml': 'title: Privacy policy\n',
  'policies/privacy/2027-03-01/policy.mdx': POLICY.replace('\n---', '\nmateriality: initial\n---'),
};

export type Files = Readonly<Record<string, string | Uint8Array | undefined>>;

/** A folder of these files for the test that asks for it; `undefined` leaves a file out. */
export function folderOf(files: Files): string {
  const folder = emptyFolder();
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  write(folder, files);
  return folder;
}

/** The same for all tests of a group, asked for before the first of them. */
export function sharedFolderOf(files: Files): string {
  const folder = emptyFolder();
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  write(folder, files);
  return folder;
}

function emptyFolder(): string {
  return realpathSync(mkdtempSync(join(tmpdir(), 'codicil-content-')));
}

/** The smallest whole content folder with other files in place of its own, or beside them. */
export function contentWith(files: Files = {}): string {
  return folderOf({ ...FILES, ...files });
}

export function write(folder: string, files: Files): void {
  for (const [path, content] of Object.entries(files)) {
    if (content === undefined) continue;
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
}

/** The smallest policy text with other words below its frontmatter. */
export function policyText(body: string, settings = 'effective: 2027-03-01'): string {
  return `---\n${settings}\n---\n\n${body}\n`;
}
