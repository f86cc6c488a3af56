import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { beforeEach, describe, expect, test } from 'vitest';
import { amend } from '../../src/cli/commands/amend.ts';
import { remove, withdraw } from '../../src/cli/commands/later-events.ts';
import { notice } from '../../src/cli/commands/notice.ts';
import { verify } from '../../src/cli/commands/verify.ts';
import { diskFiles, type Files } from '../../src/library/files.ts';
import { sha256 } from '../../src/library/digests.ts';
import { verifyContent } from '../../src/library/verify.ts';
import { atomFeed, jsonFeed } from '../../src/outputs/feeds.ts';
import { amendedNotices } from '../../src/view/amended-notices.ts';
import { noticePage } from '../../src/view/notice-page.ts';
import { publishedOf } from '../../src/view/succession.ts';
import { folderOf, SITE } from '../content-folder.ts';
import { firstVersion, laterVersion, ledgerLines, namesIn, NOW, published, run, visibleFiles, type Said } from '../desk.ts';
import { factsOf, outputsOf } from '../outputs/facts.ts';

const FOLDER = 'policies/privacy/two';
const AMENDED = `summary: Our promise is put in other words, and we say more of what it means.
changes:
  - sections: [our-promise]
    what: The promise is put in other words.
    impact: We answer letters, too.
    choices: Write to us.
`;
const reason = 'Readers asked what it means';

let content: string;

/** A version in force from 10 January 2027, and one posted for 1 June that changes the promise. */
beforeEach(async () => {
  content = folderOf({
    'site.yaml': SITE,
    'policies/privacy/policy.yaml': 'title: Privacy policy\n',
    'policies/privacy/one/policy.mdx': firstVersion({ effective: '2027-01-10' }),
    'policies/privacy/two/policy.mdx': laterVersion({ effective: '2027-06-01' }),
  });
  await published(content);
});

/** On 12 January 2027, when nothing else is said. */
function amended(
  text: string,
  { name = 'privacy/two', file = 'notice.yaml', now = NOW + 2 * 86_400_000, why = reason } = {},
): Promise<Said> {
  const folder = folderOf({ [file]: text });
  return run(() => amend({ content, name, file: join(folder, file), reason: why }, { now }));
}

const newest = (): unknown => JSON.parse(ledgerLines(content).at(-1) ?? '');

