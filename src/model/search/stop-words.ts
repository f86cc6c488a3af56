// Words that hold a question together and say nothing of what is asked. Short on purpose: a word too many here can never be found.
const EN = `a about after all am an and any are as at be been but by can could did do does doing done for from get gets getting got had has
  have having how i if in into is it its just may me might must my of on or our ours please shall she should so some such than that the
  their them then there these they this those to too up us use was we were what when where which who whom whose why will with would you
  your yours ever happen happens know like long many much never often see somebody someone something still tell want`;

const DE = `aber als am an auch auf aus bei bin bis bitte da das dass dein deine dem den denn der des die dies diese dieser dieses doch du
  durch ein eine einem einen einer eines er es etwas euch euer eure für gibt hab habe haben habt hat hatte ich ihm ihn ihnen ihr ihre ihrem
  ihren ihrer im in ins ist ja kann kannst können könnt man mein meine meinem meinen meiner mich mir mit muss müssen nach noch nur ob oder
  seid sein seine sich sie sind so soll sollen um und uns unser unsere vom von vor war warum was welche welcher welches wenn wer werde
  werden wie will wir wird wo wofür worum zu zum zur über`;

const LISTS: Readonly<Record<string, ReadonlySet<string>>> = { en: listOf(EN), de: listOf(DE) };

const NONE: ReadonlySet<string> = new Set();

/** Words to leave out of a question in this language; none where there is no list, and the weights of the index must do. */
export function stopWords(lang: string): ReadonlySet<string> {
  return LISTS[lang.split('-')[0] ?? lang] ?? NONE;
}

function listOf(words: string): ReadonlySet<string> {
  return new Set(words.trim().split(/\s+/u));
}
