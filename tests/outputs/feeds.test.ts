import { parseXml } from './strict-xml.ts';
import { beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { atomFeed, jsonFeed } from '../../src/outputs/feeds.ts';
import type { OutputFacts } from '../../src/outputs/telling.ts';
import { sharedFolderOf } from '../content-folder.ts';
import { publishVersions } from '../site/versions-content.ts';
import { siteOf } from '../view/facts.ts';
import { factsOf } from './facts.ts';

const folder = sharedFolderOf({});
let facts: OutputFacts;

beforeAll(async () => {
  await publishVersions(folder, 'Europe/Paris');
  facts = await factsOf(folder, '2026-11-22');
});

describe('an Atom feed', () => {
  test.each([undefined, 'privacy', 'terms'])('is well formed and has all that RFC 4287 asks for (%s)', (policy) => {
    const root = parseXml(atomFeed(facts, policy));
    expect(root.name).toBe('feed');
    expect(root.attributes['xmlns']).toBe('http://www.w3.org/2005/Atom');
    for (const element of [root, ...root.children.filter(({ name }) => name === 'entry')]) {
      for (const name of ['id', 'title', 'updated']) expect(element.children.filter((child) => child.name === name)).toHaveLength(1);
      const updated = element.children.find(({ name }) => name === 'updated')?.text ?? '';
      expect(updated).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
      expect(element.children.filter(({ name, attributes }) => name === 'link' && attributes['rel'] === 'alternate')).toHaveLength(1);
    }
    expect(root.children.find(({ name }) => name === 'author')?.children.map(({ name, text }) => [name, text])).toEqual([
      ['name', 'Example Ltd'],
    ]);
    const self = root.children.find(({ attributes }) => attributes['rel'] === 'self')?.attributes['href'];
    expect(self).toBe(`https://policies.example.org/${policy === undefined ? '' : `${policy}/`}feed.xml`);
    const ids = root.children.filter(({ name }) => name === 'entry').map((entry) => entry.children[0]?.text ?? '');
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.every((id) => /^tag:policies\.example\.org,\d{4}-\d\d-\d\d:[a-z]/.test(id))).toBe(true);
  });

  test('tells everything that happened, newest first, with the newest instant as its own', () => {
    const root = parseXml(atomFeed(facts));
    const entries = root.children.filter(({ name }) => name === 'entry');
    expect(entries.map((entry) => entry.children[1]?.text)).toEqual([
      'Privacy policy: version 2027-03-01, from 1 March 2027 on',
      'Cookies policy: version 2027-03-01, from 1 March 2027 on',
      'Terms policy: not in force from 1 June 2027 on',
      'Terms policy: version 2026-12-15 is withdrawn',
      'Terms policy: version 2026-12-15, from 15 December 2026 on',
      'Security policy: not in force from 1 October 2026 on',
      'Privacy policy: version 2024-01-01, from 1 January 2024 on',
      'Terms policy: version 2020-01-01, from 1 January 2020 on',
      'Security policy: version 2020-01-01, from 1 January 2020 on',
      'Privacy policy: version 2016-05-26, from 26 May 2016 on',
    ]);
    expect(root.children.find(({ name }) => name === 'updated')?.text).toBe('2026-11-21T23:00:00Z');
    const content = entries[0]?.children.find(({ name }) => name === 'content')?.text ?? '';
    expect(content).toContain('<p><strong>From when:</strong> 1 March 2027 (Europe/Paris)</p>');
    expect(content).toContain('<p><strong>What you can do:</strong> Write to us as before.</p>');
    expect(content).toContain('href="https://policies.example.org/privacy/2027-03-01/changes/"');
  });

  test('of a site that has published nothing is whole all the same', () => {
    const empty = { content: siteOf([], '2026-11-22'), entries: [] };
    expect(parseXml(atomFeed(empty)).children.find(({ name }) => name === 'updated')?.text).toBe('1970-01-01T00:00:00Z');
    expect(JSON.parse(jsonFeed(empty))).toMatchObject({ items: [] });
  });

  test('keeps signs of markup as words', () => {
    const { content } = facts;
    const site = { ...content.site, organisation: 'A & B <Ltd> "Co"\u0001' };
    const root = parseXml(atomFeed({ ...facts, content: { ...content, site } }));
    expect(root.children.find(({ name }) => name === 'title')?.text).toBe('Changes to the policies of A & B <Ltd> "Co"');
  });
});

describe('a JSON feed', () => {
  test('says the same as the Atom feed', () => {
    const root = parseXml(atomFeed(facts, 'privacy'));
    const entries = root.children.filter(({ name }) => name === 'entry');
    const of = (name: string) => entries.map((entry) => entry.children.find((child) => child.name === name)?.text);
    const { items } = z
      .object({
        items: z.array(
          z.looseObject({
            id: z.string(),
            title: z.string(),
            content_html: z.string(),
            content_text: z.string(),
            date_modified: z.string(),
          }),
        ),
      })
      .parse(JSON.parse(jsonFeed(facts, 'privacy')));
    expect(items.map(({ id }) => id)).toEqual(of('id'));
    expect(items.map(({ title }) => title)).toEqual(of('title'));
    expect(items.map(({ content_html: html }) => html)).toEqual(of('content'));
    expect(items.map(({ date_modified: updated }) => updated)).toEqual(of('updated'));
    expect(items[0]).toMatchObject({ _policy: { event: 'publish', version: '2027-03-01', effective: '2027-03-01' } });
    expect(items[0]?.content_text).toContain('What you can do: Write to us as before.');
  });
});
