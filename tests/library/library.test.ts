import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { NoContentError, readLibrary, readSite } from '../../src/library/library.ts';
import { contentWith, FILES, folderOf, policyText, SITE, type Files } from '../content-folder.ts';
import { libraryFindings } from './findings.ts';

const found = (files: Files): Promise<readonly string[]> => libraryFindings(contentWith(files));

describe('a content folder', () => {
  test('that is whole gives its site, policies and versions, and no findings', async () => {
    const library = await readLibrary(contentWith());
    expect(library.findings).toEqual([]);
    expect(library.site?.organisation).toBe('Example Ltd');
    expect(
      library.policies.map((policy) => [policy.name, policy.config?.title, policy.versions.map((version) => version.version)]),
    ).toEqual([['privacy', 'Privacy policy', ['2027-03-01']]]);
  });

  test.each([
    ['nothing', {}],
    ['no site.yaml', { ...FILES, 'site.yaml': undefined }],
  ])('with %s misses site.yaml and nothing else', async (_, files) => {
    expect(await libraryFindings(folderOf(files))).toEqual([
      'site.yaml:undefined:undefined file-missing The file site.yaml is missing. Every site needs it: it names the organisation, its contact and its address.',
    ]);
  });

  test('without policies is whole', async () => {
    const folder = folderOf({ 'site.yaml': SITE });
    expect(await libraryFindings(folder)).toEqual([]);
    mkdirSync(join(folder, 'policies'));
    expect(await libraryFindings(folder)).toEqual([]);
  });

  test.each(['policy.de.mdx', 'policy.pt-BR.mdx'])('with a translation, %s, says that nobody is shown it yet', async (name) => {
    const folder = contentWith({ [`policies/privacy/2027-03-01/${name}`]: 'Wir sind Example Ltd.' });
    const { findings, policies } = await readLibrary(folder);
    expect(findings).toMatchObject([
      {
        rule: 'translation-unread',
        severity: 'warning',
        place: { file: `policies/privacy/2027-03-01/${name}` },
        message: expect.stringMatching(
          /^Translations are not read yet: .* must be moved out of "policies" before this version is published/u,
        ),
      },
    ]);
    expect(policies[0]?.versions).toHaveLength(1);
  });

  test('that is not there, or is a file, is wrong usage', async () => {
    const folder = contentWith();
    await expect(readLibrary(join(folder, 'nowhere'))).rejects.toThrow(
      new NoContentError(`There is no content folder at ${folder}/nowhere. Name it with --content DIR.`),
    );
    await expect(readLibrary(join(folder, 'site.yaml'))).rejects.toThrow(NoContentError);
  });

  test('whose site.yaml is wrong gives no site to a build', async () => {
    await expect(readSite(contentWith({ 'site.yaml': SITE.replace('Europe/Paris', 'Paris') }))).rejects.toThrow(
      /"timeZone" must be the name of a time zone/,
    );
  });

  test('shows the mistakes of all its files in one run, in the order of the files and lines', async () => {
    const findings = await found({
      'site.yaml': SITE.replace('Europe/Paris', 'Paris'),
      'policies/privacy/policy.yaml': 'kind: nothing\n',
      'policies/privacy/2027-03-01/policy.mdx': policyText('## Who we are\n\n{we}', 'effective: never'),
    });
    expect(findings.map((finding) => finding.split(' ', 2).join(' '))).toEqual([
      'policies/privacy/2027-03-01/policy.mdx:2:12 settings-value',
      'policies/privacy/2027-03-01/policy.mdx:5:1 section-id-missing',
      'policies/privacy/2027-03-01/policy.mdx:7:1 no-code',
      'policies/privacy/policy.yaml:1:1 settings-value',
      'policies/privacy/policy.yaml:1:7 settings-value',
      'site.yaml:7:11 settings-value',
    ]);
  });

  test('hidden files and folders are no content', async () => {
    const hidden = { '.DS_Store': '', 'policies/.git/x': '', 'policies/privacy/.2027-03-01.new/policy.mdx': '', 'pages/.about.mdx': '' };
    expect(await found(hidden)).toEqual([]);
  });

  test('a folder or file that is a link is read where it leads', async () => {
    const elsewhere = contentWith({
      'policies/terms/policy.yaml': 'title: Terms\n',
      'policies/terms/2027-03-01/policy.mdx': policyText('Words.'),
    });
    const folder = contentWith();
    symlinkSync(join(elsewhere, 'policies/terms'), join(folder, 'policies/terms'));
    mkdirSync(join(folder, 'policies/privacy/2027-04-01'));
    symlinkSync(join(elsewhere, 'policies/terms/2027-03-01/policy.mdx'), join(folder, 'policies/privacy/2027-04-01/policy.mdx'));
    const { policies, findings } = await readLibrary(folder);
    expect(findings).toEqual([]);
    expect(policies.map((policy) => [policy.name, policy.versions.length])).toEqual([
      ['privacy', 2],
      ['terms', 1],
    ]);
  });

  test('a link that leads nowhere, or round in a circle, is a file that is missing', async () => {
    const folder = contentWith({ 'policies/privacy/policy.yaml': undefined });
    symlinkSync('nowhere', join(folder, 'policies/terms'));
    symlinkSync('policy.yaml', join(folder, 'policies/privacy/policy.yaml'));
    expect(await libraryFindings(folder)).toEqual([
      expect.stringMatching(/^policies\/privacy\/policy\.yaml:undefined:undefined file-missing /),
    ]);
  });

  test('"policies" or "pages" that is a file is found', async () => {
    expect(await libraryFindings(folderOf({ 'site.yaml': SITE, policies: 'x', pages: 'x' }))).toEqual([
      'pages:undefined:undefined file-unreadable "pages" is a file where a folder is expected. Rename it, or move it elsewhere.',
      'policies:undefined:undefined file-unreadable "policies" is a file where a folder is expected. Rename it, or move it elsewhere.',
    ]);
  });
});