describe('an amended notice', () => {
  test('is frozen beside the first, which stays as it was, and recorded with its reason', async () => {
    const before = visibleFiles(content);
    expect(await amended(AMENDED)).toMatchObject({ code: 0, stderr: '', stdout: expect.stringContaining('The first one stays as it is') });
    const text = readFileSync(join(content, FOLDER, 'notice.2.json'), 'utf8');
    expect(JSON.parse(text)).toMatchObject({
      format: 1,
      policy: 'privacy',
      version: 'two',
      changes: [{ sections: ['our-promise'], choices: 'Write to us.' }],
    });
    expect(newest()).toMatchObject({ type: 'notice-amended', version: 'two', reason, files: { 'notice.2.json': sha256(text) } });
    expect(visibleFiles(content)).toMatchObject({ ...before, 'ledger.jsonl': expect.any(String) });
    expect(await run(() => verify({ place: content, deep: true }))).toMatchObject({ code: 0, stderr: '' });
  });

  test('is frozen once more when it is amended again, and every one of them is kept', async () => {
    await amended(AMENDED);
    await amended(AMENDED.replace('Write to us.', 'Call us.'), { now: NOW + 3 * 86_400_000 });
    expect(namesIn(join(content, FOLDER))).toEqual([
      'changes.one.html',
      'notice.2.json',
      'notice.3.json',
      'policy.mdx',
      'record.html',
      'version.json',
    ]);
    expect((await verifyContent(content)).findings).toEqual([]);
  });

  test('may be written as settings at the head of a Markdown file', async () => {
    expect((await amended(`---\n${AMENDED}---\n`, { file: 'notice.md' })).code).toBe(0);
  });

  test('is broken by one byte, like everything that was published', async () => {
    await amended(AMENDED);
    const file = join(content, FOLDER, 'notice.2.json');
    writeFileSync(file, readFileSync(file, 'utf8').replace('Write to us.', 'Write to me.'));
    expect((await verifyContent(content)).findings).toMatchObject([{ rule: 'frozen-changed', place: { file: `${FOLDER}/notice.2.json` } }]);
  });

  test('stands after the first on the page of the changes, with its day and reason', async () => {
    await amended(AMENDED);
    const { content: facts } = await factsOf(content, '2027-01-20');
    const [policy] = facts.policies;
    const version = policy && publishedOf(policy).find(({ name }) => name === 'two');
    if (!version) throw new Error('There is no version two.');
    expect(amendedNotices({ content: facts, policy, version })).toMatchObject([
      {
        title: [{ text: 'Amended on ' }, { text: '12 January 2027', datetime: '2027-01-12' }],
        reason: `${reason}.`,
        summary: 'Our promise is put in other words, and we say more of what it means.',
        changes: [{ impact: 'We answer letters, too.', sections: [{ heading: 'Our promise' }] }],
      },
    ]);
    expect(noticePage({ content: facts, policy, version }).facts).toContainEqual([
      { text: 'Amended on 12 January 2027', href: '#_amended-1' },
    ]);
  });

  test('is told in the feeds as an entry of its own, and the entry of the posting keeps the first notice', async () => {
    await amended(AMENDED);
    const facts = await factsOf(content, '2027-01-20');
    const { items }: { items: { title: string; content_text: string }[] } = JSON.parse(jsonFeed(facts));
    expect(items[0]?.title).toBe('Privacy policy: the notice of version two is amended');
    expect(items[0]?.content_text).toContain(
      `Amended on 12 January 2027: ${reason}.\n\nOur promise is put in other words, and we say more`,
    );
    expect(items[0]?.content_text).toContain('What it means for you: We answer letters, too.');
    expect(items.find(({ title }) => title.includes('version two, from'))?.content_text).toContain('Nothing changes for you.');
    expect(atomFeed(facts)).toContain('We answer letters, too.');
  });

  test('is printed after the first, ready to send', async () => {
    await amended(AMENDED);
    const { stdout } = await run(() => notice({ content, name: 'privacy/two' }, { now: NOW }));
    expect(stdout).toMatch(
      /Nothing changes for you\.[\s\S]*\n\nAmended on 12 January 2027: Readers asked what it means\.\n\n[\s\S]*We answer letters, too\./u,
    );
  });

  test('stands in versions.json with its day and reason', async () => {
    await amended(AMENDED);
    const { versions }: { versions: unknown[] } = JSON.parse((await outputsOf(content, '2027-01-20'))['privacy/versions.json'] ?? '');
    expect(versions[1]).toMatchObject({ version: 'two', amended: [{ on: '2027-01-12', reason }] });
  });
});

describe('an amended notice is refused, and nothing is recorded,', () => {
  /** What was said, and whether the folder is as it was. */
  async function refused(said: () => Promise<Said>): Promise<Said & { readonly isUntouched: boolean }> {
    const before = visibleFiles(content);
    const answer = await said();
    return { ...answer, isUntouched: isDeepStrictEqual(visibleFiles(content), before) };
  }
  const saying = (code: number, words: string): object => ({ code, isUntouched: true, stderr: expect.stringContaining(words) });

  test.each([
    [
      'leaves out a section of which the first one tells',
      AMENDED.replace('our-promise', 'who-we-are'),
      'notice.yaml:2:1',
      'An amended notice may add, never leave out',
    ],
    [
      'names a section that did not change',
      AMENDED.replace('[our-promise]', '[our-promise, who-we-are]'),
      'notice.yaml:3:5',
      'says the same as in one',
    ],
    ['holds a setting that no notice has', `${AMENDED}effective: 2027-07-01\n`, 'notice.yaml:7:1', '"effective"'],
    ['holds no change', 'summary: Words.\n', 'notice.yaml:1:1', '"changes"'],
    ['is empty', '', 'notice.yaml:1:1', '"changes"'],
    ['is no YAML', 'changes: [', 'notice.yaml:1', 'error'],
    ['has words below its settings', `---\n${AMENDED}---\n\nMore words.\n`, 'notice.yaml:10:1', 'no part of a notice'],
  ])('when it %s', async (_, text, place, words) => {
    const answer = await refused(() => amended(text));
    expect(answer).toMatchObject(saying(1, words));
    expect(answer.stderr).toContain(place);
  });

  test('when there is no such file', async () => {
    const asked = { content, name: 'privacy/two', file: join(content, 'nowhere.yaml'), reason };
    expect(await refused(() => run(() => amend(asked, { now: NOW })))).toMatchObject(saying(2, 'There is no file'));
  });

  test('without a reason', async () => {
    expect(await refused(() => amended(AMENDED, { why: ' ' }))).toMatchObject(saying(1, 'Nothing says why'));
  });

  test('for a version that was never published', async () => {
    expect(await refused(() => amended(AMENDED, { name: 'privacy/three' }))).toMatchObject(saying(1, 'was never published'));
  });

  test('for a version that was withdrawn', async () => {
    await run(() => withdraw({ content, name: 'privacy/two', withLater: false, reason: 'No.' }, { now: NOW }));
    expect(await refused(() => amended(AMENDED))).toMatchObject(saying(1, 'it was withdrawn and will never take effect'));
  });

  test('for a version whose words had to go', async () => {
    await run(() => remove({ content, name: 'privacy/two', reason: 'A court’s order.' }, { now: NOW }));
    expect(await refused(() => amended(AMENDED))).toMatchObject(saying(1, 'its words had to be taken away'));
  });

  test('for a version that is no longer in force', async () => {
    const now = Date.parse('2027-07-01T11:00:00Z');
    const first = AMENDED.replace('[our-promise]', '[our-promise, who-we-are, preamble]');
    expect(await refused(() => amended(first, { name: 'privacy/one', now }))).toMatchObject(
      saying(1, 'another version has taken its place'),
    );
  });
});

