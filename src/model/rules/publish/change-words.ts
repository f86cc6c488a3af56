import type { ChangeKind } from '../../redline/kinds.ts';
import { countOf } from '../wording.ts';
import type { ChangedSection } from './changed-sections.ts';

/** Whether the notice tells of a section, as those who write it are told. */
export const TOLD: Readonly<Record<ChangedSection['told'], string>> = {
  yes: 'told under "changes"',
  no: 'NOT told under "changes" yet',
  'not-needed': 'need not be told',
};

/** `new`, `gone`, `4 changes (number, wording)`. */
export function whatChanged({ kind, changeCount, kinds }: Pick<ChangedSection, 'kind' | 'changeCount' | 'kinds'>): string {
  if (kind === 'added') return 'new';
  if (kind === 'removed') return 'gone';
  const named = kinds.map((one) => KIND_WORDS[one]);
  return `${countOf(changeCount, 'change')}${named.length === 0 ? '' : ` (${named.join(', ')})`}`;
}

const KIND_WORDS: Readonly<Record<ChangeKind, string>> = {
  wording: 'wording',
  number: 'number',
  date: 'date',
  term: 'defined term',
  negation: 'negation',
  modal: 'may or must',
  link: 'link',
  typography: 'typography',
  emphasis: 'emphasis',
  heading: 'heading',
  level: 'level',
  renumbered: 'numbering',
  order: 'order',
  moved: 'moved',
  added: 'new words',
  removed: 'words gone',
  split: 'split',
  merged: 'merged',
  structure: 'structure',
  anchor: 'section id',
  language: 'language',
};
