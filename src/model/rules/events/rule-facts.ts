import type { RuleFacts } from '../rule.ts';

const exact = (id: string, about: string, severity: RuleFacts['severity'] = 'error'): RuleFacts => ({
  id,
  about,
  decided: 'exact',
  severity,
  isFixed: true,
});

/** The rules about what can happen to published versions, in the order of the guide. */
export const EVENT_RULES: readonly RuleFacts[] = [
  exact('event-policy-unknown', 'Something is to happen to a policy of which nothing was published.'),
  exact('event-version-unknown', 'Something is to happen to a version that was never published.'),
  exact('event-reason-missing', 'Nothing says why something happens to a published version.'),
  exact('event-pair-uncovered', 'Two versions become neighbours, and the later one’s notice does not mention all that differs.'),
  exact('reviewed-in-future', 'A review is recorded for a day that has not come.'),
  exact('reschedule-withdrawn', 'A withdrawn version is to be moved to another day.'),
  exact('reschedule-unmoved', 'A version is to be moved to the day that it has.'),
  exact('reschedule-past', 'A version is to be moved to a day that has passed.'),
  exact('reschedule-overtaken', 'A version would be moved to where another one takes its place.'),
  exact('reschedule-breaks-promise', 'A version would be moved to a day earlier than the notice that was promised.'),
  exact('reschedule-after-retirement', 'A version would be moved behind the end of its policy.'),
  exact('reschedule-after-effect', 'A version that has taken effect is to be moved.'),
  exact('withdraw-withdrawn', 'A version is to be withdrawn a second time.'),
  exact('withdraw-superseded', 'A version is to be withdrawn on which a later one builds.'),
  exact('withdraw-after-effect', 'A version that has taken effect is to be withdrawn.'),
  exact('retire-retired', 'A policy is to be retired a second time.'),
  exact('retire-past', 'A policy is to be retired from a day that has passed.'),
  exact('retire-before-effect', 'A policy is to be retired before a posted version takes effect.'),
  exact('remove-removed', 'Words are to be removed that are gone already.'),
  exact('remove-section-unknown', 'A section is to be removed that the version does not have.'),
  exact('notice-late', 'A notice was sent later than was promised, so the version takes effect too early.', 'warning'),
  exact('notice-in-future', 'A notice is recorded for a day that has not come.'),
  exact('notice-before-posting', 'A notice is recorded for a day before the version was posted.'),
  exact('notice-amended-over', 'The notice of a version is to be amended that is over: withdrawn, replaced, removed or superseded.'),
  exact('amended-leaves-out', 'An amended notice leaves out what the first one tells.'),
  exact('notice-words', 'A file with an amended notice has words below its settings.'),
];
