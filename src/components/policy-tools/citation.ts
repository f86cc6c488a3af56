export interface Place {
  /** Section id. */
  readonly id: string;
  /** Empty where the words stand before the first heading. */
  readonly heading: string;
  readonly paragraph?: { readonly id: string; readonly number: string } | undefined;
}

export interface Citation {
  /** Policy, version, place, day and permanent address in words: it must never drift. */
  readonly exact: string;
  readonly permanent: string;
  /** Paragraphs are counted anew in each version, so the address that stays newest names the section alone. */
  readonly newest: string;
}

/** Fills the page's templates for one place. Pure. */
export function writeCitation(templates: Readonly<Record<string, string | undefined>>, place: Place): Citation {
  const { citation = '', section = '', paragraph = '', opening = '', permanent = '', newest = '' } = templates;
  const address = `${permanent}#${place.paragraph?.id ?? place.id}`;
  const template = place.heading === '' ? opening : place.paragraph ? paragraph : section;
  const words = template.replace('{heading}', place.heading).replace('{number}', place.paragraph?.number ?? '');
  return {
    exact: citation.replace('{place}', words).replace('{address}', address),
    permanent: address,
    newest: `${newest}#${place.id}`,
  };
}
