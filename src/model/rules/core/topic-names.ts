import { allSections } from '../../record/record.ts';
import { nearest } from '../../nearest.ts';
import { TOPICS } from '../profiles/index.ts';
import type { Found, TextRule } from './input.ts';

/** "topics" names a topic that no profile knows. */
export const topicUnknown: TextRule = {
  id: 'topic-unknown',
  about: '"topics" names a topic that no profile knows, so nothing would ever look at it.',
  decided: 'exact',
  severity: 'error',
  find: ({ settings }) =>
    Object.keys(settings?.topics ?? {})
      .filter((topic) => !TOPICS.includes(topic))
      .map((topic): Found => {
        const near = nearest(topic, TOPICS);
        const advice = near === undefined ? `The topics are ${TOPICS.join(', ')}.` : `Did you mean "${near}"?`;
        return { setting: ['topics', topic], message: `There is no topic "${topic}". ${advice}` };
      }),
};

/** "topics" names a section that the text does not have. */
export const topicSection: TextRule = {
  id: 'topic-section',
  about: '"topics" names a section that the text does not have.',
  decided: 'exact',
  severity: 'error',
  find({ settings, record }) {
    const ids = allSections(record).flatMap(({ id }) => id ?? []);
    return Object.entries(settings?.topics ?? {}).flatMap(([topic, sections]) =>
      sections.flatMap((section, index): readonly Found[] => {
        if (ids.includes(section)) return [];
        const near = nearest(section, ids);
        const advice = near === undefined ? `The sections are ${ids.slice(0, 20).join(', ')}.` : `Did you mean "${near}"?`;
        return [
          { setting: ['topics', topic, index], message: `"${topic}" names the section "${section}", which does not exist. ${advice}` },
        ];
      }),
    );
  },
};
