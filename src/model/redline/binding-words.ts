/** Words that can change what people may, must or can expect. English; figures are found in every language. */
export const NEGATIONS: ReadonlySet<string> = new Set(
  "not no never without unless except nor neither none cannot can't won't don't doesn't didn't isn't aren't wasn't weren't shan't shouldn't wouldn't couldn't mustn't nicht kein keine keinen keiner nie niemals ohne".split(
    ' ',
  ),
);

export const MODALS: ReadonlySet<string> = new Set(
  'may must shall will can should might could would darf dürfen muss müssen soll sollen kann können'.split(' '),
);

export const PERIODS: ReadonlySet<string> = new Set(
  'minute minutes hour hours day days week weeks month months quarter quarters year years daily weekly monthly yearly annually'.split(' '),
);

/** Months by themselves; with a day or a year they are part of a date. "May" is left out: alone, it mostly permits something. */
export const MONTHS: ReadonlySet<string> = new Set(
  'January February March April June July August September October November December Januar Februar März Mai Juni Juli Oktober Dezember'.split(
    ' ',
  ),
);

export const NUMBER_WORDS: ReadonlySet<string> = new Set(
  (
    'two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen ' +
    'twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion half twice percent'
  ).split(' '),
);

/** So common that they hold no change together: an island of them between two changes is read as part of one change. */
const STOP_WORDS: ReadonlySet<string> = new Set(
  (
    'a an the of to in on at by for from with as and or nor but if is are was were be been it its this that these those any all such ' +
    'we you our your us they their he she his her who which what when where how has have had do does not no may will can shall must ' +
    'der die das den dem des ein eine einer einem einen und oder zu von mit für auf in im an am bei ist sind wird werden wir sie ihr uns ' +
    'في من إلى على عن أو أن إن لا ما مع هذا هذه التي الذي قد كل אל את של על לא או אם כל עם זה גם'
  ).split(' '),
);

/** Whether a word holds no change together: a stop word, or one of the endings and particles that Japanese writes in Hiragana. */
export function isStopWord(word: string): boolean {
  return STOP_WORDS.has(word.toLowerCase()) || /^\p{Script=Hiragana}+$/u.test(word);
}
