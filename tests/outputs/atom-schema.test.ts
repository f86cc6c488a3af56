import { readFileSync } from 'node:fs';
import { RelaxNGValidator, XmlDocument, XmlLibError } from 'libxml2-wasm';
import { beforeAll, describe, expect, test } from 'vitest';
import { root } from '../../.ci/node.js';
import { amend } from '../../src/cli/commands/amend.ts';
import { atomFeed } from '../../src/outputs/feeds.ts';
import type { OutputFacts } from '../../src/outputs/telling.ts';
import { folderOf, sharedFolderOf } from '../content-folder.ts';
import { NOW, run } from '../desk.ts';
import { publishVersions } from '../site/versions-content.ts';
import { siteOf } from '../view/facts.ts';
import { factsOf } from './facts.ts';

const folder = sharedFolderOf({});
let facts: OutputFacts;

beforeAll(async () => {
  await publishVersions(folder, 'Europe/Paris');
  facts = await factsOf(folder, '2026-11-22');
});

/** What libxml2 finds wrong with a feed by the rules of RFC 4287; empty when it is valid. */
function faults(feed: string): string {
  const schema = XmlDocument.fromString(readFileSync(`${root}tests/outputs/atom.rng`, 'utf8'));
  const validator = RelaxNGValidator.fromDoc(schema);
  try {
    const document = XmlDocument.fromString(feed);
    try {
      validator.validate(document);
      return '';
    } finally {
      document.dispose();
    }
  } catch (error) {
    if (!(error instanceof XmlLibError)) throw error;
    return error.message;
  } finally {
    validator.dispose();
    schema.dispose();
  }
}

describe('by the rules of RFC 4287, as libxml2 reads them,', () => {
  test.each([undefined, 'privacy', 'terms', 'security', 'cookies'])('the feed is valid (%s)', (policy) => {
    expect(faults(atomFeed(facts, policy))).toBe('');
  });

  test('the feed of a site that has published nothing is valid', () => {
    expect(faults(atomFeed({ content: siteOf([], '2026-11-22'), entries: [] }))).toBe('');
  });

  test('the feed with an amended notice is valid, whatever signs its words hold', async () => {
    const words = 'We say <b>more</b> & more: ]]> “so”.';
    const changes = `  - sections: [your-choices, retention]\n    what: '${words}'\n    impact: None.\n`;
    const file = `${folderOf({ 'notice.yaml': `changes:\n${changes}` })}/notice.yaml`;
    expect(await run(() => amend({ content: folder, name: 'privacy/2027-03-01', file, reason: 'A & B < C' }, { now: NOW }))).toMatchObject({
      code: 0,
      stderr: '',
    });
    const feed = atomFeed(await factsOf(folder, '2026-11-22'));
    expect(feed).toContain('A &amp;amp; B &amp;lt; C');
    expect(faults(feed)).toBe('');
  });

  test.each([
    ['without an id', /<id>.*?<\/id>/u, ''],
    ['with two titles', /(<title>.*?<\/title>)/u, '$1$1'],
    ['without an author', /<author>.*?<\/author>/u, ''],
    ['with a day where an instant must be', /<updated>(\d{4}-\d\d-\d\d)T[^<]*/u, '<updated>$1'],
    ['with a link that leads nowhere', / href="[^"]*"/u, ''],
    ['with an element that Atom does not know', /<id>/u, '<pubDate>x</pubDate><id>'],
    ['that is not well formed', /<\/title>/u, ''],
  ])('a feed %s is not valid', (_, words, other) => {
    const feed = atomFeed(facts);
    expect(feed.replace(words, other)).not.toBe(feed);
    expect(faults(feed.replace(words, other))).not.toBe('');
  });
});
