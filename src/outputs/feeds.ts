import { fill, wordsFor } from '../strings/strings.ts';
import { addresses, basePath, fileAddresses } from '../urls.ts';
import { escapeMarkup, htmlTellings, plainTellings } from './telling-text.ts';
import { tellings, type OutputFacts, type Told } from './telling.ts';

/** A feed is for what is new; everything else stands under `/notices/`. */
const MOST_ENTRIES = 100;

interface Feed {
  readonly title: string;
  readonly lang: string;
  readonly author: string;
  readonly home: string;
  readonly atom: string;
  readonly json: string;
  readonly entries: readonly Told[];
}

/** `/feed.xml`, or that of one policy: Atom (RFC 4287). It depends on no day, and never on when it was built. */
export function atomFeed(facts: OutputFacts, policy?: string): string {
  const feed = feedOf(facts, policy);
  // Of a feed without entries nothing is known but that it began some time.
  const updated = feed.entries.reduce((latest, entry) => (entry.updated > latest ? entry.updated : latest), '1970-01-01T00:00:00Z');
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${escapeMarkup(feed.lang)}">`,
    `<id>${escapeMarkup(feed.atom)}</id>`,
    `<title>${escapeMarkup(feed.title)}</title>`,
    `<updated>${updated}</updated>`,
    `<author><name>${escapeMarkup(feed.author)}</name></author>`,
    `<link rel="self" type="application/atom+xml" href="${escapeMarkup(feed.atom)}"/>`,
    `<link rel="alternate" type="text/html" href="${escapeMarkup(feed.home)}"/>`,
    ...feed.entries.map(atomEntry),
    '</feed>',
    '',
  ].join('\n');
}

/** `/feed.json`, or that of one policy: the same as JSON Feed 1.1. */
export function jsonFeed(facts: OutputFacts, policy?: string): string {
  const feed = feedOf(facts, policy);
  const document = {
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    home_page_url: feed.home,
    feed_url: feed.json,
    language: feed.lang,
    authors: [{ name: feed.author }],
    items: feed.entries.map((entry) => ({
      id: entry.id,
      url: entry.url,
      title: entry.title,
      summary: entry.summary,
      content_html: htmlTellings(entry.paragraphs),
      content_text: plainTellings(entry.paragraphs),
      date_published: entry.published,
      date_modified: entry.updated,
      language: entry.lang,
      tags: [entry.policy],
      _policy: { event: entry.type, policy: entry.policy, version: entry.version, effective: entry.effective, notice: entry.notice },
    })),
  };
  return `${JSON.stringify(document, undefined, 2)}\n`;
}

function feedOf(facts: OutputFacts, name?: string): Feed {
  const { site, policies } = facts.content;
  const { strings, lang } = wordsFor(site.languages[0] ?? 'en');
  const policy = policies.find((one) => one.name === name);
  const base = basePath(site.url);
  const whole = (path: string): string => new URL(path, site.url).href;
  const urls = addresses(base);
  const files = fileAddresses(base);
  return {
    title: policy ? fill(strings.feedPolicyTitle, { title: policy.title }) : fill(strings.feedTitle, { organisation: site.organisation }),
    lang,
    author: site.organisation,
    home: whole(name === undefined ? urls.notices : urls.history(name)),
    atom: whole(files.atom(name)),
    json: whole(files.jsonFeed(name)),
    entries: tellings(facts, name).slice(0, MOST_ENTRIES),
  };
}

function atomEntry(entry: Told): string {
  return [
    `<entry xml:lang="${escapeMarkup(entry.lang)}">`,
    `<id>${escapeMarkup(entry.id)}</id>`,
    `<title>${escapeMarkup(entry.title)}</title>`,
    `<published>${entry.published}</published>`,
    `<updated>${entry.updated}</updated>`,
    `<link rel="alternate" type="text/html" href="${escapeMarkup(entry.url)}"/>`,
    ...(entry.notice === undefined ? [] : [`<link rel="related" type="text/html" href="${escapeMarkup(entry.notice)}"/>`]),
    `<category term="${escapeMarkup(entry.policy)}"/>`,
    ...(entry.summary === undefined ? [] : [`<summary>${escapeMarkup(entry.summary)}</summary>`]),
    `<content type="html">${escapeMarkup(htmlTellings(entry.paragraphs))}</content>`,
    '</entry>',
  ].join('\n');
}
