import { readableSections } from '../../notice/coverage.ts';
import type { PolicyRecord } from '../../record/record.ts';
import { redline, type Redline } from '../../redline/redline.ts';
import type { SectionFacts, VersionFacts } from './input.ts';

type Sides = Pick<VersionFacts, 'sections' | 'lang'>;

// Several rules look at the same two texts, and comparing long ones takes most of a rule's time.
const known = new WeakMap<readonly SectionFacts[], WeakMap<readonly SectionFacts[], Redline>>();

/** The redline of everything that can be read in two versions, made once for the same two. */
export function comparison(earlier: Sides, later: Sides): Redline {
  const ofLater = known.get(later.sections) ?? new WeakMap<readonly SectionFacts[], Redline>();
  known.set(later.sections, ofLater);
  const found = ofLater.get(earlier.sections) ?? redline(readable(earlier, later), readable(later, earlier));
  ofLater.set(earlier.sections, found);
  return found;
}

function readable({ sections, lang }: Sides, other: Sides): PolicyRecord {
  return { format: 1, lang, dir: 'ltr', sections: readableSections(sections, other.sections) };
}
