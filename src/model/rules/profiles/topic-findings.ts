import type { DraftText, Found } from '../core/input.ts';
import { isEnglish } from '../core/input.ts';
import type { RuleFacts } from '../rule.ts';
import { listOf } from '../wording.ts';
import type { Profile, ProfileTopic } from './profile.ts';

/** A finding of a profile, with the rule that made it. */
export interface ProfileFound extends Found {
  readonly rule: RuleFacts;
}

/** Rule of a topic: `gdpr/retention`. */
export function topicRule(profile: Profile, { topic, about, citation }: ProfileTopic): RuleFacts {
  return { id: `${profile.id}/${topic}`, about: `Nothing was found about ${about}.`, decided: 'tagged', severity: 'warning', citation };
}

/** Rule of a topic that needs a section of its own: `gdpr/right-to-object-separate`. */
export function separateRule(profile: Profile, { topic, citation }: NonNullable<Profile['separate']>[number]): RuleFacts {
  const about = `The topic "${topic}" has no section of its own.`;
  return { id: `${profile.id}/${topic}-separate`, about, decided: 'tagged', severity: 'warning', citation };
}

/** Sections that speak of a profile's topics and are not tagged: `gdpr/untagged`. */
export function untaggedRule(profile: Profile): RuleFacts {
  const about = `Sections seem to speak of topics of the profile ${profile.id}, and "topics" does not say so.`;
  return { id: `${profile.id}/untagged`, about, decided: 'heuristic', severity: 'info' };
}

/**
 * What a profile asks for and the text does not have.
 *
 * A topic that no section is tagged with is looked for in the words; where nothing is found, that is the finding. Where words are
 * found, one finding names the sections to tag, since words prove nothing. A tag on a section without any such word is doubted.
 */
export function topicFindings(profile: Profile, text: DraftText): readonly ProfileFound[] {
  const looked = profile.topics.map((topic) => ({ topic, tagged: sectionsTagged(topic, text), speaking: speakingSections(topic, text) }));
  const untagged = looked.filter(({ tagged, speaking }) => tagged.length === 0 && speaking.length > 0);
  return [
    ...looked.flatMap(({ topic, tagged, speaking }) => topicFound(profile, topic, { text, tagged, speaking })),
    ...(profile.separate ?? []).flatMap((separate) => separateFound(profile, separate, text)),
    ...untaggedFound(
      profile,
      untagged.map(({ topic, speaking }) => `${topic.topic}: [${speaking[0] ?? ''}]`),
    ),
  ];
}

interface Looked {
  readonly text: DraftText;
  readonly tagged: readonly string[];
  readonly speaking: readonly string[];
}

function topicFound(profile: Profile, topic: ProfileTopic, { text, tagged, speaking }: Looked): readonly ProfileFound[] {
  const rule = topicRule(profile, topic);
  if (tagged.length === 0 && speaking.length === 0) {
    const otherwise = topic.unless === undefined ? '' : `; if ${topic.unless}, say so under "attested" with rule: ${rule.id}`;
    const looked = isEnglish(text) ? 'No section is tagged with' : 'No section is tagged with (and words are looked for in English only)';
    const message = `Nothing was found about ${topic.about}. ${looked} "${topic.topic}". Write about it and name the section, topics: {${topic.topic}: [section-id]}${otherwise}.`;
    return [{ rule, message, setting: ['topics'] }];
  }
  // Words are looked for in English alone: a German section says it in other words.
  if (!isEnglish(text)) return [];
  return tagged
    .filter((id) => !speaking.includes(id))
    .map((id) => ({
      rule,
      section: id,
      setting: ['topics', topic.topic],
      message: `The section "${id}" is tagged with "${topic.topic}", and none of the words were found in it by which such a section is known (${topic.about}). Read it again: say it there, tag another section, or say under "attested" with rule: ${rule.id} that it is said in other words.`,
    }));
}

function separateFound(profile: Profile, separate: NonNullable<Profile['separate']>[number], text: DraftText): readonly ProfileFound[] {
  const topics = text.settings?.topics ?? {};
  const own = topics[separate.topic] ?? [];
  const others = new Set(Object.entries(topics).flatMap(([topic, ids]) => (topic === separate.topic ? [] : ids)));
  // Without a tag, nobody can tell whose section it is; that has a finding of its own.
  if (own.length === 0 || own.some((id) => !others.has(id))) return [];
  const message = `${listOf(own)} ${own.length === 1 ? 'is' : 'are'} tagged with "${separate.topic}" and with other topics. Give "${separate.topic}" a section of its own, so that it is presented clearly and apart from everything else.`;
  return [{ rule: separateRule(profile, separate), message, section: own[0], setting: ['topics', separate.topic] }];
}

function untaggedFound(profile: Profile, lines: readonly string[]): readonly ProfileFound[] {
  if (lines.length === 0) return [];
  const message = `Some sections seem to speak of topics of the profile ${profile.id}, which proves nothing. Read them, and write under "topics" what is right of this: {${lines.join(', ')}}.`;
  return [{ rule: untaggedRule(profile), message, setting: ['topics'] }];
}

function sectionsTagged({ topic }: ProfileTopic, { settings }: DraftText): readonly string[] {
  return settings?.topics[topic] ?? [];
}

/** Sections with one of the words, the one with the most of them first. */
function speakingSections({ words }: ProfileTopic, text: DraftText): readonly string[] {
  if (!isEnglish(text)) return [];
  const pattern = new RegExp(words.join('|'), 'giu');
  const counts = new Map<string, number>();
  for (const sentence of text.sentences) {
    const found = sentence.text.match(pattern)?.length ?? 0;
    if (found > 0) counts.set(sentence.section, (counts.get(sentence.section) ?? 0) + found);
  }
  return [...counts].toSorted(([, a], [, b]) => b - a).map(([section]) => section);
}
