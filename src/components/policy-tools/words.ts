/** Words of the tools, which only a script shows: kept with it, so that no page carries them. */
export interface ToolWords {
  readonly openAll: string;
  readonly closeAll: string;
  readonly numbers: string;
  readonly citeSection: string;
  readonly citeParagraph: string;
  readonly title: string;
  readonly exact: string;
  readonly newest: string;
  readonly copyCitation: string;
  readonly copyLink: string;
  readonly copied: string;
  readonly notCopied: string;
  readonly close: string;
  readonly inSection: string;
  readonly inParagraph: string;
  /** In words before the first heading. */
  readonly inOpening: string;
  /** In a text without headings. */
  readonly inText: string;
}

const en: ToolWords = {
  openAll: 'Open all sections',
  closeAll: 'Close all sections',
  numbers: 'Paragraph numbers',
  citeSection: 'Cite this section',
  citeParagraph: 'Cite paragraph {number}',
  title: 'Cite this place',
  exact: 'These very words: the permanent page of this version',
  newest: 'Always the newest: the section in whichever version is in force',
  copyCitation: 'Copy the citation',
  copyLink: 'Copy the link',
  copied: 'Copied.',
  notCopied: 'The browser did not allow copying. The text is selected: copy it with the keyboard.',
  close: 'Close',
  inSection: '“{heading}”',
  inParagraph: '“{heading}”, paragraph {number}',
  inOpening: 'opening words, paragraph {number}',
  inText: 'paragraph {number}',
};

const de: ToolWords = {
  openAll: 'Alle Abschnitte öffnen',
  closeAll: 'Alle Abschnitte schließen',
  numbers: 'Absatznummern',
  citeSection: 'Diesen Abschnitt zitieren',
  citeParagraph: 'Absatz {number} zitieren',
  title: 'Diese Stelle zitieren',
  exact: 'Genau diese Worte: die dauerhafte Seite dieser Fassung',
  newest: 'Immer das Neueste: der Abschnitt in der jeweils geltenden Fassung',
  copyCitation: 'Zitat kopieren',
  copyLink: 'Link kopieren',
  copied: 'Kopiert.',
  notCopied: 'Der Browser hat das Kopieren nicht erlaubt. Der Text ist markiert: Kopieren Sie ihn mit der Tastatur.',
  close: 'Schließen',
  inSection: '„{heading}“',
  inParagraph: '„{heading}“, Absatz {number}',
  inOpening: 'Einleitung, Absatz {number}',
  inText: 'Absatz {number}',
};

export interface SpokenWords {
  readonly words: ToolWords;
  /** Language and direction of the words where they are not those of the page. */
  readonly attributes: Readonly<Record<string, string>>;
}

/** Words for a page's language; English where there are none. */
export function toolWords(lang: string): SpokenWords {
  const base = lang.split('-')[0];
  if (base === 'de') return { words: de, attributes: {} };
  return { words: en, attributes: base === 'en' ? {} : { lang: 'en', dir: 'ltr' } };
}
