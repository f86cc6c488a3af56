import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { projectNode, root } from '../../.ci/node.js';
import { wordFile } from '../../src/cli/commands/diff-docx.ts';
import { redline } from '../../src/model/redline/redline.ts';
import { codicil } from '../command.ts';
import { folderOf, SITE } from '../content-folder.ts';
import { firstVersion, laterVersion } from '../desk.ts';
import { docxOf, p, t } from '../interchange/import/docx/build-docx.ts';
import { wordsAfter } from '../interchange/export/docx/decide.ts';
import { FEES, plain, textOf } from '../model/redline/texts.ts';
import { digestsOfTree } from '../tree.ts';

const EDITED = p(
  `${t('We keep it for ')}<w:del w:id="1" w:author="A"><w:r><w:delText>30</w:delText></w:r></w:del><w:ins w:id="2" w:author="A">${t('60')}</w:ins>${t(' days.')}`,
);
const body = p(t('Rights', '<w:b/>')) + EDITED + p(t('Fees', '<w:b/>')) + p('None.');

describe('codicil import of a Word file', () => {
  const folder = () => {
    const content = folderOf({ 'site.yaml': SITE });
    const file = join(content, '..', `${content.split('/').at(-1)}.docx`);
    writeFileSync(file, docxOf(body));
    return { content, file };
  };

  test('asks what to do with tracked changes, and writes nothing', async () => {
    const { content, file } = folder();
    const before = digestsOfTree(content);
    const { code, stdout, stderr } = await codicil([
      'import',
      file,
      '--policy',
      'privacy',
      '--effective',
      '2026-01-01',
      '--content',
      content,
    ]);
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toContain('Paragraph 2, "We keep it for 3060 days.": deleted "30", inserted "60"');
    expect(stderr.trimEnd()).toMatch(/Nothing was written\.$/u);
    expect(digestsOfTree(content)).toEqual(before);
  });

  test('makes the draft that was decided on, and says in which paragraph what went', async () => {
    const { content, file } = folder();
    const args = ['--policy', 'privacy', '--effective', '2026-01-01', '--content', content, '--changes', 'reject'];
    const { code, stdout } = await codicil(['import', file, ...args]);
    expect(code).toBe(0);
    expect(stdout).toContain('tracked changes that were decided against: 1 word\n    paragraph 2: 60\n');
    expect(readFileSync(join(content, 'policies/privacy/2026-01-01/policy.mdx'), 'utf8')).toContain('We keep it for 30 days.');
  });

  test('says of an old .doc, whatever it is called, what to do', async () => {
    const { content, file } = folder();
    writeFileSync(file, Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), Buffer.alloc(512)]));
    const { code, stdout, stderr } = await codicil(['import', file, '--policy', 'privacy', '--content', content]);
    expect([code, stdout, readdirSync(content)]).toEqual([1, '', ['site.yaml']]);
    expect(stderr).toMatch(/old kind \.doc.*save it as \.docx\.\nNothing was written\.\n$/u);
  });

  test('takes Word files in a folder of a history, too', async () => {
    const content = folderOf({ 'site.yaml': SITE });
    const dated = join(content, 'old');
    mkdirSync(dated);
    writeFileSync(join(dated, '2016-05-26.docx'), docxOf(p('We keep it for 30 days.')));
    writeFileSync(join(dated, '2018-01-01.md'), 'We keep it for 60 days.\n');
    const { code, stderr } = await codicil(['import', dated, '--policy', 'privacy', '--content', content]);
    expect([code, stderr]).toEqual([0, '']);
    expect(existsSync(join(content, 'policies/privacy/2016-05-26/record.html'))).toBe(true);
  });
});

describe('codicil diff --format docx', () => {
  test('prints a Word file whose changes give one text or the other', () => {
    const content = folderOf({
      'site.yaml': SITE,
      'policies/privacy/policy.yaml': 'title: Privacy policy\n',
      'policies/privacy/one/policy.mdx': firstVersion({ effective: '2027-01-10' }),
      'policies/privacy/two/policy.mdx': laterVersion({ effective: '2027-06-01' }),
    });
    const args = [join(root, 'src/cli/main.ts'), 'diff', 'privacy', 'one', 'two', '--format', 'docx', '--content', content];
    const bytes = execFileSync(projectNode(), args);
    const said = (choice: 'accept' | 'reject') => wordsAfter(bytes, choice).join(' ');
    expect([said('accept').includes('We keep it well.'), said('reject').includes('We keep it.')]).toEqual([true, true]);
  });

  test('says how to get the package that it needs, where that was left out', async () => {
    const text = textOf(plain('fees', FEES));
    const absent = Object.assign(new Error("Cannot find package 'docx'"), { code: 'ERR_MODULE_NOT_FOUND' });
    const facts = { title: 'Fees', compared: 'one -> two', href: () => '' };
    await expect(wordFile(redline(text, text), facts, () => Promise.reject(absent))).rejects.toThrow(
      'needs the package "docx", which is not installed here. Install it with: npm ci --ignore-scripts',
    );
  });
});
