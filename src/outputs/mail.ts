import { fingerprint } from '../model/version.ts';
import { fill, wordsFor } from '../strings/strings.ts';
import { dayInWords } from '../view/days.ts';
import { asSentence } from '../view/sentence.ts';
import type { PolicyFacts, PublishedFacts, SiteContent } from '../view/site.ts';
import { standing } from '../view/succession.ts';
import { escapeMarkup, htmlTellings, plainTellings } from './telling-text.ts';
import { amendedTellings, noticeTellings, wholeAddresses, type Telling } from './telling.ts';

/** A notice to send: it stands alone, and asks for nothing from anywhere when it is opened. */
export interface NoticeMail {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** The notice of a version as an e-mail; of a withdrawn one, that it was taken back. `head` is the digest of the newest ledger line. */
export function noticeMail(
  of: { readonly content: SiteContent; readonly policy: PolicyFacts; readonly version: PublishedFacts },
  head: string,
): NoticeMail {
  const { content, policy, version } = of;
  const { strings, lang } = wordsFor(version.lang);
  const day = dayInWords(version.effectiveFrom, lang);
  const title = { title: version.title, version: version.name, day, corrected: version.corrects ?? '' };
  const subject = fill(
    version.withdrawn ? strings.tellWithdrawn : version.basis === 'stated' ? announced(version, strings) : strings.tellSeen,
    title,
  );
  const isFirst = version.supersedes === undefined && version.changes.length === 0;
  const { email, phone, url } = version.contact;
  const paragraphs: readonly Telling[] = [
    ...(content.site.sample ? [{ text: strings.sampleNotice }] : []),
    { text: fill(isFirst ? strings.mailFirst : strings.mailGreeting, { organisation: version.organisation }) },
    ...(version.withdrawn
      ? takenBack(of, strings)
      : [
          { label: strings.tellWhen, text: fill(strings.tellFrom, { day, zone: version.zone }) },
          ...noticeTellings(content, policy, version),
          ...version.amended.flatMap((amended) => amendedTellings(version, amended)),
          ...sinceNow(of, strings),
        ]),
    { label: strings.mailContact, text: [email, phone, url].filter((way) => way !== undefined).join(', ') },
    { text: fill(strings.mailProof, { fingerprint: fingerprint(version.digests), head }) },
    { text: [version.organisation, ...content.site.address].join(', ') },
  ];
  return { subject, text: `${subject}\n\n${plainTellings(paragraphs)}\n`, html: mailHtml(subject, lang, paragraphs) };
}

function announced(version: PublishedFacts, strings: ReturnType<typeof wordsFor>['strings']): string {
  return version.corrects === undefined ? strings.tellPosted : strings.tellCorrects;
}

function takenBack(
  { content, policy, version }: { readonly content: SiteContent; readonly policy: PolicyFacts; readonly version: PublishedFacts },
  strings: ReturnType<typeof wordsFor>['strings'],
): readonly Telling[] {
  return [
    { label: strings.tellReason, text: asSentence(version.withdrawn?.reason ?? '') },
    { text: strings.toInForce, href: wholeAddresses(content).policy(policy.name) },
  ];
}

/** For those who read it later: what changed since the version that is in force when the notice is sent. */
function sinceNow(
  { content, policy, version }: { readonly content: SiteContent; readonly policy: PolicyFacts; readonly version: PublishedFacts },
  strings: ReturnType<typeof wordsFor>['strings'],
): readonly Telling[] {
  const { shown } = standing(policy, content.asOf);
  if (!shown || shown.removed || shown.name === version.name) return [];
  return [{ text: strings.mailSince, href: wholeAddresses(content).since(policy.name, shown.name) }];
}

/** Without styles: every program for mail shows it as its reader likes it. */
function mailHtml(subject: string, lang: string, paragraphs: readonly Telling[]): string {
  return [
    '<!doctype html>',
    `<html lang="${escapeMarkup(lang)}">`,
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width">',
    `<title>${escapeMarkup(subject)}</title>`,
    '</head>',
    '<body>',
    `<h1>${escapeMarkup(subject)}</h1>`,
    htmlTellings(paragraphs),
    '</body>',
    '</html>',
    '',
  ].join('\n');
}
