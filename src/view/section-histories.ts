import { sectionHistories, type SectionHistory, type SectionStep } from '../model/section-history.ts';
import { redlineWords } from '../strings/redline.ts';
import { fill } from '../strings/strings.ts';
import { versionPart, type Voice } from './head.ts';
import { sentence, type Sentence, type SentencePart } from './sentence.ts';
import { governing } from './succession.ts';

/** The life of one section on `/<policy>/history/`, under the section's own id. */
export interface SectionHistoryView {
  readonly id: string;
  readonly heading: string;
  readonly isThere: boolean;
  readonly sentences: readonly Sentence[];
}

/** Every top-level section that a version of the policy ever had while it governed; it depends on no day. */
export function sectionHistoryViews(voice: Voice): readonly SectionHistoryView[] {
  const histories = sectionHistories(governing(voice.policy));
  const unnamed = redlineWords(voice.lang).preamble;
  const headings = new Map(histories.map(({ id, heading }) => [id, heading ?? unnamed]));
  return histories.map((history) => ({
    id: history.id,
    heading: history.heading ?? unnamed,
    isThere: history.isThere,
    sentences: sentencesOf(history, voice, (id) => ({ text: headings.get(id) ?? id, href: headings.has(id) ? `#${id}` : undefined })),
  }));
}

function sentencesOf(history: SectionHistory, voice: Voice, section: (id: string) => SentencePart): readonly Sentence[] {
  const { steps, isThere, id } = history;
  const { strings } = voice;
  const touching = steps.filter(({ kind }) => kind === 'changed' || kind === 'rebuilt' || kind === 'back');
  const newest = steps.at(-1);
  const first = steps[0];
  const renames = touching.filter(({ earlierHeading }) => earlierHeading !== undefined);
  return [
    ...(newest && isThere ? [sentence(strings.sectionSince, { version: versionPart(newest.version, voice) })] : []),
    ...(newest && !isThere ? gone(newest, voice, section) : []),
    ...listed(strings.sectionChanged, touching, 'changed', id, voice),
    ...listed(strings.sectionRebuilt, touching, 'rebuilt', id, voice),
    ...listed(strings.sectionBack, touching, 'back', id, voice),
    ...renames.map(({ version, earlierHeading }) =>
      sentence(strings.sectionRenamed, { version: versionPart(version, voice), heading: earlierHeading ?? '' }),
    ),
    ...(first && steps.length > 1 ? [sentence(strings.sectionFirst, { version: versionPart(first.version, voice) })] : []),
    ...(first?.continues ?? []).map((former) => sentence(strings.sectionContinues, { section: section(former) })),
  ];
}

function gone({ version, into }: SectionStep, voice: Voice, section: (id: string) => SentencePart): readonly Sentence[] {
  const { strings, urls, policy } = voice;
  const href = urls.changes(policy.name, version);
  return [
    sentence(strings.sectionGone, { version: { text: fill(strings.versionLink, { version }), href } }),
    ...(typeof into === 'string' ? [sentence(strings.sectionInto, { section: section(into) })] : []),
  ];
}

/** The versions that did one thing to a section, the newest first, each with a link to how. */
function listed(
  template: string,
  steps: readonly SectionStep[],
  kind: SectionStep['kind'],
  id: string,
  { urls, policy }: Voice,
): readonly Sentence[] {
  const own = steps.filter((step) => step.kind === kind).toReversed();
  if (own.length === 0) return [];
  const links = own.flatMap(({ version }, index): Sentence => [
    ...(index > 0 ? [{ text: ', ' }] : []),
    { text: version, href: `${urls.changes(policy.name, version)}#${id}` },
  ]);
  const [before = '', after = ''] = template.split('{versions}');
  return [[{ text: before }, ...links, { text: after }]];
}
