import { describe, expect, test } from 'vitest';
import { readLibrary } from '../../src/library/library.ts';
import { contentWith } from '../content-folder.ts';
import { libraryFindings } from './findings.ts';

const page = (body: string): Promise<readonly string[]> =>
  libraryFindings(contentWith({ 'pages/about.mdx': `---\ntitle: About\n---\n\n${body}\n` }));

describe('an ordinary page', () => {
  test('is known by its file, with title and summary', async () => {
    const { pages } = await readLibrary(contentWith({ 'pages/about.mdx': '---\ntitle: About\nsummary: Who we are\n---\n' }));
    expect(pages).toEqual([{ name: 'about', title: 'About', summary: 'Who we are' }]);
  });

  test.each([
    'See <PolicyLink to="privacy">the policy</PolicyLink>.',
    'See <PolicyLink to="privacy#our-promise">our promise</PolicyLink>.',
    'It is <InForce policy="privacy" />.',
    'Other tags: <span lang="fr">bonjour</span>.',
    "import Box from './Box.astro'\n\n<Box />",
    'export const Box = () => <p>Box</p>\n\n<Box />',
    '{1 + 1} is two.',
  ])('may say %j', async (body) => {
    expect(await page(body)).toEqual([]);
  });

  test.each([
    [
      'See <PolicyLink to="privacy#promise">it</PolicyLink>.',
      '5:5 link-broken The policy "privacy" has no section "promise". Its sections are preamble, who-we-are, our-promise.',
    ],
    [
      '<PolicyLink to="privacy#our-promises">it</PolicyLink>',
      '5:1 link-broken The policy "privacy" has no section "our-promises". Did you mean "our-promise"?',
    ],
    ['<PolicyLink to="privcy">it</PolicyLink>', '5:1 link-broken There is no policy "privcy". Did you mean "privacy"?'],
    ['<PolicyLink>it</PolicyLink>', '5:1 attribute-missing <PolicyLink> needs to="…", the name of a policy.'],
    ["<PolicyLink to={'privacy'}>it</PolicyLink>", '5:1 attribute-missing <PolicyLink> needs to="…", the name of a policy.'],
    ['- Since <InForce policy="terms" />', '5:9 link-broken There is no policy "terms". The policies are privacy.'],
    ['<InForce />', '5:1 attribute-missing <InForce> needs policy="…", the name of a policy.'],
    ['<Inforce policy="privacy" />', '5:1 component-unknown There is no component <Inforce>. Did you mean <InForce>?'],
    [
      '<Banner />',
      '5:1 component-unknown There is no component <Banner>. The components of a page are PolicyLink and InForce; any other must be imported.',
    ],
    ['A <b>tag', '5:3 mdx-syntax The tag <b> is opened here and not closed'],
  ])('may not say %j', async (body, finding) => {
    const [first = '', ...more] = await page(body);
    expect(more).toEqual([]);
    expect(first).toContain(`pages/about.mdx:${finding}`);
  });

  test.each([
    ['pages/privacy.mdx', 'name-form The page name "privacy" is the name of a policy. Rename the file.'],
    ['pages/search.mdx', 'name-form The page name "search" is kept for an address of the site. Rename the file.'],
    [
      'pages/About us.mdx',
      'name-form The page name "About us" may hold only small letters a-z, digits and hyphens, and begins with a letter or digit. Rename the file.',
    ],
    ['pages/about.md', 'file-misplaced The name of a page ends in ".mdx". Rename the file.'],
  ])('cannot be called %s', async (file, finding) => {
    expect(await libraryFindings(contentWith({ [file]: '---\ntitle: About\n---\n' }))).toEqual([`${file}:undefined:undefined ${finding}`]);
  });

  test.each([
    [
      'Words.',
      '1:1 frontmatter-missing The file must begin with a line of three dashes (---), then its settings, such as title: About this site, then a line of three dashes again.',
    ],
    ['---\nsummary: x\n---\n', '2:1 settings-value "title" is missing. Add a line, such as title: Privacy policy'],
    ['---\ntitle: 1\n---\n', '2:8 settings-value "title" must be words; put a number or yes/no between quotation marks. Here stands "1".'],
    ['---\ntitle: A\ntitel: B\n---\n', '3:1 settings-unknown-key There is no setting "titel". Did you mean "title"?'],
  ])('that begins with %j is refused', async (text, finding) => {
    expect(await libraryFindings(contentWith({ 'pages/about.mdx': text }))).toEqual([`pages/about.mdx:${finding}`]);
  });
});
