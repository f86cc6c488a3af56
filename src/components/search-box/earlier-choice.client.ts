import type { SearchFacts } from '../../model/search/facts.ts';

/** So many policies can be searched in all their versions at once; each is an index of its own to load. */
const MOST_AT_ONCE = 12;

/** A choice of policies whose earlier and announced versions are to be searched, too; `undefined` when there are none. */
export function earlierChoice(facts: SearchFacts, choose: (policies: readonly string[]) => void): HTMLElement | undefined {
  const policies = Object.entries(facts.policies);
  if (policies.length === 0) return undefined;
  const { words } = facts;
  const select = document.createElement('select');
  const names = policies.map(([name]) => name);
  const all = policies.length > 1 && policies.length <= MOST_AT_ONCE ? [[words.earlierAll, names.join(' ')] as const] : [];
  const options = [[words.earlierOff, ''] as const, ...all, ...policies.map(([name, { title }]) => [title, name] as const)];
  select.append(...options.map(([text, value]) => new Option(text, value)));
  select.addEventListener('change', () => choose(select.value.split(' ').filter((name) => name !== '')));
  const label = document.createElement('label');
  label.append(`${words.earlierLabel} `, select);
  const line = document.createElement('p');
  line.className = 'earlier';
  line.append(label);
  return line;
}