test('a notice goes with the words that a court orders away, item by item when one section goes', async () => {
  const both = `${AMENDED}  - sections: [our-promise]\n    what: Another item.\n    impact: None.\n`;
  await amended(both);
  await run(() => remove({ content, name: 'privacy/two', section: 'our-promise', reason: 'A court’s order.' }, { now: NOW }));
  expect(JSON.parse(readFileSync(join(content, FOLDER, 'notice.2.json'), 'utf8'))).toMatchObject({ changes: [] });
  expect((await verifyContent(content)).findings).toEqual([]);
  await run(() => remove({ content, name: 'privacy/two', reason: 'A court’s order.' }, { now: NOW }));
  expect(existsSync(join(content, FOLDER, 'notice.2.json'))).toBe(false);
  expect((await verifyContent(content)).findings).toEqual([]);
});

test('amending a notice, stopped after any step, leaves what was there before or all of the new', async () => {
  const source = folderOf({ 'notice.yaml': AMENDED });
  const file = join(source, 'notice.yaml');
  const start = visibleFiles(content);
  const texts = Object.fromEntries(Object.keys(start).map((path) => [path, readFileSync(join(content, path), 'utf8')]));
  for (let stop = 0; ; stop += 1) {
    const folder = folderOf(texts);
    let done = 0;
    const step = async (work: () => Promise<void>): Promise<void> => {
      if (done >= stop) throw new Error('The machine stopped.');
      done += 1;
      await work();
    };
    const files: Files = {
      write: (path, text) => step(() => diskFiles.write(path, text)),
      rename: (from, to) => step(() => diskFiles.rename(from, to)),
      remove: (path) => step(() => diskFiles.remove(path)),
      syncFolder: (path) => step(() => diskFiles.syncFolder(path)),
    };
    const { code } = await run(() => amend({ content: folder, name: 'privacy/two', file, reason }, { now: NOW }, { files }));
    expect((await verifyContent(folder)).findings, `step ${stop}`).toEqual([]);
    if (code === 0) break;
    const isRecorded = ledgerLines(folder).length === 3;
    await published(folder);
    expect(existsSync(join(folder, FOLDER, 'notice.2.json')), `step ${stop}`).toBe(isRecorded);
    const expected = isRecorded ? ['notice.2.json'] : [];
    const { 'ledger.jsonl': _, ...others } = visibleFiles(folder);
    expect(Object.keys(others).toSorted(), `step ${stop}`).toEqual(
      [...Object.keys(start).filter((path) => path !== 'ledger.jsonl'), ...expected.map((name) => `${FOLDER}/${name}`)].toSorted(),
    );
    expect(stop).toBeLessThan(100);
  }
});