describe('a text that nobody would read', () => {
  test.each(['policies/privacy.mdx', 'policies/privacy/policy.mdx', 'policies/privacy/2027-04-01.MDX'])(
    '%s stands outside a folder of its version',
    async (file) => {
      expect(await found({ [file]: policyText('Words.') })).toEqual([
        `${file}:undefined:undefined file-misplaced The text of a version stands in a folder of its own, such as policies/privacy/2027-03-01/policy.mdx. Move it there.`,
      ]);
    },
  );

  test.each([
    ['Policy.mdx', 'Rename Policy.mdx to policy.mdx'],
    ['policy.md', 'Rename policy.md to policy.mdx'],
    ['notes.txt', 'Write the text of the version there, or remove the folder'],
  ])('a version that holds only %s has no text', async (file, advice) => {
    expect(await found({ [`policies/privacy/2027-04-01/${file}`]: policyText('Words.') })).toEqual([
      `policies/privacy/2027-04-01/policy.mdx:undefined:undefined file-missing The folder policies/privacy/2027-04-01 holds no policy.mdx. ${advice}.`,
    ]);
  });

  test('a folder called policy.mdx is none', async () => {
    expect(await found({ 'policies/privacy/2027-04-01/policy.mdx/x': '' })).toEqual([
      'policies/privacy/2027-04-01/policy.mdx:1:1 file-unreadable This is a folder where a file is expected. Rename it, or move it elsewhere.',
    ]);
  });

  test('a policy without policy.yaml has no title', async () => {
    expect(await found({ 'policies/privacy/policy.yaml': undefined })).toEqual([
      'policies/privacy/policy.yaml:undefined:undefined file-missing The file policies/privacy/policy.yaml is missing. It gives the policy its title, such as: title: Privacy policy',
    ]);
  });
});

