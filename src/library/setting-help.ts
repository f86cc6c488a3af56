/** What each setting is for, as editors show it beside the key. */
type Help = Readonly<Record<string, string>>;

export const SITE_HELP: Help = {
  organisation: 'The name of the organisation, as the law knows it.',
  address: 'The postal address, one line of the envelope after each dash.',
  contact: 'Where readers can ask questions: at least one of email, phone and url.',
  url: 'The address at which the site is published, without a slash at the end. Citations and permanent links begin with it.',
  timeZone: 'The name of a time zone, such as Europe/Paris. A policy takes effect when its day begins there.',
  languages: 'The languages of your policies. The first one prevails if two texts differ.',
  indexVersions:
    '"true" lets search engines keep the permanent page of every version, too. Without it they are asked to keep the text in force alone, so that nobody finds an old text first.',
  sample: '"true" says on every page that this is sample content and not the policy of any company.',
  profiles: 'Laws whose topics "check" looks for in every policy of their kind.',
  rules: 'How much a rule weighs on this site: off, warning or error, with a reason; less than by itself only until a day.',
};

export const POLICY_HELP: Help = {
  title: 'The title that readers see. It carries no date: each version shows its own.',
  kind: 'What kind of policy this is. Profiles of the site hold for the kinds that their law is about.',
  summary: 'One sentence for the list of all policies.',
  contact: 'Where readers can ask about this policy, if not where site.yaml says.',
  jurisdictions: 'Whose law applies, such as us-ca for California.',
  profiles: 'Laws whose topics "check" looks for in this policy, whatever its kind.',
  aliases: 'Addresses at which the policy stood before.',
  sections: 'How the sections look when the page opens: closed (readers open what they need) or open.',
  reviewMonths: 'After how many months without a new version or a review "check" says that the policy is to be looked through.',
};

export const FRONTMATTER_HELP: Help = {
  effective: 'The day from which the text applies. On an imported text: a day, and its basis (stated, committed, captured or unknown).',
  approved: 'Who approved exactly this text, by role, and when. "codicil review" prints these lines.',
  supersedes: 'The version whose place this one takes; the one before it when left out.',
  corrects: 'The published version that this one corrects.',
  materiality: 'How much the version changes: initial, editorial, clarifying, substantive or material.',
  summary: 'What is new, in one or two plain sentences.',
  changes: 'What is new, by section: sections, what, and for a material change impact and choices.',
  retired: 'Where a former section id or anchor went: the id of the section that continues it, or null.',
  changeTerms: 'What this version promises about the next one: days of notice, and channels.',
  noticeWaiver: 'Why the change cannot wait for the promised notice.',
  attested: 'Somebody’s word, by role, that a rule is kept where no program can see it.',
  topics: 'What sections are about, for profiles: section ids by topic.',
  provenance: 'Where an imported text comes from.',
};
