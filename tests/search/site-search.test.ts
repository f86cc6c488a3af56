import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { remove } from '../../src/cli/commands/later-events.ts';
import { readLibrary } from '../../src/library/library.ts';
import { calendarDate, type CalendarDate } from '../../src/model/calendar-date.ts';
import { answer } from '../../src/model/search/answer.ts';
import { withIndex } from '../../src/search/open-index.ts';
import { writeSiteSearch } from '../../src/search/site-search.ts';
import { folderOf, SITE, write } from '../content-folder.ts';
import { firstVersion, laterVersion, NOW, published, run } from '../desk.ts';
import { digestsOfTree } from '../tree.ts';

let content: string;

beforeEach(async () => {
  content = folderOf({
    'site.yaml': SITE,
    'policies/privacy/policy.yaml': 'title: Privacy policy\nkind: privacy\n',
    'policies/privacy/one/policy.mdx': firstVersion({ effective: '2027-01-10', promise: 'We sell nothing to anyone.' }),
    'policies/privacy/two/policy.mdx': laterVersion({ effective: '2027-06-01', promise: 'We lend things to friends.' }),
    'policies/privacy/three/policy.mdx': laterVersion({ effective: '2027-12-01', promise: 'We give everything away.' }),
    'policies/terms/policy.yaml': 'title: Terms\n',
    'policies/terms/one/policy.mdx': firstVersion({ effective: '2027-01-10', promise: 'Tickets are valid once.' }),
    'policies/terms/two/policy.mdx': laterVersion({ effective: '2027-03-01', promise: 'Tickets are valid twice.' }),
    'policies/draft/policy.yaml': 'title: Draft\n',
    'policies/draft/one/policy.mdx': firstVersion({ effective: '2027-01-10' }).replace(/^approved.*\n/mu, ''),
  });
  await published(content);
});

function on(text: string): CalendarDate {
  const day = calendarDate(text);
  if (day === undefined) throw new Error(text);
  return day;
}

async function indexed(day: string) {
  const folder = mkdtempSync(join(tmpdir(), 'codicil-index-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const search = await writeSiteSearch(folder, await readLibrary(content), on(day));
  return { folder, search };
}

const find = (folder: string, query: string) =>
  withIndex(folder, 'en', async (index) => {
    const { answers } = await answer({ query, synonyms: {}, lang: 'en', most: 10 }, index);
    return answers.map(({ fragment }) => fragment.url);
  });

describe('the index of a site', () => {
  test('finds what is in force on the day, under the policies’ own addresses, and nothing else', async () => {
    const { folder } = await indexed('2027-07-01');
    expect(await find(folder, 'friends')).toEqual(['/privacy/#our-promise']);
    expect(await find(folder, 'twice')).toEqual(['/terms/#our-promise']);
    for (const gone of ['sell', 'everything', 'once']) expect([gone, await find(folder, gone)]).toEqual([gone, []]);
  });

  test('has an index of its own for what is announced, and one for the earlier versions of each policy', async () => {
    const { search } = await indexed('2027-07-01');
    expect(search.announced).toMatch(/^announced-[0-9a-f]{12}$/u);
    expect([...search.earlier.keys()]).toEqual(['privacy', 'terms']);
    expect((await indexed('2027-01-10')).search.earlier.size).toBe(0);
    expect((await indexed('2028-01-01')).search.announced).toBeUndefined();
  });

  test('keeps a text that several versions have once, with all of them', async () => {
    const { folder, search } = await indexed('2028-01-01');
    const earlier = join(folder, search.earlier.get('privacy')?.[0] ?? '');
    const versions: unknown = JSON.parse(readFileSync(join(earlier, 'versions.json'), 'utf8'));
    expect(versions).toMatchObject([
      { name: 'one', from: '2027-01-10', until: '2027-06-01' },
      { name: 'two', from: '2027-06-01', until: '2027-12-01' },
    ]);
    const entry: unknown = JSON.parse(readFileSync(join(earlier, 'pagefind-entry.json'), 'utf8'));
    // Opening words and "Who we are" stand in both; the promise was put twice.
    expect(entry).toMatchObject({ languages: { en: { page_count: 4 } } });
  });

  test('is the same bytes every time', async () => {
    const [first, second] = [await indexed('2027-07-01'), await indexed('2027-07-01')];
    expect(digestsOfTree(first.folder)).toEqual(digestsOfTree(second.folder));
    expect({ ...first.search, earlier: [...first.search.earlier] }).toEqual({ ...second.search, earlier: [...second.search.earlier] });
  });

  test('of the other policies stays as it is when one more version is published', async () => {
    const before = await indexed('2027-07-01');
    write(content, {
      'policies/terms/three/policy.mdx': laterVersion({ effective: '2027-04-01', promise: 'Tickets are valid for ever.' }),
    });
    await published(content);
    const after = await indexed('2027-07-01');
    expect(after.search.earlier.get('privacy')).toEqual(before.search.earlier.get('privacy'));
    expect(after.search.earlier.get('terms')).not.toEqual(before.search.earlier.get('terms'));
  });

  test('forgets words that had to be removed', async () => {
    const before = await indexed('2027-07-01');
    await run(() => remove({ content, name: 'privacy/one', section: 'our-promise', reason: 'A court ordered it.' }, { now: NOW }));
    const after = await indexed('2027-07-01');
    expect(after.search.earlier.get('privacy')).not.toEqual(before.search.earlier.get('privacy'));
    const fragments = Object.keys(digestsOfTree(join(after.folder, after.search.earlier.get('privacy')?.[0] ?? '')));
    expect(fragments.length).toBeGreaterThan(0);
  });

  test('of a site that has published nothing finds nothing', async () => {
    const empty = folderOf({ 'site.yaml': SITE, 'policies/privacy/policy.yaml': 'title: Privacy policy\n' });
    const folder = mkdtempSync(join(tmpdir(), 'codicil-index-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    await writeSiteSearch(folder, await readLibrary(empty), on('2027-07-01'));
    expect(await find(folder, 'anything')).toEqual([]);
  });
});

describe('what search.yaml says', () => {
  test('comes with the words that people use everywhere, as far as a text has the words for them', async () => {
    write(content, { 'search.yaml': 'synonyms:\n  mates: [friends]\n  kids: [children]\n' });
    const { search } = await indexed('2027-07-01');
    expect(search.synonyms['mates']).toEqual(['friends']);
    expect(search.synonyms['kids']).toBeUndefined();
  });

  test('pins a section only while it is in force', async () => {
    write(content, { 'search.yaml': 'pinned:\n  - ask: [gifts]\n    show: privacy#our-promise\n' });
    expect((await indexed('2027-07-01')).search.pinned).toEqual([
      { ask: ['gifts'], url: 'privacy/#our-promise', title: 'Our promise', where: 'Privacy policy', text: 'We lend things to friends.' },
    ]);
    expect((await indexed('2026-01-01')).search.pinned).toEqual([]);
  });
});