describe('the name of a folder', () => {
  const LETTERS = 'may hold only small letters a-z, digits and hyphens, and begins with a letter or digit';
  const version = { 'policy.yaml': 'title: T\n', '2027-03-01/policy.mdx': policyText('Words.') };
  const policyCalled = (name: string): Files =>
    Object.fromEntries(Object.entries(version).map(([file, text]) => [`policies/${name}/${file}`, text]));

  test.each(['Privacy', 'my policy', 'policy_1', '-privacy', 'política', 'privacy.old'])('a policy cannot be called %j', async (name) => {
    expect(await found(policyCalled(name))).toEqual([
      `policies/${name}:undefined:undefined name-form The folder name "${name}" ${LETTERS}. Rename the folder.`,
    ]);
  });

  test.each(['search', 'notices', 'all', 'assets', '404', 'schemas', 'index'])(
    'a policy cannot be called %s, which the site itself needs',
    async (name) => {
      expect(await found(policyCalled(name))).toEqual([
        `policies/${name}:undefined:undefined name-form The folder name "${name}" is kept for an address of the site. Rename the folder.`,
      ]);
    },
  );

  test.each(['history', 'compare', 'changes'])('a version cannot be called %s, which the site itself needs', async (name) => {
    expect(await found({ [`policies/privacy/${name}/policy.mdx`]: policyText('Words.') })).toEqual([
      `policies/privacy/${name}:undefined:undefined name-form The folder name "${name}" is kept for an address of the site. Rename the folder.`,
    ]);
  });

  test('a policy cannot be called as the pages of another language are', async () => {
    const files = { ...policyCalled('de'), 'site.yaml': SITE.replace('[en]', '[en, de]') };
    expect(await found(files)).toEqual([
      'policies/de:undefined:undefined name-form The folder name "de" is kept for the pages in that language. Rename the folder.',
    ]);
  });

  test('a name that only begins like one of the site is free', async () => {
    expect(await found(policyCalled('search-terms'))).toEqual([]);
    expect(await found({ 'policies/privacy/history-2027/policy.mdx': policyText('Words.') })).toEqual([]);
  });
});

describe('links between policies', () => {
  const terms = {
    'policies/terms/policy.yaml': 'title: Terms\n',
    'policies/terms/2027-03-01/policy.mdx': policyText(
      '## Refunds [#refunds]\n\nNone.',
      'effective: 2027-03-01\nretired: {money-back: refunds}',
    ),
  };
  const linked = (target: string): Promise<readonly string[]> =>
    found({ ...terms, 'policies/privacy/2027-03-01/policy.mdx': policyText(`See the [terms](${target}).`) });
  const AT = 'policies/privacy/2027-03-01/policy.mdx:5:9';

  test.each(['policy:terms', 'policy:terms#refunds', 'policy:terms#money-back', 'policy:terms#refunds.1', 'policy:privacy'])(
    '%s leads somewhere',
    async (target) => {
      expect(await linked(target)).toEqual([]);
    },
  );

  test.each([
    ['policy:term', 'link-broken There is no policy "term". Did you mean "terms"?'],
    ['policy:cookies', 'link-broken There is no policy "cookies". The policies are privacy, terms.'],
    ['policy:terms#refund', 'link-broken The policy "terms" has no section "refund". Did you mean "refunds"?'],
    ['policy:terms#delivery', 'link-broken The policy "terms" has no section "delivery". Its sections are refunds, money-back.'],
  ])('%s leads nowhere', async (target, finding) => {
    expect(await linked(target)).toEqual([`${AT} ${finding}`]);
  });

  test('a section of any version of the other policy may be linked to', async () => {
    const later = { 'policies/terms/2027-06-01/policy.mdx': policyText('## Delivery [#delivery]\n\nBy post.', 'effective: 2027-06-01') };
    const text = policyText('See [delivery](policy:terms#delivery).');
    expect(await found({ ...terms, ...later, 'policies/privacy/2027-03-01/policy.mdx': text })).toEqual([]);
  });

  test('a link to a policy whose text cannot be read is not a second mistake', async () => {
    const findings = await found({
      ...terms,
      'policies/terms/2027-03-01/policy.mdx': policyText('{refunds}'),
      'policies/privacy/2027-03-01/policy.mdx': policyText('See the [terms](policy:terms#refunds).'),
    });
    expect(findings).toEqual([expect.stringMatching(/^policies\/terms\/2027-03-01\/policy\.mdx:5:1 no-code /)]);
  });
});
