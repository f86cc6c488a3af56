import type { ToolWords } from './words.ts';

export interface Place {
  /** Section id. */
  readonly id: string;
  /** Empty where the words stand before the first heading, or in a text without any. */
  readonly heading: string;
  readonly paragraph?: { readonly id: string; readonly number: string } | undefined;
}

export interface Citation {
  /** Policy, version, day, place and permanent address in words: it must never drift. */
  readonly exact: string;
  readonly permanent: string;
  /** Paragraphs are counted anew in each version, so the address that stays newest names the section alone. */
  readonly newest: string;
}

export interface CitedVersion {
  /** The citation but for `{place}` and `{address}`. */
  readonly citation: string;
  /** Whole address of the permanent page; the policy's own stands one level above. */
  readonly permanent: string;
}

/** Cites one place of a version. Pure. */
export function writeCitation(version: CitedVersion, words: ToolWords, place: Place): Citation {
  const address = `${version.permanent}#${place.paragraph?.id ?? place.id}`;
  const where = template(words, place)
    .replace('{heading}', place.heading)
    .replace('{number}', place.paragraph?.number ?? '');
  return {
    exact: version.citation.replace('{place}', where).replace('{address}', address),
    permanent: address,
    newest: `${new URL('..', version.permanent).href}#${place.id}`,
  };
}

function template(words: ToolWords, place: Place): string {
  if (place.heading === '') return place.id === 'text' ? words.inText : words.inOpening;
  return place.paragraph ? words.inParagraph : words.inSection;
}
