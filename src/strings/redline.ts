import type { RedlineWords } from '../model/redline/html/words.ts';
import type { SummaryWords } from '../model/redline/summary-words.ts';
import { wordsFor, type Strings } from './strings.ts';

type OwnWords = Omit<RedlineWords, keyof SummaryWords>;

const en: OwnWords = {
  documentTitle: '{title}: what changed from version {from} to version {to}',
  inserted: 'inserted:',
  deleted: 'deleted:',
  relinked: 'the link was changed:',
  restyled: 'set differently:',
  rebuilt: 'This section says the same and is built differently.',
  movedFrom: 'Moved here from “{section}”',
  movedTo: 'Moved to “{section}”',
  movedWithin: 'Moved within this section',
  reordered: 'Moved within this list',
  sectionAdded: 'New section',
  sectionRemoved: 'Section removed',
  sectionMoved: 'This section stood elsewhere before.',
  sectionLeft: 'Stood here before, and was moved',
  splitFrom: 'Split off from “{section}”',
  mergedInto: 'Went into “{section}”',
  levelUp: 'This section stands one or more levels higher than before.',
  levelDown: 'This section stands one or more levels lower than before.',
  oldId: 'The address of this section was #{old} before and is #{fresh} now.',
  language: 'The text is in another language than before.',
  unchanged: 'Unchanged',
  typographyOnly: 'typography only',
  oneChange: '1 change',
  manyChanges: '{count} changes',
  previousChange: 'Previous change',
  nextChange: 'Next change',
  preamble: 'Opening words',
  footnotes: 'Footnotes',
  table: 'Table',
  tableNamed: 'Table: {caption}',
};

const de: OwnWords = {
  documentTitle: '{title}: was sich von Fassung {from} zu Fassung {to} änderte',
  inserted: 'eingefügt:',
  deleted: 'gestrichen:',
  relinked: 'Der Verweis wurde geändert:',
  restyled: 'anders ausgezeichnet:',
  rebuilt: 'Dieser Abschnitt sagt dasselbe und ist anders aufgebaut.',
  movedFrom: 'Hierher verschoben aus „{section}“',
  movedTo: 'Verschoben nach „{section}“',
  movedWithin: 'Innerhalb dieses Abschnitts verschoben',
  reordered: 'Innerhalb dieser Liste verschoben',
  sectionAdded: 'Neuer Abschnitt',
  sectionRemoved: 'Abschnitt gestrichen',
  sectionMoved: 'Dieser Abschnitt stand vorher an anderer Stelle.',
  sectionLeft: 'Stand vorher hier und wurde verschoben',
  splitFrom: 'Abgetrennt von „{section}“',
  mergedInto: 'Aufgegangen in „{section}“',
  levelUp: 'Dieser Abschnitt steht höher in der Gliederung als vorher.',
  levelDown: 'Dieser Abschnitt steht tiefer in der Gliederung als vorher.',
  oldId: 'Die Adresse dieses Abschnitts war #{old} und ist jetzt #{fresh}.',
  language: 'Der Text steht in einer anderen Sprache als vorher.',
  unchanged: 'Unverändert',
  typographyOnly: 'nur Typografie',
  oneChange: '1 Änderung',
  manyChanges: '{count} Änderungen',
  previousChange: 'Vorige Änderung',
  nextChange: 'Nächste Änderung',
  preamble: 'Eingangsworte',
  footnotes: 'Fußnoten',
  table: 'Tabelle',
  tableNamed: 'Tabelle: {caption}',
};

/** What a redline says, in the language of its text where there are words in it, else in English. */
export function redlineWords(lang: string): RedlineWords {
  const { strings, lang: spoken } = wordsFor(lang);
  return { ...(spoken === 'de' ? de : en), ...summaryWords(strings) };
}

/** Only these of all interface words: a page hands them to a script. */
function summaryWords({
  sumSame,
  sumChanged,
  sumAdded,
  sumRemoved,
  sumSplit,
  sumMerged,
  sumMoved,
  sumRenamed,
  ...more
}: Strings): SummaryWords {
  const { sumNumbers, sumDates, sumTerms, sumNegations, sumModals, sumLinks, sumRenumbered, sumAnchors, sumTypography } = more;
  const sections = { sumSame, sumChanged, sumAdded, sumRemoved, sumSplit, sumMerged, sumMoved, sumRenamed };
  return { ...sections, sumNumbers, sumDates, sumTerms, sumNegations, sumModals, sumLinks, sumRenumbered, sumAnchors, sumTypography };
}
