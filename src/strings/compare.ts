import { wordsFor } from './strings.ts';

/** What the page that compares any two versions says. Versions are filled in by their names alone. */
const en = {
  title: 'Compare versions: {title}',
  lead: 'Every change between any two versions of this policy, marked word for word.',
  from: 'From version',
  to: 'to version',
  swap: 'Swap',
  choice: '{version} ({days})',
  gone: '{version} (its words had to be taken away)',
  script:
    'Comparing any two versions needs JavaScript, which is switched off or did not load. What each version changed stands on a page of its own, complete without it:',
  steps: 'What each version changed',
  step: 'What version {version} changed',
  first: 'Version {version}, the first',
  heading: 'From version {from} to version {to}',
  wait: 'Comparing …',
  one: 'There are no two versions to compare yet.',
  backwards: 'Version {from} is the later of the two: what came with it is marked as deleted.',
  same: 'Version {version} is chosen twice: there is nothing to compare. Choose another one.',
  unknown: 'This policy has no version “{version}”. Choose two of those that it has.',
  removed: 'The words of version {version} had to be taken away: it cannot be compared.',
  unreadable: 'The address says “{text}” after its #, which names no two versions. Choose two versions.',
  unreachable:
    'The two texts could not be loaded. Check the connection, then choose again or reload the page. Both stand on their own pages, too:',
  failed: 'The two texts could not be compared here. Both stand on their own pages:',
  sinceRead: 'Below is marked what changed from version {read} to version {current}, which is in force on {today}.',
  sinceStill: 'Nothing has changed since: version {read} is still in force on {today}.',
  sinceNext: 'Version {read} is still in force on {today}. From {day} on version {next} applies; what it changes is marked below.',
  sinceAhead:
    'Version {read} is not in force yet: it applies from {day} on. What it changes is marked below, compared with version {current}, which is in force on {today}.',
  sinceLast: 'On {today} no version is in force any more; version {read} was the last.',
  sinceEnded:
    'On {today} no version is in force any more. Below is marked what changed from version {read} to version {current}, the last that was.',
  sinceNone: 'No version of this policy is in force on {today}.',
  sinceUnknown:
    'The address asks what changed since “{text}”: this policy has no version of that name, and no calendar such a day. Choose two versions.',
  rememberTitle: 'What changed since I last read this?',
  rememberOff:
    'This device can remember which version you have read; the policy then says when another one is in force. Nothing is stored unless you press the button, and nothing is sent anywhere.',
  rememberOn: 'This device remembers that you have read version {version}.',
  rememberButton: 'Remember which version I have read',
  rememberAgain: 'I have read the version in force',
  rememberForget: 'Forget it',
  rememberForgotten: 'Forgotten: nothing is stored on this device.',
  rememberSince: 'What changed since version {version}',
  rememberFailed: 'The browser does not allow this site to store anything.',
};

export type CompareWords = Readonly<Record<keyof typeof en, string>>;

const de: CompareWords = {
  title: 'Fassungen vergleichen: {title}',
  lead: 'Jede Änderung zwischen zwei beliebigen Fassungen dieser Richtlinie, Wort für Wort.',
  from: 'Von Fassung',
  to: 'zu Fassung',
  swap: 'Tauschen',
  choice: '{version} ({days})',
  gone: '{version} (ihre Worte mussten entfernt werden)',
  script:
    'Zwei beliebige Fassungen zu vergleichen braucht JavaScript; es ist ausgeschaltet oder wurde nicht geladen. Was jede Fassung änderte, steht auf einer eigenen Seite, vollständig auch ohne:',
  steps: 'Was jede Fassung änderte',
  step: 'Was Fassung {version} änderte',
  first: 'Fassung {version}, die erste',
  heading: 'Von Fassung {from} zu Fassung {to}',
  wait: 'Wird verglichen …',
  one: 'Es gibt noch keine zwei Fassungen zu vergleichen.',
  backwards: 'Fassung {from} ist die spätere von beiden: Was mit ihr kam, ist als gestrichen markiert.',
  same: 'Fassung {version} ist zweimal gewählt: Es gibt nichts zu vergleichen. Wählen Sie eine andere.',
  unknown: 'Diese Richtlinie hat keine Fassung „{version}“. Wählen Sie zwei, die sie hat.',
  removed: 'Die Worte der Fassung {version} mussten entfernt werden: Sie lässt sich nicht vergleichen.',
  unreadable: 'Die Adresse sagt nach ihrem # „{text}“; das nennt keine zwei Fassungen. Wählen Sie zwei Fassungen.',
  unreachable:
    'Die beiden Texte konnten nicht geladen werden. Prüfen Sie die Verbindung und wählen Sie noch einmal, oder laden Sie die Seite neu. Beide stehen auch auf eigenen Seiten:',
  failed: 'Die beiden Texte konnten hier nicht verglichen werden. Beide stehen auf eigenen Seiten:',
  sinceRead: 'Unten ist markiert, was sich von Fassung {read} zu Fassung {current} geändert hat, die am {today} gilt.',
  sinceStill: 'Seither hat sich nichts geändert: Fassung {read} gilt am {today} noch.',
  sinceNext: 'Fassung {read} gilt am {today} noch. Ab dem {day} gilt Fassung {next}; was sie ändert, ist unten markiert.',
  sinceAhead:
    'Fassung {read} gilt noch nicht, sondern ab dem {day}. Was sie ändert, ist unten markiert, verglichen mit Fassung {current}, die am {today} gilt.',
  sinceLast: 'Am {today} gilt keine Fassung mehr; Fassung {read} war die letzte.',
  sinceEnded:
    'Am {today} gilt keine Fassung mehr. Unten ist markiert, was sich von Fassung {read} zu Fassung {current}, der letzten, geändert hat.',
  sinceNone: 'Am {today} gilt keine Fassung dieser Richtlinie.',
  sinceUnknown:
    'Die Adresse fragt, was sich seit „{text}“ geändert hat: So heißt keine Fassung dieser Richtlinie, und kein Kalender hat einen solchen Tag. Wählen Sie zwei Fassungen.',
  rememberTitle: 'Was hat sich geändert, seit ich dies zuletzt las?',
  rememberOff:
    'Dieses Gerät kann sich merken, welche Fassung Sie gelesen haben; die Richtlinie sagt Ihnen dann, wenn eine andere gilt. Gespeichert wird nur, wenn Sie den Knopf drücken, und gesendet wird nichts.',
  rememberOn: 'Dieses Gerät merkt sich, dass Sie Fassung {version} gelesen haben.',
  rememberButton: 'Merken, welche Fassung ich gelesen habe',
  rememberAgain: 'Ich habe die geltende Fassung gelesen',
  rememberForget: 'Vergessen',
  rememberForgotten: 'Vergessen: Auf diesem Gerät ist nichts gespeichert.',
  rememberSince: 'Was sich seit Fassung {version} änderte',
  rememberFailed: 'Der Browser erlaubt dieser Seite nicht, etwas zu speichern.',
};

/** In the language of a text where there are words in it, else in English. */
export function compareWords(lang: string): CompareWords {
  return wordsFor(lang).lang.startsWith('de') ? de : en;
}
